import type { Settings } from '../settings.ts'
import { lockFile } from '../store/sqlite/story-lock.ts'
import { makeDataFolder, makeWritableDataFolder } from './make-data-folder.ts'
import { databaseFile } from './open-database.ts'

/** Another Auspex polls into the same data folder. */
export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError'

  constructor(readonly folder: string) {
    super(
      `Another Auspex polls into ${folder}. Stop it, or give this one a folder of its own with --data. ` +
        'To serve the same data a second time, use "auspex serve".',
    )
  }
}

/** The right to poll into a data folder. */
export interface PollingLock {
  release(): void
}

/**
 * Makes this process the only one that polls into a data folder: two would ask every publisher twice. The operating system releases
 * the lock however the process ends. With PostgreSQL, several processes may share the work and nothing is locked.
 *
 * @throws AlreadyRunningError, DataFolderError
 */
export function lockPolling(settings: Pick<Settings, 'data' | 'database_url'>): PollingLock {
  if (settings.database_url) makeDataFolder(settings.data)
  else makeWritableDataFolder(settings.data)
  const lock = lockFile(settings.database_url ? undefined : `${databaseFile(settings)}-polling-lock`)
  if (lock.tryLock() !== 'refused') return lock
  lock.release()
  throw new AlreadyRunningError(settings.data)
}
