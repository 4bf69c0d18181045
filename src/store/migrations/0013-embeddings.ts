import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Embedding vectors by hash of the text. `from_seq`: first item revision that was clustered with the vector. */
export const embeddings: Migration = {
  version: 13,
  name: 'embeddings',
  async up(tx, { types: { text, bytes, integer } }) {
    for (const statement of [
      `CREATE TABLE embeddings (
        model ${text} NOT NULL, text_hash ${text} NOT NULL, vector ${bytes} NOT NULL, from_seq ${integer} NOT NULL,
        used_at ${integer} NOT NULL, PRIMARY KEY (model, text_hash))`,
      'CREATE INDEX embeddings_by_use ON embeddings (used_at)',
    ]) {
      await sql.raw(statement).execute(tx)
    }
  },
}
