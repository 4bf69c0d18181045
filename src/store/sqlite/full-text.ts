import { CompiledQuery, sql } from 'kysely'
import { chunks } from '../chunks.ts'
import type { FullText } from '../engine.ts'
import type { SearchPhrase } from '../search-phrases.ts'

const INSERT = 'INSERT OR REPLACE INTO item_search (rowid, tokens) VALUES (?, ?)'

/** Full-text index on FTS5 without a copy of the text. Its `ascii` tokeniser only splits at the spaces between our own tokens. */
export const sqliteFullText: FullText = {
  async create(db) {
    await sql
      .raw("CREATE VIRTUAL TABLE item_search USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii')")
      .execute(db)
  },

  async index(tx, rows) {
    for (const { itemId, tokens } of rows) await tx.executeQuery(CompiledQuery.raw(INSERT, [itemId, tokens.join(' ')]))
  },

  async remove(tx, itemIds) {
    for (const ids of chunks(itemIds, 500)) {
      await sql`DELETE FROM item_search WHERE rowid IN (${sql.join(ids)})`.execute(tx)
    }
  },

  async find(db, phrases, below, limit) {
    const { rows } = await sql<{ id: number }>`
      SELECT rowid AS id FROM item_search WHERE tokens MATCH ${matchQuery(phrases)} AND rowid < ${below}
      ORDER BY rowid DESC LIMIT ${limit}`.execute(db)
    return rows.map((row) => row.id)
  },

  async findAmong(db, phrases, itemIds) {
    const found: number[] = []
    for (const ids of chunks(itemIds, 500)) {
      const { rows } = await sql<{ id: number }>`
        SELECT rowid AS id FROM item_search
        WHERE tokens MATCH ${matchQuery(phrases)} AND rowid IN (${sql.join(ids)})`.execute(db)
      found.push(...rows.map((row) => row.id))
    }
    return found
  },
}

/** Tokens are letters and digits only, so nothing in them needs escaping. */
function matchQuery(phrases: readonly SearchPhrase[]): string {
  return phrases.map((tokens) => `"${tokens.join(' ')}"`).join(' AND ')
}
