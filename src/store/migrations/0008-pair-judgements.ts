import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Operators' judgements whether two items report one event, used to evaluate clustering. */
export const pairJudgements: Migration = {
  version: 8,
  name: 'pair judgements',
  async up(tx, { types: { integer } }) {
    await sql
      .raw(
        `CREATE TABLE pair_judgements (
          item_id ${integer} NOT NULL, other_id ${integer} NOT NULL, is_same ${integer} NOT NULL, at ${integer} NOT NULL,
          PRIMARY KEY (item_id, other_id))`,
      )
      .execute(tx)
  },
}
