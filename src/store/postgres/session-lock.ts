import pg from 'pg'
import type { StoryLockAnswer } from '../engine.ts'
import { StoreUnreachableError } from '../errors/store-unreachable-error.ts'

/** Key of the advisory lock of the story step: arbitrary, but the same in every version of Auspex. */
const STORIES_LOCK = 7_142_002

export interface SessionLock {
  tryLock(): Promise<StoryLockAnswer>
  release(): Promise<void>
}

/** Creates an advisory lock on a connection of its own; the server releases it when that connection ends. */
export function sessionLock(settings: pg.ClientConfig, where: string): SessionLock {
  let holder: pg.Client | undefined
  return {
    async tryLock() {
      if (holder !== undefined) return 'held'
      const client = new pg.Client({ ...settings, keepAlive: true })
      // A broken connection loses the lock.
      const lose = () => {
        if (holder === client) holder = undefined
      }
      client.on('error', lose).on('end', lose)
      try {
        await client.connect()
        const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS locked', [STORIES_LOCK])
        if (rows[0].locked === true) {
          holder = client
          return 'taken'
        }
      } catch (error) {
        await client.end().catch(() => {})
        throw new StoreUnreachableError(where, error)
      }
      await client.end()
      return 'refused'
    },
    async release() {
      const client = holder
      holder = undefined
      await client?.end()
    },
  }
}
