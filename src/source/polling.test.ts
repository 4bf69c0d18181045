import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkSource } from './check-source.ts'
import type { PolledFeed } from './clients/client.ts'
import { AddressRefusedError, BodyTooLargeError, FetchTimeoutError, TooManyRedirectsError } from './fetch-errors.ts'
import { type FetchOutcome, fetchFeed } from './fetch-feed.ts'
import { createFetcher, type Fetcher } from './fetcher.ts'
import { parseFeed } from './parse-feed.ts'
import { createPoller } from './poll.ts'
import { firstState, nextState } from './schedule.ts'
import type { FeedState } from './types.ts'

/** A real server on loopback: what a feed can do to a reader, it does. */
type Answer = (request: IncomingMessage, response: ServerResponse) => void

const rss = (title: string, ...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://${title}.example/</link>` +
  `${items.map((item) => `<item><guid>${item}</guid><title>${item}</title></item>`).join('')}</channel></rss>`

let server: Server
let port: number
let base: string
let fetcher: Fetcher
const answers = new Map<string, Answer>()
const requests: { path: string; headers: IncomingMessage['headers'] }[] = []
const now = () => Date.now()

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/'
    requests.push({ path, headers: request.headers })
    const answer = answers.get(path)
    if (answer) answer(request, response)
    else response.writeHead(404).end('nothing here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  base = `http://127.0.0.1:${port}`
  fetcher = newFetcher()
})

afterAll(async () => {
  await fetcher.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  answers.clear()
  requests.length = 0
})

function newFetcher(options: Partial<Parameters<typeof createFetcher>[0]> = {}): Fetcher {
  return createFetcher({
    userAgent: 'Auspex/test',
    timeoutMs: 2_000,
    maxBodyBytes: 100_000,
    allowPrivate: (host, at) => host === '127.0.0.1' && at === port,
    ...options,
  })
}

const at = (path: string) => ({ url: `${base}${path}`, kind: 'rss' as const, sourceId: path.slice(1) })

