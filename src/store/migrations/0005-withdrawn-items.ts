import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** When a source withdrew an item. The row stays, without its words, so that the item does not come back as new. */
export const withdrawnItems: Migration = {
  version: 5,
  name: 'withdrawn items',
  async up(tx, { types: { integer } }) {
    await sql.raw(`ALTER TABLE items ADD COLUMN withdrawn_at ${integer}`).execute(tx)
  },
}
