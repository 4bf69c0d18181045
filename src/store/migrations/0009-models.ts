import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Ledger of model calls and their cost, queue of answers for the story step, and health of models. */
export const models: Migration = {
  version: 9,
  name: 'models',
  async up(tx, { types: { text, integer } }) {
    for (const statement of [
      `CREATE TABLE model_calls (
        id ${integer} PRIMARY KEY, at ${integer} NOT NULL, day ${integer} NOT NULL, purpose ${text} NOT NULL,
        provider ${text} NOT NULL, model ${text} NOT NULL, story_id ${integer}, input_hash ${text} NOT NULL,
        outcome ${text} NOT NULL, tokens_in ${integer} NOT NULL, tokens_out ${integer} NOT NULL,
        cost ${integer} NOT NULL, duration_ms ${integer} NOT NULL, error ${text} NOT NULL)`,
      'CREATE INDEX model_calls_by_day ON model_calls (day)',
      'CREATE INDEX model_calls_by_story ON model_calls (story_id)',
      `CREATE TABLE model_answers (
        id ${integer} PRIMARY KEY, story_id ${integer} NOT NULL, input_hash ${text} NOT NULL, at ${integer} NOT NULL,
        state ${text} NOT NULL, summary ${text} NOT NULL)`,
      'CREATE UNIQUE INDEX model_answers_once ON model_answers (story_id, input_hash)',
      'CREATE INDEX model_answers_by_state ON model_answers (state, id)',
      `CREATE TABLE model_health (model ${text} PRIMARY KEY, health ${text} NOT NULL)`,
    ]) {
      await sql.raw(statement).execute(tx)
    }
  },
}
