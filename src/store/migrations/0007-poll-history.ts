import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Poll history of each feed: its latest polls, and sums by day. Both are ring buffers, so they do not grow. */
export const pollHistory: Migration = {
  version: 7,
  name: 'poll history',
  async up(tx, { types: { text, integer } }) {
    await sql
      .raw(
        `CREATE TABLE feed_polls (
          source_id ${text} NOT NULL, feed_url ${text} NOT NULL, slot ${integer} NOT NULL, poll ${text} NOT NULL,
          PRIMARY KEY (source_id, feed_url, slot))`,
      )
      .execute(tx)
    await sql
      .raw(
        `CREATE TABLE feed_days (
          source_id ${text} NOT NULL, feed_url ${text} NOT NULL, slot ${integer} NOT NULL, day ${integer} NOT NULL,
          polls ${integer} NOT NULL, failures ${integer} NOT NULL, latency_ms ${integer} NOT NULL,
          inserted ${integer} NOT NULL, revised ${integer} NOT NULL, body_bytes ${integer} NOT NULL,
          PRIMARY KEY (source_id, feed_url, slot))`,
      )
      .execute(tx)
  },
}
