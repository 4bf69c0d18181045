import type { StoryLockAnswer } from '../engine.ts'
import { StoreMissingError } from '../errors/store-missing-error.ts'
import { isBusy, isUnopened, openSqliteDatabase, type SqliteDatabase } from './database.ts'
import { namedError } from './named-error.ts'

/** A lock that the operating system takes back when its holder dies, however it dies. */
export interface StoryLock {
  tryLock(): StoryLockAnswer
  release(): void
}

/** The right to cluster what a database holds; one in memory is shared with nobody. */
export function storyLockFile(file: string): StoryLock {
  return lockFile(file === ':memory:' ? undefined : `${file}-story-lock`)
}

/** An exclusive transaction on an empty file, held as long as the lock. @param path undefined: nobody to share with */
export function lockFile(path: string | undefined): StoryLock {
  let holder: SqliteDatabase | undefined
  let isHeld = false
  return {
    tryLock() {
      if (isHeld) return 'held'
      if (path !== undefined) {
        try {
          holder ??= openSqliteDatabase(path, { busyTimeoutMs: 0 })
          // A journal on disk would need room for one page: what is stored must be readable on a full disk too.
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
