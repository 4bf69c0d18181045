import { beforeEach, expect, test, vi } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import type { PolledFeed } from './clients/client.ts'
import type { FetchOutcome } from './fetch-feed.ts'
import { Poller, type PollerOptions } from './poll.ts'
import { firstState, nextState } from './schedule.ts'
import { loopbackOfFile } from './testing/loopback.ts'
import { rss } from './testing/rss.ts'
import type { FeedState } from './types.ts'

const loopback = loopbackOfFile({ maxBodyBytes: 100_000 })
const { answer, at } = loopback
const now = () => Date.now()

const states = new Map<string, FeedState>()
const outcomes: [string, FetchOutcome][] = []
const sleep = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    const wake = (): void => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', wake, { once: true })
  })

beforeEach(() => {
  states.clear()
  outcomes.length = 0
})

function poller(paths: readonly string[], options: Partial<PollerOptions> = {}) {
  return new Poller({
    feeds: () => paths.map((path): PolledFeed => ({ ...at(path), state: states.get(at(path).url) })),
    fetcher: loopback.fetcher,
    now,
    sleep,
    roundMs: 10,
    onOutcome: (feed, outcome) => {
      outcomes.push([new URL(feed.url).pathname, outcome])
      const state = feed.state ?? firstState(feed.url, feed.sourceId, now())
      states.set(
        feed.url,
        nextState(state, outcome, { now: now(), random: Math.random, entriesChanged: outcome.type === 'changed' }),
      )
    },
    ...options,
  })
}

test('broken, hanging, oversized and looping feeds do not delay healthy ones', async () => {
  loopback.answers.set('/hang.xml', () => undefined)
  answer('/broken.xml', (_, response) => response.destroy())
  answer('/huge.xml', (_, response) => response.end('x'.repeat(200_000)))
  answer('/loop.xml', (_, response) => response.writeHead(302, { location: '/loop.xml' }).end())
  for (let n = 0; n < 10; n++) answer(`/good${n}.xml`, (_, response) => response.end(rss(`good${n}`)))
  const good = Array.from({ length: 10 }, (_, n) => `/good${n}.xml`)
  const stop = new AbortController()
  const startedAt = performance.now()
  const running = poller(['/hang.xml', '/broken.xml', '/huge.xml', '/loop.xml', ...good]).run(stop.signal)
  while (outcomes.length < 13 && performance.now() - startedAt < 1_500) await sleep(5, stop.signal)
  expect(performance.now() - startedAt).toBeLessThan(1_500)
  expect(
    outcomes
      .filter(([, { type }]) => type === 'changed')
      .map(([path]) => path)
      .sort(),
  ).toEqual(good)
  expect(outcomes.map(([path]) => path)).not.toContain('/hang.xml')
  stop.abort()
  await running
})

test('long feeds take turns among themselves, and leave the places to others', async () => {
  const order: string[] = []
  const client = {
    poll: async (feed: PolledFeed): Promise<FetchOutcome> => {
      order.push(feed.sourceId)
      await sleep(feed.sourceId === 'long' ? 60 : 1, new AbortController().signal)
      return { type: 'unchanged', status: 304, latencyMs: 1 }
    },
  }
  const feedOf = (sourceId: string, n: number, bodyBytes: number): PolledFeed => {
    const url = `https://${sourceId}${n}.example/feed`
    return { url, kind: 'rss', sourceId, state: { ...firstState(url, sourceId, 0), bodyBytes } }
  }
  const long = Array.from({ length: 20 }, (_, n) => feedOf('long', n, 3_000_000))
  const short = Array.from({ length: 20 }, (_, n) => feedOf('short', n, 30_000))
  const waiting = poller([], {
    feeds: () => [...long, ...short],
    clientFor: () => client,
    maxInFlight: 4,
    onOutcome: () => undefined,
  })
  await waiting.pollNow()
  expect(order).toHaveLength(40)
  // Two of the four places are theirs at most, so that all short ones are done before many of them are.
  expect(order.slice(0, order.lastIndexOf('short')).filter((id) => id === 'long').length).toBeLessThan(8)
})

