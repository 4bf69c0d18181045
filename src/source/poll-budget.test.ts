import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ByteBudget } from './byte-budget.ts'
import type { PolledFeed } from './clients/client.ts'
import { createFetcher, type Fetcher } from './fetcher.ts'
import { Poller } from './poll.ts'

const SOURCES = 20
const COMMON = 4_000_000
/** What one poll of an API may bring at most: see `clients/answers.ts`. */
const OF_ONE_POLL = 8_000_000

let server: Server
let fetcher: Fetcher
let port = 0

beforeEach(async () => {
  // Posts as a timeline has them, the first of them 4 MB long; the second page as long again.
  const post = (id: string, text: string) => ({
    ...{ id, uri: `https://m.example/${id}`, url: `https://m.example/@a/${id}`, content: text },
    ...{ created_at: '2026-11-22T09:00:00Z', account: { acct: 'a' }, visibility: 'public' },
  })
  const long = JSON.stringify([post('110', 'x'.repeat(4_000_000))])
  server = createServer((request, response) => {
    if (request.url!.startsWith('/api/v1/timelines')) {
      response.setHeader('content-type', 'application/json')
      return void response.end(long)
    }
    response.end('<rss version="2.0"><channel><title>Short</title><item><title>One</title></item></channel></rss>')
  })
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  port = (server.address() as AddressInfo).port
  fetcher = createFetcher({ userAgent: 'Auspex/test', timeoutMs: 20_000, allowPrivate: (_, at) => at === port })
})
afterEach(async () => {
  await fetcher.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

test('twenty servers that send all that one may hold no more together than the bound, and every one is read in the end', async () => {
  const budget = new ByteBudget(COMMON)
  const read: string[] = []
  const rests: number[] = []
  let most = 0
  const hostile = Array.from({ length: SOURCES }, (_, n): PolledFeed => {
    return { url: `http://127.0.3.${n + 1}:${port}/api/v1/timelines/tag/ai`, kind: 'mastodon', sourceId: `m${n}` }
  })
  const short = Array.from({ length: SOURCES }, (_, n): PolledFeed => {
    return { url: `http://127.0.4.${n + 1}:${port}/feed`, kind: 'rss', sourceId: `s${n}` }
  })
  const poller = new Poller({
    ...{ feeds: () => [...hostile, ...short], fetcher, budget, now: Date.now },
    sleep: async (ms, signal) => {
      rests.push(ms)
      await wait(30, undefined, { signal })
    },
    onOutcome: async (feed, outcome) => {
      if (outcome.type === 'failed') throw new Error(outcome.error)
      most = Math.max(most, budget.held)
      await wait(20)
      read.push(feed.sourceId)
    },
    onError: (_, error) => read.push(String(error)),
  })
  const watching = setInterval(() => {
    most = Math.max(most, budget.held)
  }, 1)
  await poller.pollNow()
  clearInterval(watching)
  expect(read.toSorted()).toEqual([...hostile, ...short].map(({ sourceId }) => sourceId).toSorted())
  // Those for which there was no room came again, and the short ones were not kept waiting for them.
  expect(rests.length).toBeGreaterThan(5)
  expect(read.slice(0, SOURCES).filter((id) => id.startsWith('s')).length).toBeGreaterThan(SOURCES / 2)
  expect(most).toBeGreaterThan(COMMON / 2)
  expect(most).toBeLessThanOrEqual(COMMON + 2 * OF_ONE_POLL + 24 * 100_000)
  expect(budget.held).toBe(0)
}, 30_000)

test('an answer with a million values is refused in words, before they are made', async () => {
  server.removeAllListeners('request')
  server.on('request', (_, response) => response.end(`[${'{},'.repeat(1_000_000)}{}]`))
  const outcomes: unknown[] = []
  const poller = new Poller({
    feeds: () => [{ url: `http://127.0.3.1:${port}/api/v1/timelines/tag/ai`, kind: 'mastodon', sourceId: 'm' }],
    ...{ fetcher, now: Date.now, sleep: (ms, signal) => wait(ms, undefined, { signal }) },
    onOutcome: (_, outcome) => void outcomes.push(outcome),
  })
  await poller.pollNow()
  expect(outcomes).toMatchObject([{ type: 'failed', error: 'the server answered with more than 400,000 values' }])
})
