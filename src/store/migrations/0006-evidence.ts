import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** What stories say about hubs: evidence on their facets, and claims with their verdicts. */
export const evidence: Migration = {
  version: 6,
  name: 'evidence',
  async up(tx, { types: { text, integer } }) {
    for (const statement of [
      `CREATE TABLE evidence (
        story_id ${integer} NOT NULL, place ${integer} NOT NULL, hub ${text} NOT NULL, facet ${text} NOT NULL,
        at ${integer} NOT NULL, details ${text} NOT NULL, PRIMARY KEY (story_id, place))`,
      'CREATE INDEX evidence_by_hub ON evidence (hub, at DESC, story_id DESC, place)',
      'CREATE INDEX evidence_by_facet ON evidence (hub, facet, at DESC, story_id DESC, place)',
      `CREATE TABLE claims (
        story_id ${integer} NOT NULL, place ${integer} NOT NULL, hub ${text} NOT NULL, at ${integer} NOT NULL,
        details ${text} NOT NULL, PRIMARY KEY (story_id, place))`,
      'CREATE INDEX claims_by_hub ON claims (hub, at DESC, story_id DESC, place)',
    ]) {
      await sql.raw(statement).execute(tx)
    }
  },
}
