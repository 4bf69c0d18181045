import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import { StoreReadonlyError } from '../store/errors/store-readonly-error.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/types.ts'
import { makeDataFolder } from './make-data-folder.ts'

/** @returns the SQLite file of the data folder */
export function databaseFile(settings: Pick<Settings, 'data'>): string {
  return join(settings.data, 'auspex.db')
}

/** Opens the database that the settings name; makes the data folder if it is absent. */
export function openDatabase(settings: Pick<Settings, 'data' | 'database_url'>): Promise<Store> {
  if (settings.database_url) return openStore({ databaseUrl: settings.database_url })
  makeDataFolder(settings.data)
  return openStore({ file: databaseFile(settings) })
}

/** Opens it to be read: nothing is made where nothing is. @throws StoreMissingError, StoreOlderError */
export function openToRead(settings: Pick<Settings, 'data' | 'database_url'>): Promise<Store> {
  const { database_url: databaseUrl } = settings
  return openStore(databaseUrl ? { databaseUrl } : { file: databaseFile(settings) }, { readonly: true })
}

/**
 * Opens it for a site that polls nothing: where it cannot be written, to be read.
 *
 * @throws StoreOlderError where it cannot be brought up to date either
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
