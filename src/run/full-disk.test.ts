import { expect, test } from 'vitest'
import { FullDisk } from './full-disk.ts'
import type { FromThread } from './thread-messages.ts'

test('is full from the first who found it so until each has stored again', () => {
  const disk = new FullDisk()
  const after = (message: FromThread, now: number) => {
    disk.hear(message, now)
    return disk.since
  }
  expect(disk.since).toBeUndefined()
  expect(after({ type: 'diskFull', thread: 'ingest-thread' }, 10)).toBe(10)
  expect(after({ type: 'diskFull', thread: 'story-thread' }, 20)).toBe(10)
  expect(after({ type: 'diskFull', thread: 'ingest-thread' }, 30)).toBe(10)
  expect(after({ type: 'ready' }, 35)).toBe(10)
  expect(after({ type: 'ingest', status: { feedsTried: 1, feedsTotal: 1 } }, 40)).toBe(20)
  expect(after({ type: 'told', revisions: 1 }, 50)).toBeUndefined()
  expect(after({ type: 'diskFull', thread: 'model/model-thread' }, 60)).toBeUndefined()
})
