import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Running counts of items per source and of published stories, which pages show: counting rows took linear time. */
export const keptCounts: Migration = {
  version: 18,
  name: 'kept counts',
  async up(tx, { types: { text, integer } }) {
    for (const statement of [
      `CREATE TABLE source_items (source_id ${text} PRIMARY KEY, items ${integer} NOT NULL)`,
      'INSERT INTO source_items (source_id, items) SELECT source_id, count(*) FROM items GROUP BY source_id',
      `ALTER TABLE engine_state ADD COLUMN published_stories ${integer} NOT NULL DEFAULT 0`,
      "UPDATE engine_state SET published_stories = (SELECT count(*) FROM stories WHERE state = 'published')",
      'CREATE INDEX feeds_answering ON feeds (is_failing, last_success_at)',
    ]) {
      await sql.raw(statement).execute(tx)
    }
  },
}