describe('a feed on loopback', () => {
  test('is read, and a second poll with its validators finds no change', async () => {
    answers.set('/a.xml', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304).end()
      response.writeHead(200, { etag: '"v1"', 'content-type': 'application/rss+xml' }).end(rss('a', 'one', 'two'))
    })
    const feed = at('/a.xml')
    const first = await fetchFeed(feed, undefined, fetcher, now)
    expect(first).toMatchObject({ type: 'changed', status: 200, etag: '"v1"', finalUrl: feed.url })
    if (first.type !== 'changed') throw new Error('unreachable')
    expect(parseFeed(first.bytes, { url: first.finalUrl }).entries.map(({ id }) => id)).toEqual(['one', 'two'])
    const state = nextState(firstState(feed.url, 'a', 0), first, { now: 0, random: () => 0, entriesChanged: true })
    const second = await fetchFeed(feed, state, fetcher, now)
    expect(second).toMatchObject({ type: 'unchanged', status: 304, etag: '"v1"' })
    expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"'])
  })

  test('sends its name and asks for compression', async () => {
    answers.set('/a.xml', (_, response) => response.end(rss('a')))
    await fetchFeed(at('/a.xml'), undefined, fetcher, now)
    expect(requests[0]!.headers).toMatchObject({ 'user-agent': 'Auspex/test', 'accept-encoding': 'gzip, br, deflate' })
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('is read through %s', async (encoding, compress) => {
    const text = rss('packed', ...Array.from({ length: 200 }, (_, n) => `item ${n}`))
    answers.set('/a.xml', (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(compress(Buffer.from(text))),
    )
    const outcome = await fetchFeed(at('/a.xml'), undefined, fetcher, now)
    expect(outcome.type === 'changed' && Buffer.from(outcome.bytes).toString()).toBe(text)
  })

  test.each([
    [403, 'the server answered 403: it refuses programs'],
    [404, 'the server answered 404: there is nothing at this address'],
    [418, 'the server answered 418: no feed came'],
    [500, 'the server answered 500: it has an error of its own'],
  ])('that answers %i fails in words', async (status, error) => {
    answers.set('/a.xml', (_, response) => response.writeHead(status).end('no'))
    expect(await fetchFeed(at('/a.xml'), undefined, fetcher, now)).toMatchObject({
      type: 'failed',
      status,
      error,
      isOffline: false,
    })
  })

  test('that is gone says so', async () => {
    answers.set('/a.xml', (_, response) => response.writeHead(410).end())
    expect(await fetchFeed(at('/a.xml'), undefined, fetcher, now)).toMatchObject({ type: 'failed', isGone: true })
  })

  test('is asked again no sooner than Retry-After says', async () => {
    answers.set('/a.xml', (_, response) => response.writeHead(429, { 'retry-after': '86400' }).end())
    const outcome = await fetchFeed(at('/a.xml'), undefined, fetcher, now)
    expect(outcome).toMatchObject({ type: 'failed', retryAfterMs: 86_400_000 })
    const state = nextState(firstState(base, 'a', 0), outcome, { now: 1_000, random: () => 0.5, entriesChanged: false })
    expect(state.nextPollAt).toBe(86_401_000)
  })

  test('that is broken off in the middle fails in words', async () => {
    answers.set('/a.xml', (_, response) => {
      response.writeHead(200, { 'content-length': '5000' }).write('<rss>')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await fetchFeed(at('/a.xml'), undefined, fetcher, now)).toMatchObject({
      type: 'failed',
      error: 'the server broke off the connection',
    })
  })

  test('whose connection is lost before an answer is asked again, once for each that may have been kept', async () => {
    let asked = 0
    answers.set('/feed.xml', (_, response) => {
      if (++asked <= 2) response.destroy()
      else response.end(rss('a', '1'))
    })
    expect(await fetchFeed(at('/feed.xml'), undefined, fetcher, now)).toMatchObject({ type: 'changed', status: 200 })
    answers.set('/feed.xml', (_, response) => {
      asked++
      response.destroy()
    })
    expect(await fetchFeed(at('/feed.xml'), undefined, fetcher, now)).toMatchObject({ type: 'failed' })
    expect(asked).toBe(6)
  })

  test('with damaged compression fails in words', async () => {
    answers.set('/a.xml', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('this is not gzip'),
    )
    expect(await fetchFeed(at('/a.xml'), undefined, fetcher, now)).toMatchObject({
      error: 'the compression of the answer is damaged',
    })
  })

  test('that refuses connections fails in words, and is not taken for a missing network', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const free = (closed.address() as AddressInfo).port
    await new Promise((resolve) => closed.close(resolve))
    const anyPort = newFetcher({ allowPrivate: () => true })
    const outcome = await fetchFeed({ url: `http://127.0.0.1:${free}/`, kind: 'rss' }, undefined, anyPort, now)
    expect(outcome).toMatchObject({ error: 'the server refuses connections', isOffline: false })
    await anyPort.close()
  })

  test.each(['ENOTFOUND', 'EAI_AGAIN'])(
    'whose name cannot be looked up (%s) may mean that there is no network',
    async (code) => {
      const offline = newFetcher({
        resolveName: () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code })),
      })
      const outcome = await fetchFeed({ url: 'https://news.example/feed', kind: 'rss' }, undefined, offline, now)
      expect(outcome).toMatchObject({ type: 'failed', isOffline: true })
      expect(outcome.type === 'failed' && outcome.error).toContain('the name could not be looked up')
      await offline.close()
    },
  )
})

