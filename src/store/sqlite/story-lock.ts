import type { StoryLockAnswer } from '../engine.ts'
import { StoreMissingError } from '../errors/store-missing-error.ts'
import { isBusy, isUnopened, openSqliteDatabase, type SqliteDatabase } from './database.ts'
import { namedError } from './named-error.ts'

/** A lock that the operating system releases when its holder dies, however it dies. */
export interface StoryLock {
  tryLock(): StoryLockAnswer
  release(): void
}

/** Creates the lock for clustering a database; for one in memory it is always free. */
export function storyLockFile(file: string): StoryLock {
  return lockFile(file === ':memory:' ? undefined : `${file}-story-lock`)
}

/** Creates a lock that is an exclusive SQLite transaction on an empty file. @param path undefined: always free, as nobody shares it */
export function lockFile(path: string | undefined): StoryLock {
  let holder: SqliteDatabase | undefined
  let isHeld = false
  return {
    tryLock() {
      if (isHeld) return 'held'
      if (path !== undefined) {
        try {
          holder ??= openSqliteDatabase(path, { busyTimeoutMs: 0 })
          // A journal on disk would need space for a page, and the program must start on a full disk too.
          holder.exec('PRAGMA journal_mode = MEMORY')
          holder.exec('BEGIN EXCLUSIVE')
        } catch (error) {
          if (isBusy(error)) return 'refused'
          throw isUnopened(error) ? new StoreMissingError(path, error) : namedError(path, error)
        }
      }
      isHeld = true
      return 'taken'
    },
    release() {
      holder?.close()
      holder = undefined
      isHeld = false
    },
  }
}
