import { sql } from 'kysely'
import { searchTokens } from '../search-tokens.ts'
import type { Migration } from './migration.ts'

/** Existing items indexed per batch. */
const CHUNK = 500

export const search: Migration = {
  version: 2,
  name: 'search',
  async up(tx, { fullText }) {
    await fullText.create(tx)
    let last = 0
    for (;;) {
      const { rows } = await sql<{ id: number; title: string; text: string }>`
        SELECT id, title, text FROM items WHERE id > ${last} ORDER BY id LIMIT ${CHUNK}`.execute(tx)
      if (rows.length === 0) return
      await fullText.index(
        tx,
        rows.map(({ id, title, text }) => ({ itemId: id, tokens: searchTokens(`${title}\n${text}`) })),
      )
      last = rows.at(-1)!.id
    }
  },
}
