import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** What undoes an operator's act, and which act undid it. */
export const actUndos: Migration = {
  version: 15,
  name: 'act undos',
  async up(tx, { types: { text, integer } }) {
    await sql
      .raw(`CREATE TABLE act_undos (act_id ${integer} PRIMARY KEY, undo ${text} NOT NULL, undone_by ${integer})`)
      .execute(tx)
  },
}
