import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Loopback, openLoopback } from '../testing/loopback.ts'
import { pollsOf } from '../testing/poll-client.ts'

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

const stream = (query = `?wantedDids=${DID}`) =>
  pollsOf(loopback, 'bluesky', `ws://127.0.0.1:${loopback.port}/subscribe${query}`, () => NOW)

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
  expect(Number(asked.get('cursor'))).toBe((NOW + 1) * 1_000 - 2_000_000)
})

test('silence is an answer, and moves the cursor with the clock', async () => {
  loopback.stream = () => []
  const { feed, cursor } = await stream().read()
  expect(feed.entries).toEqual([])
  expect(Number(cursor)).toBe((NOW - 3_000) * 1_000)
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
