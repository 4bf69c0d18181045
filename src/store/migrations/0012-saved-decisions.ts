import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Saved decisions, whose changes are sent to a webhook. */
export const savedDecisions: Migration = {
  version: 12,
  name: 'saved decisions',
  async up(tx, { types: { text, integer } }) {
    await sql
      .raw(
        `CREATE TABLE saved_decisions (
          name ${text} PRIMARY KEY, needs ${text} NOT NULL, target ${text} NOT NULL, language ${text} NOT NULL,
          created_at ${integer} NOT NULL, alerts ${integer} NOT NULL, told ${text} NOT NULL)`,
      )
      .execute(tx)
  },
}
