import type { IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PolledFeed } from './clients/client.ts'
import { streamAddress, wakeOf } from './clients/mastodon-stream.ts'
import type { FeedRead } from './fetch-feed.ts'
import { Poller } from './poll.ts'
import { firstState, nextState } from './schedule.ts'
import { type Answer, type Loopback, openLoopback } from './testing/loopback.ts'
import { MastodonServer } from './testing/mastodon-server.ts'
import { type StreamState, TimelineStreams, type TimelineStreamsOptions } from './timeline-streams.ts'
import type { FeedState } from './types.ts'

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', end, { once: true })
  })

let loopback: Loopback
let server: MastodonServer
let stop: AbortController
let running: Promise<unknown>[] = []
beforeAll(async () => {
  loopback = await openLoopback()
})
beforeEach(() => {
  loopback.answers.clear()
  loopback.asked.length = 0
  server = new MastodonServer(loopback)
  stop = new AbortController()
})
afterEach(async () => {
  stop.abort()
  await Promise.all(running)
  running = []
})
afterAll(() => loopback.close())

/** What has come about within five seconds. */
async function until<T>(ask: () => T | undefined): Promise<T> {
  for (const end = Date.now() + 5_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 5))) {
    const answer = ask()
    if (answer !== undefined) return answer
  }
  throw new Error('waited in vain')
}

const streamsAsked = () => loopback.asked.filter((path) => path.startsWith('/api/v1/streaming/'))

/** A feed that answered its last poll, next due in an hour. */
function answering(url = `${loopback.url}/tags/ai`): PolledFeed {
  const at = Date.now()
  const state: FeedState = { ...firstState(url, 'a', at), lastSuccessAt: at, nextPollAt: at + 3_600_000 }
  return { url, kind: 'mastodon', sourceId: 'a', state }
}

function listen(feeds: () => readonly PolledFeed[], more: Partial<TimelineStreamsOptions> = {}) {
  const woken: [string, readonly string[]][] = []
  const refused: string[] = []
  const states: [string, StreamState | undefined][] = []
  const streams = new TimelineStreams({
    ...{ feeds, fetcher: loopback.fetcher, now: Date.now, random: () => 0, sleep, minWakeMs: 1, roundMs: 10 },
    firstBackOffMs: 20,
    wake: (feedUrl, suspects) => woken.push([feedUrl, suspects]),
    onRefused: (url) => refused.push(url),
    onState: (url, state) => states.push([new URL(url).pathname, state]),
    ...more,
  })
  running.push(streams.run(stop.signal))
  return { streams, woken, refused, states }
}

describe('a stream wakes the poll', () => {
  /** Poller and streams as the program has them; the timeline itself would be due in an hour. */
  function follow(minWakeMs: number) {
    const url = `${loopback.url}/tags/ai`
    let state = firstState(url, 'a', Date.now())
    const polls: FeedRead[] = []
    const feeds = (): PolledFeed[] => [{ url, kind: 'mastodon', sourceId: 'a', state }]
    const poller = new Poller({
      ...{ feeds, fetcher: loopback.fetcher, now: Date.now, sleep, roundMs: 10 },
      onOutcome: (_feed, outcome) => {
        if (outcome.type !== 'read') throw new Error(JSON.stringify(outcome))
        const hour = 3_600_000
        const options = {
          now: Date.now(),
          random: () => 0,
          entriesChanged: false,
          minIntervalMs: hour,
          maxIntervalMs: hour,
        }
        state = nextState(state, outcome, options)
        polls.push(outcome)
      },
    })
    running.push(poller.run(stop.signal))
    listen(feeds, { minWakeMs, wake: (feedUrl, suspects) => poller.wake(feedUrl, suspects) })
    return polls
  }
  const uri = (id: number) => `https://s.example/users/a/statuses/${id}`

  test('a new post is read, an edit and a deletion are honoured, also of posts that left the page', async () => {
    for (let id = 100; id < 140; id++) server.post(id)
    const polls = follow(1)
    await until(() => (server.listeners.size === 1 ? true : undefined))
    expect(polls).toHaveLength(1)
    expect(streamsAsked()).toEqual(['/api/v1/streaming/hashtag?tag=ai'])

    for (let id = 140; id < 170; id++) server.post(id)
    server.say('update', server.json(169))
    await until(() => polls[1])
    expect(polls[1]!.feed.entries.map(({ id }) => id)).toContain(uri(169))

    // 101 is no longer among the newest forty: nothing but the stream tells of it.
    server.edit(101, '<p>put right</p>')
    server.say('status.update', server.json(101))
    await until(() => polls[2])
    expect(polls[2]!.feed.entries.find(({ id }) => id === uri(101))).toMatchObject({ content: '<p>put right</p>' })

    server.remove(102)
    server.say('delete', '102')
    await until(() => polls[3])
    expect(polls[3]!.withdrawn).toEqual([uri(102)])
  })

  test('what the stream says is not believed: a post said to be deleted that is there stays', async () => {
    server.post(1)
    const polls = follow(1)
    await until(() => (server.listeners.size === 1 ? true : undefined))
    server.say('delete', '1')
    await until(() => polls[1])
    expect(polls[1]!.withdrawn).toEqual([])
    // Posts that we never had wake nothing.
    for (let id = 5_000; id < 5_100; id++) server.say('delete', String(id))
    server.say('notification', '{}')
    server.say('delete', '../../etc')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(polls.length).toBeLessThanOrEqual(3)
  })

  test('however much it says, polls keep their distance', async () => {
    server.post(1)
    const polls = follow(400)
    await until(() => (server.listeners.size === 1 ? true : undefined))
    const startedAt = Date.now()
    for (let n = 0; n < 2_000; n++) server.say('update', server.json(1))
    await until(() => polls[2])
    // The first poll of all, the first that the stream asks for, and one more each 400 ms.
    expect(polls.length).toBeLessThanOrEqual(2 + Math.ceil((Date.now() - startedAt) / 400))
  })
})

