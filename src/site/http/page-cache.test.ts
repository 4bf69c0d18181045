import { gunzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { createPageCache, type PageCacheOptions, rendered } from './page-cache.ts'

function setUp(more: Partial<PageCacheOptions> = {}) {
  const clock = { now: 0, made: 0, newestSeq: 0 }
  const cache = createPageCache({ now: () => clock.now, newestSeq: () => clock.newestSeq, ...more })
  const make = async () => {
    clock.made += 1
    return rendered(
      { status: 200, type: 'text/html', text: `page ${clock.made} ${'x'.repeat(1_000)}` },
      clock.newestSeq,
    )
  }
  const ask = async (key = 'a') => String(Buffer.from((await cache.get(key, make)).body)).slice(0, 6)
  return { clock, cache, make, ask }
}

test('a thousand who ask at once share one making', async () => {
  const { clock, ask } = setUp()
  const pages = await Promise.all(Array.from({ length: 1_000 }, () => ask()))
  expect(new Set(pages)).toEqual(new Set(['page 1']))
  expect(clock.made).toBe(1)
})

test('fresh for a second, then stale while it is made anew, then awaited', async () => {
  const { clock, ask } = setUp()
  expect(await ask()).toBe('page 1')
  clock.now = 999
  expect(await ask()).toBe('page 1')
  expect(clock.made).toBe(1)
  clock.now = 1_500
  expect(await ask()).toBe('page 1')
  await vi.waitFor(async () => expect(await ask()).toBe('page 2'))
  clock.now = 60_000
  expect(await ask()).toBe('page 3')
})

test('a page older than the newest event is not sent after its second', async () => {
  const { clock, ask } = setUp()
  await ask()
  clock.newestSeq = 1
  clock.now = 900
  expect(await ask()).toBe('page 1')
  clock.now = 1_100
  expect(await ask()).toBe('page 2')
})

test('a clock set back does not freeze a page', async () => {
  const { clock, ask } = setUp()
  clock.now = 50_000
  await ask()
  clock.now = 10
  expect(await ask()).toBe('page 2')
})

test('a fault is not remembered, and a stale page outlives it', async () => {
  const { clock, cache, ask } = setUp()
  const broken = () => Promise.reject(new Error('broken'))
  await expect(cache.get('a', broken)).rejects.toThrow('broken')
  expect(await ask()).toBe('page 1')
  clock.now = 2_000
  expect(String(Buffer.from((await cache.get('a', broken)).body))).toContain('page 1')
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await ask()).toBe('page 1')
})

test('the least recently asked go first', async () => {
  const { clock, ask } = setUp({ maxPages: 2 })
  await ask('a')
  await ask('b')
  await ask('a')
  await ask('c')
  expect(clock.made).toBe(3)
  expect(await ask('a')).toBe('page 1')
  expect(await ask('b')).toBe('page 4')
})

test('bytes are bounded too', async () => {
  const { clock, ask } = setUp({ maxBytes: 2_500 })
  await ask('a')
  await ask('b')
  await ask('c')
  await ask('a')
  expect(clock.made).toBe(4)
})

test('an answer carries both forms and a tag of its content', async () => {
  const answer = { status: 200, type: 'text/html', text: '<p>é</p>'.repeat(200) }
  const one = await rendered(answer, 1)
  const two = await rendered(answer, 2)
  expect(one.etag).toBe(two.etag)
  expect(gunzipSync(one.gzip!)).toEqual(Buffer.from(one.body))
  expect((await rendered({ ...answer, text: 'other' }, 1)).etag).not.toBe(one.etag)
  expect((await rendered({ ...answer, text: 'short' }, 1)).gzip).toBeUndefined()
})
