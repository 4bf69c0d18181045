import { sql } from 'kysely'
import type { Migration } from './migration.ts'

export const tables: Migration = {
  version: 1,
  name: 'tables',
  async up(tx, { types: { text, bytes, integer, real } }) {
    for (const statement of [
      `CREATE TABLE sources (id ${text} PRIMARY KEY, source ${text} NOT NULL)`,
      `CREATE TABLE feeds (
        source_id ${text} NOT NULL, feed_url ${text} NOT NULL, state ${text} NOT NULL, is_failing ${integer} NOT NULL,
        last_attempt_at ${integer}, last_success_at ${integer},
        PRIMARY KEY (source_id, feed_url))`,
      // Long columns last: SQLite reads a row from the front and need not follow it into overflow pages.
      `CREATE TABLE items (
        id ${integer} PRIMARY KEY, source_id ${text} NOT NULL, key_hash ${text} NOT NULL, url_hash ${text},
        content_hash ${text} NOT NULL, revision ${integer} NOT NULL, language ${text} NOT NULL, form ${text} NOT NULL,
        published_at ${integer} NOT NULL, updated_at ${integer}, fetched_at ${integer} NOT NULL,
        first_seen_at ${integer} NOT NULL, points ${real}, comments ${real}, title ${text} NOT NULL, url ${text},
        details ${text} NOT NULL, text ${text} NOT NULL, html ${text} NOT NULL)`,
      'CREATE UNIQUE INDEX items_by_key ON items (source_id, key_hash)',
      'CREATE INDEX items_by_url ON items (source_id, url_hash)',
      'CREATE INDEX items_by_source ON items (source_id, published_at, id, first_seen_at)',
      `CREATE TABLE item_revisions (
        seq ${integer} PRIMARY KEY, item_id ${integer} NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        revision ${integer} NOT NULL, at ${integer} NOT NULL, title ${text}, text ${text})`,
      'CREATE UNIQUE INDEX item_revisions_by_item ON item_revisions (item_id, revision)',
      `CREATE TABLE arrivals (
        id ${integer} PRIMARY KEY, last_item_id ${integer} NOT NULL, last_seq ${integer} NOT NULL)`,
      'INSERT INTO arrivals (id, last_item_id, last_seq) VALUES (1, 0, 0)',
      `CREATE TABLE stories (
        id ${integer} PRIMARY KEY, state ${text} NOT NULL, is_community ${integer} NOT NULL, kind ${text} NOT NULL,
        score ${real} NOT NULL, best_tier ${integer} NOT NULL, independent ${integer} NOT NULL,
        created_at ${integer} NOT NULL, updated_at ${integer} NOT NULL, ranked_at ${integer} NOT NULL,
        revision ${integer} NOT NULL, explanation ${text} NOT NULL, details ${text} NOT NULL)`,
      'CREATE INDEX stories_by_score ON stories (state, is_community, score DESC, id)',
      'CREATE INDEX stories_by_update ON stories (state, is_community, updated_at DESC, id DESC, score)',
      'CREATE INDEX stories_by_independent ON stories (state, is_community, independent DESC, updated_at DESC, id DESC)',
      'CREATE INDEX stories_updated ON stories (updated_at, id)',
      `CREATE TABLE story_members (
        item_id ${integer} PRIMARY KEY REFERENCES items (id), story_id ${integer} NOT NULL REFERENCES stories (id),
        source_id ${text} NOT NULL, role ${text} NOT NULL, of_item_id ${integer}, tier ${integer} NOT NULL,
        joined_at ${integer} NOT NULL, receipt ${text} NOT NULL)`,
      'CREATE INDEX story_members_by_story ON story_members (story_id, item_id)',
      'CREATE INDEX story_members_by_source ON story_members (source_id, story_id)',
      `CREATE TABLE story_facets (
        facet ${text} NOT NULL, value ${text} NOT NULL, story_id ${integer} NOT NULL,
        PRIMARY KEY (facet, value, story_id))`,
      'CREATE INDEX story_facets_by_story ON story_facets (story_id, facet, value)',
      `CREATE TABLE story_redirects (id ${integer} PRIMARY KEY, into_id ${integer})`,
      'CREATE INDEX story_redirects_by_target ON story_redirects (into_id)',
      `CREATE TABLE story_events (
        seq ${integer} PRIMARY KEY, story_id ${integer} NOT NULL, type ${text} NOT NULL, at ${integer} NOT NULL,
        details ${text} NOT NULL)`,
      'CREATE INDEX story_events_by_story ON story_events (story_id, seq)',
      `CREATE TABLE engine_state (
        id ${integer} PRIMARY KEY, cursor ${integer} NOT NULL, last_story_id ${integer} NOT NULL,
        last_event_seq ${integer} NOT NULL, epoch ${integer} NOT NULL)`,
      'INSERT INTO engine_state (id, cursor, last_story_id, last_event_seq, epoch) VALUES (1, 0, 0, 0, 0)',
      `CREATE TABLE engine_snapshots (
        id ${integer} PRIMARY KEY, cursor ${integer} NOT NULL, snapshot ${bytes} NOT NULL)`,
    ]) {
      await sql.raw(statement).execute(tx)
    }
  },
}
