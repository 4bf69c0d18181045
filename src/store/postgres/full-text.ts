import { sql } from 'kysely'
import { chunks } from '../chunks.ts'
import type { FullText } from '../engine.ts'
import type { SearchPhrase } from '../search-phrases.ts'

/** Full-text index on a `tsvector` built from our own tokens: how PostgreSQL tokenises CJK text depends on the server's locale. */
export const postgresFullText: FullText = {
  async create(db) {
    for (const statement of [
      'CREATE TABLE item_search (item_id BIGINT PRIMARY KEY, tokens tsvector NOT NULL)',
      'CREATE INDEX item_search_tokens ON item_search USING gin (tokens)',
    ]) {
      await sql.raw(statement).execute(db)
    }
  },

  async index(tx, rows) {
    for (const some of chunks(rows, 100)) {
      const values = some.map((row) => sql`(${row.itemId}::bigint, ${vectorLiteral(row.tokens)}::tsvector)`)
      await sql`INSERT INTO item_search (item_id, tokens) VALUES ${sql.join(values)}
        ON CONFLICT (item_id) DO UPDATE SET tokens = excluded.tokens`.execute(tx)
    }
  },

  async remove(tx, itemIds) {
    for (const ids of chunks(itemIds, 500)) {
      await sql`DELETE FROM item_search WHERE item_id IN (${sql.join(ids)})`.execute(tx)
    }
  },

  async find(db, phrases, below, limit) {
    const { rows } = await sql<{ id: number }>`
      SELECT item_id AS id FROM item_search WHERE tokens @@ ${matchQuery(phrases)}::tsquery AND item_id < ${below}
      ORDER BY item_id DESC LIMIT ${limit}`.execute(db)
    return rows.map((row) => row.id)
  },

  async findAmong(db, phrases, itemIds) {
    const found: number[] = []
    for (const ids of chunks(itemIds, 500)) {
      const { rows } = await sql<{ id: number }>`
        SELECT item_id AS id FROM item_search
        WHERE tokens @@ ${matchQuery(phrases)}::tsquery AND item_id IN (${sql.join(ids)})`.execute(db)
      found.push(...rows.map((row) => row.id))
    }
    return found
  },
}

/** Tokens are letters and digits only, so quotes are all the escaping they need. */
function vectorLiteral(tokens: readonly string[]): string {
  return tokens.map((token, index) => `'${token}':${index + 1}`).join(' ')
}

function matchQuery(phrases: readonly SearchPhrase[]): string {
  return phrases.map((tokens) => `(${tokens.map((token) => `'${token}'`).join(' <-> ')})`).join(' & ')
}
