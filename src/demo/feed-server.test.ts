import { get } from 'node:http'
import { networkInterfaces } from 'node:os'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type DemoServer, startDemoServer } from './feed-server.ts'
import { fullWorld, START_AT } from './testing/small-world.ts'
import type { Conduct, FeedFormat } from './world.ts'

const running: DemoServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

/** A day of 1440 seconds: one minute of the day a second. */
async function serve(format: FeedFormat, conduct?: Conduct) {
  const clock = { now: START_AT }
  const world = fullWorld(format, conduct)
  const server = await startDemoServer({ world, startAt: START_AT, dayMs: 1_440_000, now: () => clock.now })
  running.push(server)
  return {
    server,
    at: (minute: number) => {
      clock.now = START_AT + minute * 1_000
    },
    fetch: (headers: Record<string, string> = {}, init: RequestInit = {}) =>
      fetch(server.sources[0]!.feeds[0]!.url, { headers, ...init }),
  }
}

describe('a feed over HTTP', () => {
  test('grows as the day goes on', async () => {
    const { at, fetch } = await serve('rss2')
    const count = async () => (await (await fetch()).text()).split('<item>').length - 1
    expect(await count()).toBe(0)
    at(30)
    expect(await count()).toBe(1)
    at(2_000)
    expect(await count()).toBe(2)
  })

  test('answers 304 to its own ETag until something changes', async () => {
    const { at, fetch } = await serve('atom')
    at(40)
    const first = await fetch()
    const etag = first.headers.get('etag')!
    at(50)
    const second = await fetch({ 'if-none-match': `"other", W/${etag}` })
    expect([second.status, await second.text()]).toEqual([304, ''])
    expect(second.headers.get('etag')).toBe(etag)
    at(60)
    expect((await fetch({ 'if-none-match': etag })).status).toBe(200)
  })

  test('dates its last change only once the second has passed', async () => {
    const { at, fetch } = await serve('jsonfeed')
    at(30)
    expect((await fetch()).headers.has('last-modified')).toBe(false)
    at(35)
    const date = (await fetch()).headers.get('last-modified')!
    expect(Date.parse(date)).toBe(START_AT + 30_000)
    expect((await fetch({ 'if-modified-since': date })).status).toBe(304)
    expect((await fetch({ 'if-modified-since': date, 'if-none-match': '"other"' })).status).toBe(200)
    expect((await fetch({ 'if-modified-since': 'yesterday' })).status).toBe(200)
    at(60)
    expect((await fetch({ 'if-modified-since': date })).status).toBe(200)
  })

  test('compresses for those who ask', async () => {
    const { server, at } = await serve('rdf')
    at(100)
    const request = (headers: Record<string, string>) =>
      new Promise<{ encoding?: string; bytes: Buffer }>((resolve, reject) => {
        get(server.sources[0]!.feeds[0]!.url, { headers }, async (response) => {
          const bytes = Buffer.concat(await response.toArray())
          resolve({ encoding: response.headers['content-encoding'], bytes })
        }).on('error', reject)
      })
    const plain = await request({})
    const zipped = await request({ 'accept-encoding': 'br, gzip' })
    expect(plain.encoding).toBeUndefined()
    expect(zipped.encoding).toBe('gzip')
    expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true)
  })

  test('answers HEAD without a body, refuses other methods and paths', async () => {
    const { server, fetch: fetchFeed } = await serve('rss2')
    const head = await fetchFeed({}, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await fetchFeed({}, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${server.url}/feeds/nowhere`)).status).toBe(404)
    expect((await fetch(`${server.url}/robots.txt`)).status).toBe(200)
  })
})

describe('a Mastodon server', () => {
  test('pages a timeline, knows its posts, and says in a stream what changes', async () => {
    const { server, at } = await serve('mastodon')
    const get = async (path: string) => {
      const response = await fetch(`${server.url}/api/v1/${path}`)
      return response.status === 200 ? ((await response.json()) as { id: string }[]) : response.status
    }
    at(70)
    const [second, first] = (await get('timelines/tag/mastodon?limit=40')) as { id: string }[]
    expect(await get('timelines/tag/mastodon?limit=1')).toMatchObject([{ id: second!.id }])
    expect(await get(`timelines/tag/mastodon?min_id=${first!.id}`)).toMatchObject([{ id: second!.id }])
    expect(await get(`statuses/${first!.id}`)).toMatchObject({ id: first!.id, edited_at: null })
    expect(await get('statuses/1')).toBe(404)
    expect(await get('streaming/hashtag?tag=other')).toBe(404)

    at(10)
    const stream = await fetch(`${server.url}/api/v1/streaming/hashtag?tag=mastodon`)
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const hear = async (pattern: RegExp) => {
      while (!pattern.test(heard)) heard += (await reader.read()).value
    }
    at(30)
    await hear(new RegExp(`event: update\ndata: \\{"id":"${first!.id}"`))
    at(90)
    await hear(new RegExp(`event: status.update\ndata: \\{"id":"${first!.id}"`))
    at(20)
    await hear(new RegExp(`event: delete\ndata: ${second!.id}\n`))
    await reader.cancel()
  })
})

describe('conduct', () => {
  test('asks once to come back later', async () => {
    const { fetch } = await serve('rss2', { retryAfterSeconds: 7 })
    const first = await fetch()
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '7'])
    expect((await fetch()).status).toBe(200)
  })

  test('fails for part of the day', async () => {
    const { at, fetch } = await serve('rss2', { fails: { from: 10, to: 20 } })
    const statuses: number[] = []
    for (const minute of [9, 10, 19, 20]) {
      at(minute)
      statuses.push((await fetch()).status)
    }
    expect(statuses).toEqual([200, 500, 500, 200])
  })

  test('has moved for good', async () => {
    const { server, fetch } = await serve('atom', { isMoved: true })
    const moved = await fetch({}, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/feeds/atom'])
    expect((await fetch()).url).toBe(`${server.url}/feeds/atom`)
  })

  test('takes its time', async () => {
    const { fetch } = await serve('rss2', { slowMs: 120 })
    const before = performance.now()
    await fetch()
    expect(performance.now() - before).toBeGreaterThan(100)
  })
})

describe('the server', () => {
  test('says when the day is over', async () => {
    const { server, at } = await serve('rss2')
    expect(server.isOver()).toBe(false)
    at(1_439)
    expect(server.isOver()).toBe(false)
    at(1_440)
    expect(server.isOver()).toBe(true)
  })

  test('names its feeds as sources', async () => {
    const { server } = await serve('mastodon')
    expect(server.sources).toHaveLength(1)
    expect(server.sources[0]).toMatchObject({
      id: 'mastodon',
      kind: 'mastodon',
      isEnabled: true,
      feeds: [{ url: `http://127.0.0.1:${server.port}/api/v1/timelines/tag/mastodon` }],
    })
    expect(server.sources[0]).not.toHaveProperty('conduct')
  })

  test('frees its port at once, open connections or not', async () => {
    const { server, fetch } = await serve('rss2', { slowMs: 5_000 })
    const waiting = fetch().catch(() => 'cut')
    await server.close()
    running.length = 0
    expect(await waiting).toBe('cut')
    const again = await startDemoServer({
      world: fullWorld('rss2'),
      port: server.port,
      startAt: START_AT,
      now: () => START_AT,
    })
    running.push(again)
    expect(again.port).toBe(server.port)
  })

  test('rejects a port that is taken', async () => {
    const { server } = await serve('rss2')
    const second = startDemoServer({ world: fullWorld('rss2'), port: server.port, startAt: 0, now: () => 0 })
    await expect(second).rejects.toThrow(/EADDRINUSE/)
  })

  test('is on loopback only', async () => {
    const { server } = await serve('rss2')
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)
    if (outside) await expect(fetch(`http://${outside.address}:${server.port}/robots.txt`)).rejects.toThrow()
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })
})