describe('limits', () => {
  test('a body announced as too long is not read', async () => {
    answers.set('/big.xml', (_, response) => response.writeHead(200, { 'content-length': '100001' }).write('x'))
    await expect(fetcher.get(`${base}/big.xml`)).rejects.toThrow(BodyTooLargeError)
  })

  test('a body without end is cut at the limit', async () => {
    answers.set('/endless.xml', (_, response) => {
      const write = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        if (!response.destroyed) response.once('drain', write)
      }
      write()
    })
    await expect(fetcher.get(`${base}/endless.xml`)).rejects.toThrow(BodyTooLargeError)
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('a %s bomb is cut at the decompressed limit', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(20_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    answers.set('/bomb.xml', (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb))
    await expect(fetcher.get(`${base}/bomb.xml`)).rejects.toThrow(BodyTooLargeError)
    expect(await fetchFeed(at('/bomb.xml'), undefined, fetcher, now)).toMatchObject({
      error: 'the answer is longer than 0.1 MB',
    })
  })

  test('a server that never answers, and one that drips, are left in time', async () => {
    const hasty = newFetcher({ timeoutMs: 200 })
    answers.set('/silent.xml', () => undefined)
    answers.set('/drip.xml', (_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    })
    const startedAt = performance.now()
    await expect(hasty.get(`${base}/silent.xml`)).rejects.toThrow(FetchTimeoutError)
    await expect(hasty.get(`${base}/drip.xml`)).rejects.toThrow(FetchTimeoutError)
    expect(performance.now() - startedAt).toBeLessThan(1_500)
    await hasty.close()
  })

  test('a name that is never found is left in time', async () => {
    const waiting = newFetcher({ timeoutMs: 100, resolveName: () => new Promise(() => undefined) })
    await expect(waiting.get('http://news.example/')).rejects.toThrow(FetchTimeoutError)
    await waiting.close()
  })

  test('a signal ends the fetch with its reason', async () => {
    answers.set('/silent.xml', () => undefined)
    const stop = new AbortController()
    const fetching = fetchFeed(at('/silent.xml'), undefined, fetcher, now, stop.signal)
    setTimeout(() => stop.abort(new Error('enough')), 30)
    await expect(fetching).rejects.toThrow('enough')
    await expect(fetchFeed(at('/silent.xml'), undefined, fetcher, now, stop.signal)).rejects.toThrow('enough')
  })

  test('at most two connections to one host', async () => {
    let open = 0
    let most = 0
    for (let n = 0; n < 8; n++) {
      answers.set(`/slow${n}.xml`, (_, response) => {
        most = Math.max(most, ++open)
        setTimeout(() => {
          open--
          response.end(rss('slow'))
        }, 20)
      })
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => fetcher.get(`${base}/slow${n}.xml`)))
    expect(most).toBe(2)
  })
})

