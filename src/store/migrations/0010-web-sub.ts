import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** WebSub subscriptions to feeds at their hubs. */
export const webSub: Migration = {
  version: 10,
  name: 'WebSub subscriptions',
  async up(tx, { types: { text, integer } }) {
    await sql
      .raw(
        `CREATE TABLE web_sub (
          callback ${text} PRIMARY KEY, source_id ${text} NOT NULL, feed_url ${text} NOT NULL, hub ${text} NOT NULL,
          topic ${text} NOT NULL, secret ${text} NOT NULL, wants ${text} NOT NULL, asked_at ${integer},
          asks ${integer} NOT NULL, confirmed_at ${integer}, lease_until ${integer}, delivered_at ${integer},
          missed_at ${integer}, error ${text})`,
      )
      .execute(tx)
  },
}
