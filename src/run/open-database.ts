import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import { StoreReadonlyError } from '../store/errors/store-readonly-error.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/types.ts'
import { makeDataFolder } from './make-data-folder.ts'

/** Returns the path of the SQLite file in the data folder. */
export function databaseFile(settings: Pick<Settings, 'data'>): string {
  return join(settings.data, 'auspex.db')
}

/** Opens the database of the settings. For SQLite, creates the data folder if it does not exist. */
export function openDatabase(settings: Pick<Settings, 'data' | 'database_url'>): Promise<Store> {
  if (settings.database_url) return openStore({ databaseUrl: settings.database_url })
  makeDataFolder(settings.data)
  return openStore({ file: databaseFile(settings) })
}

/** Opens the database read-only, and creates nothing if it does not exist. @throws StoreMissingError, StoreOlderError */
export function openToRead(settings: Pick<Settings, 'data' | 'database_url'>): Promise<Store> {
  const { database_url: databaseUrl } = settings
  return openStore(databaseUrl ? { databaseUrl } : { file: databaseFile(settings) }, { readonly: true })
}

/**
 * Opens the database for a site that does not poll; read-only if it cannot be written.
 *
 * @throws StoreOlderError if it is read-only and needs a migration
 */
export async function openToServe(
  settings: Pick<Settings, 'data' | 'database_url'>,
): Promise<{ readonly store: Store; readonly isReadonly: boolean }> {
  try {
    const store = await openDatabase(settings)
    return { store, isReadonly: !(await store.canWrite()) }
  } catch (error) {
    if (!(error instanceof StoreReadonlyError)) throw error
    return { store: await openToRead(settings), isReadonly: true }
  }
}