describe('redirects', () => {
  const redirect =
    (status: number, location: string): Answer =>
    (_, response) =>
      response.writeHead(status, { location }).end()

  test('permanent ones are remembered, and the next poll goes there straight away', async () => {
    answers.set('/old.xml', redirect(301, '/newer.xml'))
    answers.set('/newer.xml', redirect(308, '/new.xml'))
    answers.set('/new.xml', (_, response) => response.end(rss('new', 'one')))
    const outcome = await fetchFeed(at('/old.xml'), undefined, fetcher, now)
    expect(outcome).toMatchObject({ type: 'changed', movedTo: `${base}/new.xml`, finalUrl: `${base}/new.xml` })
    const state = nextState(firstState(at('/old.xml').url, 'old', 0), outcome, {
      now: 0,
      random: () => 0,
      entriesChanged: true,
    })
    requests.length = 0
    await fetchFeed(at('/old.xml'), state, fetcher, now)
    expect(requests.map(({ path }) => path)).toEqual(['/new.xml'])
  })

  test('validators go along, for they are of the server at the end', async () => {
    answers.set('/a.xml', redirect(302, '/b.xml'))
    answers.set('/b.xml', (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"b"' ? 304 : 200, { etag: '"b"' }).end(),
    )
    expect(await fetchFeed(at('/a.xml'), { etag: '"b"' }, fetcher, now)).toMatchObject({ type: 'unchanged' })
  })

  test('temporary ones are followed and forgotten, with all that comes after them', async () => {
    answers.set('/a.xml', redirect(302, '/b.xml'))
    answers.set('/b.xml', redirect(301, '/c.xml'))
    answers.set('/c.xml', (_, response) => response.end(rss('c')))
    const outcome = await fetchFeed(at('/a.xml'), undefined, fetcher, now)
    expect(outcome).toMatchObject({ type: 'changed', finalUrl: `${base}/c.xml` })
    expect(outcome.type === 'changed' && outcome.movedTo).toBeUndefined()
  })

  test('five are followed, a circle is not', async () => {
    for (let n = 0; n < 5; n++) answers.set(`/r${n}.xml`, redirect(302, `/r${n + 1}.xml`))
    answers.set('/r5.xml', (_, response) => response.end(rss('r')))
    expect((await fetcher.get(`${base}/r0.xml`)).status).toBe(200)
    answers.set('/loop.xml', redirect(302, '/loop.xml'))
    await expect(fetcher.get(`${base}/loop.xml`)).rejects.toThrow(TooManyRedirectsError)
    expect(await fetchFeed(at('/loop.xml'), undefined, fetcher, now)).toMatchObject({
      error: 'the address redirects in a circle',
    })
  })

  test.each(['file:///etc/passwd', 'ftp://files.example/', 'javascript:alert(1)', 'data:text/xml,<rss/>'])(
    'to %s is refused',
    async (location) => {
      answers.set('/a.xml', redirect(302, location))
      await expect(fetcher.get(`${base}/a.xml`)).rejects.toThrow(AddressRefusedError)
    },
  )

  test('from a public-looking host to this machine is refused, unless exactly that host and port are allowed', async () => {
    answers.set('/', (request, response) => {
      const target = request.headers.host?.startsWith('news.example') ? `http://127.0.0.1:${port}/inside` : '/inside'
      response.writeHead(302, { location: target }).end()
    })
    answers.set('/inside', (_, response) => response.end(rss('inside')))
    // The name leads to the loopback server, as a public one would to its own address.
    const resolveName = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    const publicOnly = newFetcher({ resolveName, allowPrivate: (host, at) => host === 'news.example' && at === port })
    await expect(publicOnly.get(`http://news.example:${port}/`)).rejects.toThrow(AddressRefusedError)
    expect(requests.map(({ path }) => path)).toEqual(['/'])
    const otherPort = newFetcher({
      resolveName,
      allowPrivate: (host, at) => (host === 'news.example' ? at === port : at === port + 1),
    })
    await expect(otherPort.get(`http://news.example:${port}/`)).rejects.toThrow(AddressRefusedError)
    const allowed = newFetcher({
      resolveName,
      allowPrivate: (host, at) => at === port && (host === 'news.example' || host === '127.0.0.1'),
    })
    expect((await allowed.get(`http://news.example:${port}/`)).status).toBe(200)
    await Promise.all([publicOnly, otherPort, allowed].map((each) => each.close()))
  })

  test('a password is sent to its own host only, and never shown', async () => {
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers.authorization)
      response.end(rss('elsewhere'))
    })
    const seen: (string | undefined)[] = []
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    const other = (elsewhere.address() as AddressInfo).port
    const both = newFetcher({ allowPrivate: (host) => host === '127.0.0.1' })
    answers.set('/a.xml', redirect(302, `http://127.0.0.1:${other}/`))
    const response = await both.get(`http://reader:secret@127.0.0.1:${port}/a.xml`)
    expect(requests[0]!.headers.authorization).toBe(`Basic ${Buffer.from('reader:secret').toString('base64')}`)
    expect(seen).toEqual([undefined])
    expect(response.url).not.toContain('secret')
    await expect(both.get('http://reader:secret@localhost.:1/')).rejects.not.toThrow(/secret/)
    await both.close()
    await new Promise((resolve) => elsewhere.close(resolve))
  })
})

