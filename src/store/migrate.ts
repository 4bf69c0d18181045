import { type Kysely, sql, type Transaction } from 'kysely'
import type { Engine } from './engine.ts'
import { NotAStoreError } from './errors/not-a-store-error.ts'
import { StoreNewerError } from './errors/store-newer-error.ts'
import { StoreOlderError } from './errors/store-older-error.ts'
import { tables } from './migrations/0001-tables.ts'
import { search } from './migrations/0002-search.ts'
import { prunedItems } from './migrations/0003-pruned-items.ts'
import { operator } from './migrations/0004-operator.ts'
import { withdrawnItems } from './migrations/0005-withdrawn-items.ts'
import { evidence } from './migrations/0006-evidence.ts'
import { pollHistory } from './migrations/0007-poll-history.ts'
import { pairJudgements } from './migrations/0008-pair-judgements.ts'
import { models } from './migrations/0009-models.ts'
import { webSub } from './migrations/0010-web-sub.ts'
import { translations } from './migrations/0011-translations.ts'
import { savedDecisions } from './migrations/0012-saved-decisions.ts'
import { embeddings } from './migrations/0013-embeddings.ts'
import { streams } from './migrations/0014-streams.ts'
import { actUndos } from './migrations/0015-act-undos.ts'
import { noMarkup } from './migrations/0016-no-markup.ts'
import { listIndexes } from './migrations/0017-list-indexes.ts'
import { keptCounts } from './migrations/0018-kept-counts.ts'
import { savedSearches } from './migrations/0019-saved-searches.ts'
import { searchInAllScripts } from './migrations/0020-search-in-all-scripts.ts'
import { cantonese } from './migrations/0021-cantonese.ts'
import { unstatedCountries } from './migrations/0022-unstated-countries.ts'
import type { Migration } from './migrations/migration.ts'

/** Migrations in order; the version is the position in the list, from 1. */
export const MIGRATIONS: readonly Migration[] = [
  tables,
  search,
  prunedItems,
  operator,
  withdrawnItems,
  evidence,
  pollHistory,
  pairJudgements,
  models,
  webSub,
  translations,
  savedDecisions,
  embeddings,
  streams,
  actUndos,
  noMarkup,
  listIndexes,
  keptCounts,
  savedSearches,
  searchInAllScripts,
  cantonese,
  unstatedCountries,
]

/**
 * Brings the schema up to version `target`, one transaction per migration; does nothing if it is already there.
 * Safe to run from several processes at once.
 *
 * @throws StoreNewerError if the schema is newer than the last known migration
 * @throws NotAStoreError if the database belongs to another program
 */
export async function migrate(engine: Engine, target = MIGRATIONS.length): Promise<void> {
  const db = engine.db as unknown as Kysely<never>
  for (;;) {
    const version = await schemaVersion(engine, db)
    refuseNewer(engine, version)
    if (version >= target) return
    await engine.rewriting(() => migrateOnce(engine, db, version))
  }
}

/** Applies the migration that follows `version`. */
async function migrateOnce(engine: Engine, db: Kysely<never>, version: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await engine.lockSchema(tx)
    // Another process may have migrated before this one got the lock.
    if ((await schemaVersion(engine, tx)) !== version) return
    if (version === 0) await createVersionTable(engine, tx)
    const migration = MIGRATIONS[version]!
    await migration.up(tx, engine)
    await sql`INSERT INTO schema_versions (version, name) VALUES (${migration.version}, ${migration.name})`.execute(tx)
  })
}

/** @throws StoreOlderError, StoreNewerError unless the schema has exactly the version that this code knows */
export async function requireCurrentSchema(engine: Engine): Promise<void> {
  const version = await schemaVersion(engine, engine.db as unknown as Kysely<never>)
  refuseNewer(engine, version)
  if (version < MIGRATIONS.length) throw new StoreOlderError(engine.where, version, MIGRATIONS.length)
}

function refuseNewer(engine: Engine, version: number): void {
  if (version > MIGRATIONS.length) throw new StoreNewerError(engine.where, version, MIGRATIONS.length)
}

async function schemaVersion(engine: Engine, db: Kysely<never>): Promise<number> {
  // The order matters: between the two checks another process may create both tables, but never drops one.
  const hasItems = await engine.hasTable(db, 'items')
  if (!(await engine.hasTable(db, 'schema_versions'))) {
    if (hasItems) throw new NotAStoreError(engine.where)
    return 0
  }
  const { rows } = await sql<{ version: number | null }>`SELECT max(version) AS version FROM schema_versions`.execute(
    db,
  )
  return rows[0]!.version ?? 0
}

async function createVersionTable(engine: Engine, tx: Transaction<never>): Promise<void> {
  const { integer, text } = engine.types
  await sql.raw(`CREATE TABLE schema_versions (version ${integer} PRIMARY KEY, name ${text} NOT NULL)`).execute(tx)
}
