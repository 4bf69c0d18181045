import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Remembers what retention removed, so that a feed which still lists it does not bring it back as new. */
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
