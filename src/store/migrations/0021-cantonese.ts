import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Lists stories with reports in written Cantonese as Chinese, too. */
export const cantonese: Migration = {
  version: 21,
  name: 'Cantonese',
  async up(tx) {
    for (const also of ['zh', 'zh-Hant']) {
      await sql`
        INSERT INTO story_facets (facet, value, story_id)
        SELECT 'language', ${also}, story_id FROM story_facets AS spoken
        WHERE facet = 'language' AND value = 'yue' AND NOT EXISTS (
          SELECT 1 FROM story_facets WHERE facet = 'language' AND value = ${also} AND story_id = spoken.story_id)`.execute(
        tx,
      )
    }
  },
}
