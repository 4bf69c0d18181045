import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fetchFeed } from './fetch-feed.ts'
import { parseFeed } from './parse-feed.ts'
import { firstState, nextState } from './schedule.ts'
import { loopbackOfFile } from './testing/loopback.ts'
import { rss } from './testing/rss.ts'

const loopback = loopbackOfFile({ maxBodyBytes: 100_000 })
const { answer, at } = loopback
const now = () => Date.now()

describe('a feed on loopback', () => {
  test('is read, and a second poll with its validators finds no change', async () => {
    const asked: unknown[] = []
    answer('/a.xml', (request, response) => {
      asked.push(request.headers['if-none-match'])
      if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304).end()
      response.writeHead(200, { etag: '"v1"', 'content-type': 'application/rss+xml' }).end(rss('a', 'one', 'two'))
    })
    const feed = at('/a.xml')
    const first = await fetchFeed(feed, undefined, loopback.fetcher, now)
    expect(first).toMatchObject({ type: 'changed', status: 200, etag: '"v1"', finalUrl: feed.url })
    if (first.type !== 'changed') throw new Error('unreachable')
    expect(parseFeed(first.bytes, { url: first.finalUrl }).entries.map(({ id }) => id)).toEqual(['one', 'two'])
    const state = nextState(firstState(feed.url, 'a', 0), first, { now: 0, random: () => 0, entriesChanged: true })
    const second = await fetchFeed(feed, state, loopback.fetcher, now)
    expect(second).toMatchObject({ type: 'unchanged', status: 304, etag: '"v1"' })
    expect(asked).toEqual([undefined, '"v1"'])
  })

  test('sends its name and asks for compression', async () => {
    let sent: IncomingHttpHeaders = {}
    answer('/a.xml', ({ headers }, response) => {
      sent = headers
      response.end(rss('a'))
    })
    await fetchFeed(at('/a.xml'), undefined, loopback.fetcher, now)
    expect(sent).toMatchObject({ 'user-agent': 'Auspex/test', 'accept-encoding': 'gzip, br, deflate' })
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('is read through %s', async (encoding, compress) => {
    const text = rss('packed', ...Array.from({ length: 200 }, (_, n) => `item ${n}`))
    answer('/a.xml', (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(compress(Buffer.from(text))),
    )
    const outcome = await fetchFeed(at('/a.xml'), undefined, loopback.fetcher, now)
    expect(outcome.type === 'changed' && Buffer.from(outcome.bytes).toString()).toBe(text)
  })

  test.each([
    [403, 'the server answered 403: it refuses programs'],
    [404, 'the server answered 404: there is nothing at this address'],
    [418, 'the server answered 418: no feed came'],
    [500, 'the server answered 500: it has an error of its own'],
  ])('that answers %i fails in words', async (status, error) => {
    answer('/a.xml', (_, response) => response.writeHead(status).end('no'))
    expect(await fetchFeed(at('/a.xml'), undefined, loopback.fetcher, now)).toMatchObject({
      type: 'failed',
      status,
      error,
      isOffline: false,
    })
  })

  test('that is gone says so', async () => {
    answer('/a.xml', (_, response) => response.writeHead(410).end())
    expect(await fetchFeed(at('/a.xml'), undefined, loopback.fetcher, now)).toMatchObject({
      type: 'failed',
      isGone: true,
    })
  })

  test('is asked again no sooner than Retry-After says', async () => {
    answer('/a.xml', (_, response) => response.writeHead(429, { 'retry-after': '86400' }).end())
    const outcome = await fetchFeed(at('/a.xml'), undefined, loopback.fetcher, now)
    expect(outcome).toMatchObject({ type: 'failed', retryAfterMs: 86_400_000 })
    const state = nextState(firstState(loopback.url, 'a', 0), outcome, {
      now: 1_000,
      random: () => 0.5,
      entriesChanged: false,
    })
    expect(state.nextPollAt).toBe(86_401_000)
  })

  test('that is broken off in the middle fails in words', async () => {
    answer('/a.xml', (_, response) => {
      response.writeHead(200, { 'content-length': '5000' }).write('<rss>')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await fetchFeed(at('/a.xml'), undefined, loopback.fetcher, now)).toMatchObject({
      type: 'failed',
      error: 'the server broke off the connection',
    })
  })

  test('whose connection is lost before an answer is asked again, once for each that may have been kept', async () => {
    let asked = 0
    answer('/feed.xml', (_, response) => {
      if (++asked <= 2) response.destroy()
      else response.end(rss('a', '1'))
    })
    expect(await fetchFeed(at('/feed.xml'), undefined, loopback.fetcher, now)).toMatchObject({
      type: 'changed',
      status: 200,
    })
    answer('/feed.xml', (_, response) => {
      asked++
      response.destroy()
    })
    expect(await fetchFeed(at('/feed.xml'), undefined, loopback.fetcher, now)).toMatchObject({ type: 'failed' })
    expect(asked).toBe(6)
  })

  test('with damaged compression fails in words', async () => {
    answer('/a.xml', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('this is not gzip'))
    expect(await fetchFeed(at('/a.xml'), undefined, loopback.fetcher, now)).toMatchObject({
      error: 'the compression of the answer is damaged',
    })
  })

  test('that refuses connections fails in words, and is not taken for a missing network', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const free = (closed.address() as AddressInfo).port
    await new Promise((resolve) => closed.close(resolve))
    const anyPort = loopback.newFetcher({ allowPrivate: () => true })
    const outcome = await fetchFeed({ url: `http://127.0.0.1:${free}/`, kind: 'rss' }, undefined, anyPort, now)
    expect(outcome).toMatchObject({ error: 'the server refuses connections', isOffline: false })
    await anyPort.close()
  })

  test.each(['ENOTFOUND', 'EAI_AGAIN'])(
    'whose name cannot be looked up (%s) may mean that there is no network',
    async (code) => {
      const offline = loopback.newFetcher({
        resolveName: () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code })),
      })
      const outcome = await fetchFeed({ url: 'https://news.example/feed', kind: 'rss' }, undefined, offline, now)
      expect(outcome).toMatchObject({ type: 'failed', isOffline: true })
      expect(outcome.type === 'failed' && outcome.error).toContain('the name could not be looked up')
      await offline.close()
    },
  )
})
