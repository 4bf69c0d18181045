import type { StoryLockAnswer } from '../engine.ts'
import { isBusy, openSqliteDatabase, type SqliteDatabase } from './database.ts'

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
        holder ??= openSqliteDatabase(path, { busyTimeoutMs: 0 })
        try {
          holder.exec('BEGIN EXCLUSIVE')
        } catch (error) {
          if (isBusy(error)) return 'refused'
          throw error
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