describe('a server', () => {
  test('that refuses is not asked again the same day; a token is shown to it alone', async () => {
    const seen: IncomingMessage['headers'][] = []
    loopback.answers.set('/api/v1/streaming/hashtag', ((request, response) => {
      seen.push(request.headers)
      response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"Access token is missing"}')
    }) satisfies Answer)
    const { refused } = listen(() => [answering()], { tokens: new Map([[`127.0.0.1:${loopback.port}`, 'secret']]) })
    await until(() => refused[0])
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(seen.map(({ authorization, accept }) => [authorization, accept])).toEqual([
      ['Bearer secret', 'text/event-stream'],
    ])
  })

  test('is said to stream, or why it does not, until nobody wants its stream any more', async () => {
    let opened = 0
    loopback.answers.set('/api/v1/streaming/hashtag', ((request, response) => {
      opened++
      if (opened === 1) return void response.writeHead(401).end()
      if (opened === 2) return void response.writeHead(200, { 'content-type': 'text/html' }).end('x')
      if (opened === 3) return void response.writeHead(200, { 'content-type': 'text/event-stream' }).end()
      server.stream(request, response)
    }) satisfies Answer)
    let now = Date.now()
    let feeds: readonly PolledFeed[] = [answering()]
    const startedAt = now
    const { states } = listen(() => feeds, { now: () => now })
    for (let seen = 1; seen <= 4; seen += seen === 3 ? 2 : 1) {
      await until(() => states[seen - 1])
      // A refusal rests for a day.
      now += 24 * 3_600_000 + 1
    }
    await until(() => (server.listeners.size === 1 ? true : undefined))
    await until(() => states[4])
    expect(states.map(([, state]) => state?.isOpen)).toEqual([false, false, true, false, true])
    expect(states.map(([, state]) => state?.reason)).toEqual([
      'the server answered 401: it asks for a password',
      'the server answered, but not with a stream',
      undefined,
      'the server ended it',
      undefined,
    ])
    expect(states[0]![1]).toMatchObject({ since: startedAt, retryAt: startedAt + 24 * 3_600_000 })
    feeds = []
    await until(() => states[5])
    expect(states[5]).toEqual(['/api/v1/streaming/hashtag', undefined])
  })

  test('that hangs up is asked again, later each time, and goes on waking', async () => {
    let opened = 0
    loopback.answers.set('/api/v1/streaming/hashtag', ((request, response) => {
      if (++opened < 4)
        return void response.writeHead(opened === 1 ? 503 : 200, { 'content-type': 'text/event-stream' }).end()
      server.stream(request, response)
    }) satisfies Answer)
    const startedAt = Date.now()
    const { woken } = listen(() => [answering()])
    await until(() => (server.listeners.size === 1 ? true : undefined))
    // 10, 20 and 40 ms: half of 20, doubled.
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(70)
    server.say('update', '{}')
    await until(() => woken[0])
  })

  test.each([
    ['leads to a private address', 'http://10.0.0.1/stream'],
    ['leads in a circle', '/api/v1/streaming/hashtag?tag=ai'],
    ['leads to a file', 'file:///etc/passwd'],
  ])('that %s is left alone, and the token stays here', async (_, location) => {
    loopback.answers.set('/api/v1/streaming/hashtag', ((_request, response) =>
      response.writeHead(302, { location }).end()) satisfies Answer)
    const { streams, woken } = listen(() => [answering()], { firstBackOffMs: 60_000 })
    await until(() => (streamsAsked().length > 0 && streams.size === 0 ? true : undefined))
    expect(woken).toEqual([])
  })

  test('that answers with a page, or says nothing, or too much, is hung up on', async () => {
    const hear = (answer: Answer, idleMs = 2_000) => {
      loopback.answers.set('/s', answer)
      const options = { onEvent: () => undefined, idleMs, maxBytesPerMinute: 1_000_000, signal: stop.signal }
      return loopback.fetcher.hear(`${loopback.url}/s`, options)
    }
    const open: Answer = (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':)\n')
    await expect(
      hear((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('x')),
    ).rejects.toThrow('gave no stream: 200')
    await expect(hear(open, 60)).rejects.toThrow('fell silent')
    await expect(
      hear((request, response) => {
        open(request, response)
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(100_000)));
          if (!response.destroyed) response.once('drain', more)
        }
        more()
      }),
    ).rejects.toThrow('more than 1000000 bytes in a minute')
    await expect(hear(() => stop.abort(new Error('the end')))).rejects.toThrow('the end')
  })

  test('is asked for streams of timelines that answer and may be read, four at most', async () => {
    const tags = ['a', 'b', 'c', 'd', 'e', 'f'].map((tag) => answering(`${loopback.url}/tags/${tag}`))
    const failing = { ...answering(`${loopback.url}/tags/g`), state: { ...answering().state!, failuresInARow: 1 } }
    const forbidden = {
      ...answering(`${loopback.url}/tags/h`),
      state: { ...answering().state!, permission: { robots: 'own' as const } },
    }
    const unknown = { ...answering(`${loopback.url}/tags/i`), state: undefined }
    let feeds: readonly PolledFeed[] = [failing, forbidden, unknown, ...tags]
    listen(() => feeds)
    await until(() => (server.listeners.size === 4 ? true : undefined))
    expect(streamsAsked().sort()).toEqual(['a', 'b', 'c', 'd'].map((tag) => `/api/v1/streaming/hashtag?tag=${tag}`))
    feeds = tags.slice(4)
    await until(() => (streamsAsked().length === 6 && server.listeners.size === 2 ? true : undefined))
  })
})

