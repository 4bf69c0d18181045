import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { startAuspexProcess, until } from './auspex-process.ts'

const KILLS = 50
/** The day takes about as long as the kills, so that they fall into its whole length. */
const DAY_SECONDS = 40
const LONGEST_LIFE_MS = 1_500

const data = mkdtempSync(join(tmpdir(), 'auspex-crash-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

interface StoredRow {
  readonly id: number
  readonly source_id: string
  readonly key_hash: string
}

/** Reads beside the running program, as a reader of committed transactions. */
function look<T>(read: (database: DatabaseSyncInstance) => T): T {
  const database = new DatabaseSync(join(data, 'auspex.db'))
  try {
    database.exec('PRAGMA busy_timeout = 5000')
    return read(database)
  } finally {
    database.close()
  }
}

const acknowledged = () =>
  look((database) => database.prepare('SELECT id, source_id, key_hash FROM items').all() as unknown as StoredRow[])

/** A small generator with a seed, so that a failure can be had again (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('no lost item', () => {
  test(`killed ${KILLS} times while a day is published, every acknowledged item is there once, in exactly one story`, async () => {
    const random = seededRandom(20_261_123)
    const start = () =>
      startAuspexProcess([
        'demo',
        '--data',
        data,
        '--port',
        '0',
        '--day-seconds',
        String(DAY_SECONDS),
        '--log-level',
        'error',
      ])
    let known = new Map<number, StoredRow>()
    for (let kill = 0; kill < KILLS; kill++) {
      const auspex = await start()
      await new Promise((resolve) => setTimeout(resolve, Math.round(random() * LONGEST_LIFE_MS)))
      const before = acknowledged()
      await auspex.kill()
      const after = new Map(acknowledged().map((row) => [row.id, row]))
      for (const row of [...known.values(), ...before]) expect(after.get(row.id)).toEqual(row)
      known = after
    }
    const auspex = await start()
    let lastItems = -1
    await until(
      'the day is over and every item is in a story',
      async () => {
        const status = (await (await fetch(`${auspex.url}/api/v1/status`)).json()) as {
          items: number
          backlog: number
        }
        // Feeds are asked every two to four seconds: nothing new between two looks five seconds apart is the end.
        const isOver = status.backlog === 0 && status.items >= 380 && status.items === lastItems
        lastItems = status.items
        return isOver ? status : undefined
      },
      120_000,
      5_000,
    )
    await auspex.stop()

    look((database) => {
      const one = (sql: string) => Object.values(database.prepare(sql).get() as object)[0]
      expect(one('PRAGMA integrity_check')).toBe('ok')
      expect(
        one('SELECT count(*) FROM (SELECT source_id, key_hash FROM items GROUP BY 1, 2 HAVING count(*) > 1)'),
      ).toBe(0)
      expect(one('SELECT count(*) FROM items WHERE id NOT IN (SELECT item_id FROM story_members)')).toBe(0)
      expect(one('SELECT count(*) - count(DISTINCT item_id) FROM story_members')).toBe(0)
      expect(one('SELECT count(*) FROM story_members WHERE story_id NOT IN (SELECT id FROM stories)')).toBe(0)
      expect(one('SELECT max(seq) - count(*) FROM story_events')).toBe(0)
    })
    for (const row of known.values()) expect(acknowledged()).toContainEqual(row)
    // Fifty starts: 220 s on two slow cores that do something else too.
  }, 900_000)
})
