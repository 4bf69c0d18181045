import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Saved searches, whose new stories are sent to a webhook, a chat or a mail address. */
export const savedSearches: Migration = {
  version: 19,
  name: 'saved searches',
  async up(tx, { types: { text, integer } }) {
    await sql
      .raw(
        `CREATE TABLE saved_searches (
          name ${text} PRIMARY KEY, needs ${text} NOT NULL, target ${text} NOT NULL, language ${text} NOT NULL,
          created_at ${integer} NOT NULL, alerts ${integer} NOT NULL, told ${text} NOT NULL)`,
      )
      .execute(tx)
  },
}
