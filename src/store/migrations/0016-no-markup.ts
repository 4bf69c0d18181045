import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Drops the HTML of items: nothing ever read it, and it was most of the database. */
export const noMarkup: Migration = {
  version: 16,
  name: 'no markup',
  async up(tx) {
    await sql`ALTER TABLE items DROP COLUMN html`.execute(tx)
  },
}