test('stops cleanly: nothing arrives after run has ended, and nothing is asked', async () => {
  answer('/slow.xml', (_, response) => setTimeout(() => response.end(rss('slow')), 300))
  const stop = new AbortController()
  const running = poller(['/slow.xml']).run(stop.signal)
  await sleep(60, stop.signal)
  stop.abort()
  await running
  const seen = [outcomes.length, loopback.asked.length]
  await new Promise((resolve) => setTimeout(resolve, 350))
  expect([outcomes.length, loopback.asked.length]).toEqual(seen)
  expect(outcomes).toEqual([])
})

test('waits for each feed until it is due', async () => {
  answer('/a.xml', (_, response) => response.end(rss('a')))
  const stop = new AbortController()
  const running = poller(['/a.xml']).run(stop.signal)
  await sleep(150, stop.signal)
  stop.abort()
  await running
  expect(loopback.asked.length).toBe(1)
})

test('a feed that a clock running years ahead put off is polled once the clock is set right, and rests no longer', async () => {
  answer('/ahead.xml', (_, response) => response.end(rss('a')))
  answer('/limited.xml', (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end())
  let aheadMs = 2_000 * DAY_MS
  const stop = new AbortController()
  const polled = () => outcomes.map(([path]) => path).sort()
  const clock = () => Date.now() + aheadMs
  const onOutcome = (feed: PolledFeed, outcome: FetchOutcome) => {
    outcomes.push([new URL(feed.url).pathname, outcome])
    const state = feed.state ?? firstState(feed.url, feed.sourceId, clock())
    const options = { now: clock(), random: Math.random, entriesChanged: true }
    states.set(feed.url, nextState(state, outcome, options))
  }
  const running = poller(['/ahead.xml', '/limited.xml'], { now: clock, onOutcome }).run(stop.signal)
  await vi.waitFor(() => expect(polled()).toEqual(['/ahead.xml', '/limited.xml']))
  await sleep(100, stop.signal)
  expect(outcomes).toHaveLength(2)
  aheadMs = 0
  await vi.waitFor(() => expect(polled()).toEqual(['/ahead.xml', '/ahead.xml', '/limited.xml', '/limited.xml']))
  stop.abort()
  await running
})

test('pollNow polls the feeds asked for, due or not, and once each', async () => {
  for (const path of ['/a.xml', '/b.xml']) answer(path, (_, response) => response.end(rss('x')))
  const once = poller(['/a.xml', '/b.xml'])
  expect(await once.pollNow()).toBe(2)
  expect(await once.pollNow([`${loopback.url}/a.xml`, `${loopback.url}/unknown.xml`])).toBe(1)
  expect(outcomes.map(([path]) => path).sort()).toEqual(['/a.xml', '/a.xml', '/b.xml'])
  const [one, two] = await Promise.all([
    once.pollNow([`${loopback.url}/b.xml`]),
    once.pollNow([`${loopback.url}/b.xml`]),
  ])
  expect([one, two, outcomes.length]).toEqual([1, 1, 4])
})

test('a feed whose outcome cannot be stored rests; the others go on', async () => {
  for (const path of ['/a.xml', '/b.xml']) answer(path, (_, response) => response.end(rss('x')))
  const errors: unknown[] = []
  const stored: string[] = []
  const stop = new AbortController()
  const running = poller(['/a.xml', '/b.xml'], {
    onOutcome: (feed) => {
      if (feed.url.endsWith('/a.xml')) throw new Error('disk full')
      stored.push(feed.url)
      states.set(feed.url, { ...firstState(feed.url, 'b', 0), nextPollAt: now() + 60_000 })
    },
    onError: (_, error) => errors.push(error),
  }).run(stop.signal)
  await sleep(150, stop.signal)
  stop.abort()
  await running
  expect([stored.length, errors.length]).toEqual([1, 1])
})
