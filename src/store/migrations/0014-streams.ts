import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Which server streams are open, and why others are not. */
export const streams: Migration = {
  version: 14,
  name: 'streams',
  async up(tx, { types: { text, integer } }) {
    await sql
      .raw(
        `CREATE TABLE streams (
          url ${text} PRIMARY KEY, is_open ${integer} NOT NULL, since ${integer} NOT NULL, reason ${text} NOT NULL,
          retry_at ${integer})`,
      )
      .execute(tx)
  },
}
