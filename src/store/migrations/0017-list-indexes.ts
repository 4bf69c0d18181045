import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/**
 * Adds kind, tier and time to the indexes that order lists of stories, so that filters need no table rows: a page of a rare kind read
 * every published story. Also indexes the newest poll and the bytes of a day, which read every feed.
 */
export const listIndexes: Migration = {
  version: 17,
  name: 'list indexes',
  async up(tx) {
    for (const statement of [
      'DROP INDEX stories_by_score',
      'DROP INDEX stories_by_update',
      'DROP INDEX stories_by_independent',
      `CREATE INDEX stories_by_score ON stories
        (state, is_community, score DESC, id, updated_at, kind, best_tier)`,
      `CREATE INDEX stories_by_update ON stories
        (state, is_community, updated_at DESC, id DESC, score, kind, best_tier)`,
      `CREATE INDEX stories_by_independent ON stories
        (state, is_community, independent DESC, updated_at DESC, id DESC, kind, best_tier)`,
      'CREATE INDEX feeds_by_attempt ON feeds (last_attempt_at)',
      'CREATE INDEX feed_days_by_day ON feed_days (day)',
    ]) {
      await sql.raw(statement).execute(tx)
    }
  },
}
