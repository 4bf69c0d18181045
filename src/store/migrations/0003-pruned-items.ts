import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Keys of items that retention removed, so that a feed that still lists them does not bring them back as new. */
export const prunedItems: Migration = {
  version: 3,
  name: 'pruned items',
  async up(tx, { types: { text } }) {
    await sql
      .raw(
        `CREATE TABLE pruned_items (
          source_id ${text} NOT NULL, key_hash ${text} NOT NULL, PRIMARY KEY (source_id, key_hash))`,
      )
      .execute(tx)
  },
}
