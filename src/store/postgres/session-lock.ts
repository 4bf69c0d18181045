import pg from 'pg'
import type { StoryLockAnswer } from '../engine.ts'
import { StoreUnreachableError } from '../errors/store-unreachable-error.ts'

/** Any number; the same in every Auspex. */
const STORIES_LOCK = 7_142_002

export interface SessionLock {
  tryLock(): Promise<StoryLockAnswer>
  release(): Promise<void>
}

/** An advisory lock on a connection of its own: the server takes it back when that connection ends. */
export function sessionLock(settings: pg.ClientConfig, where: string): SessionLock {
  let holder: pg.Client | undefined
  return {
    async tryLock() {
      if (holder !== undefined) return 'held'
      const client = new pg.Client({ ...settings, keepAlive: true })
      // The connection broke, and the lock with it.
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