describe('the poller', () => {
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

  function poller(paths: readonly string[], options: Partial<Parameters<typeof createPoller>[0]> = {}) {
    return createPoller({
      feeds: () => paths.map((path): PolledFeed => ({ ...at(path), state: states.get(at(path).url) })),
      fetcher,
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
    answers.set('/hang.xml', () => undefined)
    answers.set('/broken.xml', (_, response) => response.destroy())
    answers.set('/huge.xml', (_, response) => response.end('x'.repeat(200_000)))
    answers.set('/loop.xml', (_, response) => response.writeHead(302, { location: '/loop.xml' }).end())
    for (let n = 0; n < 10; n++) answers.set(`/good${n}.xml`, (_, response) => response.end(rss(`good${n}`)))
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
    answers.set('/slow.xml', (_, response) => setTimeout(() => response.end(rss('slow')), 300))
    const stop = new AbortController()
    const running = poller(['/slow.xml']).run(stop.signal)
    await sleep(60, stop.signal)
    stop.abort()
    await running
    const seen = [outcomes.length, requests.length]
    await new Promise((resolve) => setTimeout(resolve, 350))
    expect([outcomes.length, requests.length]).toEqual(seen)
    expect(outcomes).toEqual([])
  })

  test('waits for each feed until it is due', async () => {
    answers.set('/a.xml', (_, response) => response.end(rss('a')))
    const stop = new AbortController()
    const running = poller(['/a.xml']).run(stop.signal)
    await sleep(150, stop.signal)
    stop.abort()
    await running
    expect(requests.length).toBe(1)
  })

  test('pollNow polls the feeds asked for, due or not, and once each', async () => {
    for (const path of ['/a.xml', '/b.xml']) answers.set(path, (_, response) => response.end(rss('x')))
    const once = poller(['/a.xml', '/b.xml'])
    expect(await once.pollNow()).toBe(2)
    expect(await once.pollNow([`${base}/a.xml`, `${base}/unknown.xml`])).toBe(1)
    expect(outcomes.map(([path]) => path).sort()).toEqual(['/a.xml', '/a.xml', '/b.xml'])
    const [one, two] = await Promise.all([once.pollNow([`${base}/b.xml`]), once.pollNow([`${base}/b.xml`])])
    expect([one, two, outcomes.length]).toEqual([1, 1, 4])
  })

  test('a feed whose outcome cannot be stored rests; the others go on', async () => {
    for (const path of ['/a.xml', '/b.xml']) answers.set(path, (_, response) => response.end(rss('x')))
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
})

describe('checking an address', () => {
  test('a feed is described', async () => {
    answers.set('/feed', (_, response) => response.end(rss('Hong Kong Observer', 'newest', 'older')))
    const check = await checkSource(`${base}/feed`, fetcher, now)
    expect(check.feeds).toMatchObject([
      {
        url: `${base}/feed`,
        title: 'Hong Kong Observer',
        entries: 2,
        newestTitle: 'newest',
        suggestedId: 'hong-kong-observer',
        kind: 'rss',
      },
    ])
  })

  test('a page leads to the feeds it names', async () => {
    answers.set('/', (_, response) =>
      response.end(
        '<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/feed"><link rel=alternate type=application/atom+xml href=gone.atom>' +
          '<link rel=stylesheet href=/style.css></head>',
      ),
    )
    answers.set('/feed', (_, response) => response.end(rss('found', 'one')))
    const check = await checkSource(`${base}/`, fetcher, now)
    expect(check.feeds.map(({ url }) => url)).toEqual([`${base}/feed`])
    expect(check.problems).toEqual([`${base}/gone.atom: the server answered 404: there is nothing at this address`])
  })

  test('a page without feeds says what it is', async () => {
    answers.set('/', (_, response) => response.end('<!doctype html><title>Hello</title>'))
    const check = await checkSource(`${base}/`, fetcher, now)
    expect(check).toEqual({
      url: `${base}/`,
      feeds: [],
      problems: [`${base}/: it is an HTML page; look there for the address of its feed`],
    })
  })
})
