import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Loopback, openLoopback } from '../testing/loopback.ts'
import { pollsOf } from '../testing/poll-client.ts'
import { reachedInSilenceUs, silenceToPresentMs } from './jetstream.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
const DID = 'did:plc:abc'
const uri = (rkey: string) => `at://${DID}/app.bsky.feed.post/${rkey}`

/** As documented in the README of Jetstream. */
const commit = (at: number, operation: string, rkey: string, record?: object, collection = 'app.bsky.feed.post') =>
  JSON.stringify({
    did: DID,
    time_us: at * 1_000,
    kind: 'commit',
    commit: { rev: 'r', operation, collection, rkey, record },
  })
const post = (text: string) => ({ $type: 'app.bsky.feed.post', createdAt: '2026-11-22T11:00:00Z', langs: ['en'], text })

let loopback: Loopback
beforeAll(async () => {
  loopback = await openLoopback()
})
beforeEach(() => {
  loopback.asked.length = 0
})
afterAll(() => loopback.close())

const stream = (query = `?wantedDids=${DID}`, cursor?: string) =>
  pollsOf(loopback, 'bluesky', `ws://127.0.0.1:${loopback.port}/subscribe${query}`, () => NOW, { cursor })
/** The last poll came so far. */
const since = (at: number) => stream(undefined, String(at * 1_000))

test('replays posts, edits and deletions up to the present, and goes on from there', async () => {
  loopback.stream = () => [
    commit(NOW - 9_000, 'create', 'a', post('first')),
    commit(NOW - 8_000, 'create', 'b', post('second')),
    commit(NOW - 7_000, 'create', 'like', { subject: {} }, 'app.bsky.feed.like'),
    commit(NOW - 6_000, 'update', 'a', post('first, edited')),
    commit(NOW - 5_000, 'create', 'reply', { ...post('no'), reply: { parent: {}, root: {} } }),
    commit(NOW - 4_000, 'delete', 'b'),
    commit(NOW - 3_000, 'delete', 'older'),
    'not JSON',
    JSON.stringify({ did: DID, time_us: (NOW - 2_000) * 1_000, kind: 'identity', identity: { did: DID } }),
    commit(NOW + 1, 'create', 'c', post('now')),
  ]
  const polls = stream()
  const { feed, withdrawn, cursor } = await polls.read()
  expect(feed.entries.map(({ id, content }) => [id, content?.replace(/<[^>]+>/g, '')])).toEqual([
    [uri('a'), 'first, edited'],
    [uri('c'), 'now'],
  ])
  expect(feed.entries[0]!.link).toBe(`https://bsky.app/profile/${DID}/post/a`)
  expect([...withdrawn].sort()).toEqual([uri('b'), uri('older')])
  expect(cursor).toBe(String((NOW + 1) * 1_000))
  await polls.read()
  const asked = new URL(loopback.asked[1]!, 'http://x').searchParams
  expect(asked.get('wantedCollections')).toBe('app.bsky.feed.post')
  expect(Number(asked.get('cursor'))).toBe(NOW * 1_000 - 2_000_000)
})

test('silence is an answer, and moves the cursor with the clock', async () => {
  loopback.stream = () => []
  const polls = since(NOW - 60_000)
  const { feed, cursor } = await polls.read()
  expect(feed.entries).toEqual([])
  expect(Number(cursor)).toBe((NOW - 3_000) * 1_000)
  expect(polls.state().nextPollAt).toBe(NOW + 450_000)
})

test('between two posts a replay is silent, for as long as it takes to come to the next', async () => {
  loopback.stream = async function* () {
    yield commit(NOW - 110_000, 'create', 'a', post('before'))
    await new Promise((resolve) => setTimeout(resolve, 3_500))
    yield commit(NOW - 20_000, 'create', 'b', post('after'))
  }
  const { feed, cursor } = await since(NOW - 111_000).read()
  expect(feed.entries.map(({ id }) => id)).toEqual([uri('a'), uri('b')])
  // Silent since, to the present.
  expect(Number(cursor)).toBe((NOW - 3_000) * 1_000)
}, 15_000)

test('a stream that ends before it comes to the present is taken up where it is known to have been', async () => {
  loopback.stream = () => Array.from({ length: 5_000 }, (_, n) => commit(NOW - 900_000 + n, 'create', 'x', post('x')))
  const polls = since(NOW - 901_000)
  expect(Number((await polls.read()).cursor)).toBeLessThan((NOW - 890_000) * 1_000)
  // Again as soon as may be.
  expect(polls.state().nextPollAt).toBe(NOW + 300_000)
})

test.each([
  // reached, silent for, then known to have reached; seconds before now
  [10, 3, 3],
  [600, 3, 525],
  [600, 24, 3],
  [3_600, 60, 2_100],
  [-1, 3, -1],
])('reached %i s ago and silent for %i s: %i s ago', (reached, silent, then) => {
  const us = (ago: number) => (NOW - ago * 1_000) * 1_000
  expect(reachedInSilenceUs(us(reached), silent * 1_000, NOW)).toBe(us(then))
  if (then === 3) expect(silenceToPresentMs(us(reached), NOW)).toBeLessThanOrEqual(silent * 1_000)
})

test('what says that it is of the future moves the next poll past nothing', async () => {
  loopback.stream = () => [commit(NOW + 900_000_000, 'create', 'a', post('late'))]
  const polls = since(NOW - 60_000)
  expect(Number((await polls.read()).cursor)).toBeLessThanOrEqual((NOW + 60_000) * 1_000)
  await polls.read()
  const asked = new URL(loopback.asked[1]!, 'http://x').searchParams
  expect(Number(asked.get('cursor'))).toBeLessThan(NOW * 1_000)
})

test('the whole network is no source', async () => {
  expect(await stream('').outcome()).toMatchObject({
    type: 'failed',
    error: expect.stringContaining('add wantedDids='),
  })
  expect(loopback.asked).toEqual([])
})

test('a private address is refused, a message without end ends the poll, an endless stream is left', async () => {
  const inside = pollsOf(loopback, 'bluesky', `ws://127.0.0.1:1/subscribe?wantedDids=${DID}`)
  expect(await inside.outcome()).toMatchObject({ error: expect.stringContaining('refused for safety') })
  loopback.stream = () => ['x'.repeat(1_100_000)]
  expect(await stream().outcome()).toMatchObject({ type: expect.stringMatching(/failed|read/) })
  loopback.stream = () =>
    Array.from({ length: 6_000 }, (_, n) => commit(NOW - 60_000 + n, 'create', `p${n}`, post('x')))
  expect((await stream().read()).feed.entries.length).toBeLessThanOrEqual(5_000)
})