test.each([
  ['/tags/AI', '/api/v1/streaming/hashtag?tag=AI'],
  ['/api/v1/timelines/tag/%E4%BA%BA?limit=20', '/api/v1/streaming/hashtag?tag=%E4%BA%BA'],
  ['/api/v1/timelines/tag/ai?local=true', '/api/v1/streaming/hashtag/local?tag=ai'],
  ['/api/v1/timelines/public', '/api/v1/streaming/public'],
  ['/api/v1/timelines/public?local=true', '/api/v1/streaming/public/local'],
  ['/api/v1/timelines/public?remote=true', '/api/v1/streaming/public/remote'],
  ['/@name', undefined],
  ['/api/v1/accounts/7/statuses', undefined],
  ['/tags/AI.rss', undefined],
])('the stream of %s is %s', (path, stream) => {
  const url = `https://s.example${path}`
  expect(streamAddress({ kind: 'mastodon', url })).toBe(stream && `https://s.example${stream}`)
  expect(streamAddress({ kind: 'rss', url })).toBeUndefined()
})

test.each([
  ['update', '{"id":"1"}', {}],
  ['delete', ' 12\n', { suspect: '12' }],
  ['delete', '1/../2', {}],
  ['status.update', '{"id":"12","x":{"id":"13"}}', { suspect: '12' }],
  ['status.update', 'no JSON', {}],
  ['filters_changed', '', undefined],
])('the event %s %j', (type, data, wake) => expect(wakeOf({ type, data })).toEqual(wake))
