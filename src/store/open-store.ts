import type { Engine } from './engine.ts'
import { migrate, requireCurrentSchema } from './migrate.ts'
import { sqlStore } from './sql-store.ts'
import { sqliteEngine } from './sqlite/engine.ts'
import type { Store } from './types.ts'

/** Where a database is. The file `:memory:` is a private database that ends with the store. */
export type StoreAddress = { readonly file: string } | { readonly databaseUrl: string }

/**
 * Opens a database, creates it if there is none, and brings its schema up to date. Several stores, threads and
 * processes may have one database open; writers wait for each other.
 *
 * @param more.readonly creates, upgrades and writes nothing; writing methods reject
 * @throws StoreNewerError, NotAStoreError, StoreLockedError; StoreUnreachableError (PostgreSQL);
 *   StoreMissingError (SQLite); StoreOlderError (`readonly`)
 */
export async function openStore(address: StoreAddress, more: { readonly readonly?: boolean } = {}): Promise<Store> {
  const isReadonly = more.readonly ?? false
  const engine = await openEngine(address, isReadonly)
  try {
    if (isReadonly) await requireCurrentSchema(engine)
    else await migrate(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
  return sqlStore(engine)
}

async function openEngine(address: StoreAddress, isReadonly: boolean): Promise<Engine> {
  if ('file' in address) return sqliteEngine(address.file, isReadonly)
  // Imported on demand: the client takes 2 MB in each thread.
  const { postgresEngine } = await import('./postgres/engine.ts')
  return postgresEngine(address.databaseUrl, isReadonly)
}
