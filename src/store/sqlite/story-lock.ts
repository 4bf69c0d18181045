import type { StoryLockAnswer } from '../engine.ts'
import { isBusy, openSqliteDatabase, type SqliteDatabase } from './database.ts'

/** A lock that the operating system takes back when its holder dies, however it dies. */
export interface StoryLock {
  tryLock(): StoryLockAnswer
  release(): void
}

/** An exclusive transaction on an empty file beside the database, held as long as the lock. */
export function storyLockFile(file: string): StoryLock {
  let holder: SqliteDatabase | undefined
  let isHeld = false
  return {
    tryLock() {
      if (isHeld) return 'held'
      if (file !== ':memory:') {
        holder ??= openSqliteDatabase(`${file}-story-lock`, { busyTimeoutMs: 0 })
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
