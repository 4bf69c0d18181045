import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Operator acts, reader reports, the operator's password and sessions, editions and their delivery. */
export const operator: Migration = {
  version: 4,
  name: 'operator',
  async up(tx, { types: { text, integer } }) {
    for (const statement of [
      `CREATE TABLE counters (name ${text} PRIMARY KEY, last ${integer} NOT NULL)`,
      `CREATE TABLE operator_acts (
        id ${integer} PRIMARY KEY, act ${text} NOT NULL, reason ${text} NOT NULL, at ${integer} NOT NULL,
        state ${text} NOT NULL, done_at ${integer}, answer ${text} NOT NULL)`,
      'CREATE INDEX operator_acts_by_state ON operator_acts (state, id)',
      `CREATE TABLE source_rulings (source_id ${text} PRIMARY KEY, ruling ${text} NOT NULL)`,
      `CREATE TABLE reader_reports (
        id ${integer} PRIMARY KEY, story_id ${integer} NOT NULL, sentence ${text} NOT NULL, note ${text} NOT NULL,
        language ${text} NOT NULL, at ${integer} NOT NULL, is_open ${integer} NOT NULL)`,
      'CREATE INDEX reader_reports_by_story ON reader_reports (story_id, is_open)',
      'CREATE INDEX reader_reports_by_time ON reader_reports (at)',
      `CREATE TABLE admin_secrets (name ${text} PRIMARY KEY, secret ${text} NOT NULL)`,
      `CREATE TABLE admin_sessions (
        token_hash ${text} PRIMARY KEY, csrf ${text} NOT NULL, created_at ${integer} NOT NULL, used_at ${integer} NOT NULL)`,
      `CREATE TABLE admin_failures (
        sender ${text} PRIMARY KEY, failures ${integer} NOT NULL, last_at ${integer} NOT NULL)`,
      `CREATE TABLE editions (
        date ${text} NOT NULL, time_zone ${text} NOT NULL, built_at ${integer} NOT NULL, content ${text} NOT NULL,
        PRIMARY KEY (time_zone, date))`,
      `CREATE TABLE subscribers (
        id ${integer} PRIMARY KEY, email ${text} NOT NULL, language ${text} NOT NULL, token ${text} NOT NULL,
        is_confirmed ${integer} NOT NULL, created_at ${integer} NOT NULL)`,
      'CREATE UNIQUE INDEX subscribers_by_email ON subscribers (email)',
      'CREATE UNIQUE INDEX subscribers_by_token ON subscribers (token)',
      `CREATE TABLE deliveries (
        id ${integer} PRIMARY KEY, kind ${text} NOT NULL, target ${text} NOT NULL, subject ${text} NOT NULL,
        attempts ${integer} NOT NULL, next_at ${integer} NOT NULL, state ${text} NOT NULL, last_error ${text} NOT NULL,
        created_at ${integer} NOT NULL, body ${text} NOT NULL)`,
      'CREATE UNIQUE INDEX deliveries_once ON deliveries (kind, target, subject)',
      'CREATE INDEX deliveries_due ON deliveries (state, next_at)',
      // Finds the few correcting events without scanning the log.
      `CREATE INDEX story_events_correcting ON story_events (seq) WHERE type IN ('corrected', 'retracted', 'reinstated')`,
    ]) {
      await sql.raw(statement).execute(tx)
    }
  },
}
