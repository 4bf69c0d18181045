import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Translations of stories that readers asked for. */
export const translations: Migration = {
  version: 11,
  name: 'translations',
  async up(tx, { types: { text, integer } }) {
    for (const statement of [
      `CREATE TABLE translations (
        story_id ${integer} NOT NULL, language ${text} NOT NULL, input_hash ${text} NOT NULL, state ${text} NOT NULL,
        at ${integer} NOT NULL, model ${text} NOT NULL, texts ${text} NOT NULL, rules ${text} NOT NULL,
        PRIMARY KEY (story_id, language))`,
      'CREATE INDEX translations_by_state ON translations (state, at)',
    ]) {
      await sql.raw(statement).execute(tx)
    }
  },
}
