import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { AddressRefusedError, BodyTooLargeError, FetchTimeoutError, TooManyRedirectsError } from './fetch-errors.ts'
import { fetchFeed } from './fetch-feed.ts'
import { firstState, nextState } from './schedule.ts'
import { type Answer, loopbackOfFile } from './testing/loopback.ts'
import { rss } from './testing/rss.ts'

const loopback = loopbackOfFile({ maxBodyBytes: 100_000 })
const { answer, at } = loopback
const now = () => Date.now()

describe('limits', () => {
  test('a body announced as too long is not read', async () => {
    answer('/big.xml', (_, response) => response.writeHead(200, { 'content-length': '100001' }).write('x'))
    await expect(loopback.fetcher.get(`${loopback.url}/big.xml`)).rejects.toThrow(BodyTooLargeError)
  })

  test('a body without end is cut at the limit', async () => {
    answer('/endless.xml', (_, response) => {
      const write = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        if (!response.destroyed) response.once('drain', write)
      }
      write()
    })
    await expect(loopback.fetcher.get(`${loopback.url}/endless.xml`)).rejects.toThrow(BodyTooLargeError)
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('a %s bomb is cut at the decompressed limit', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(20_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    answer('/bomb.xml', (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb))
    await expect(loopback.fetcher.get(`${loopback.url}/bomb.xml`)).rejects.toThrow(BodyTooLargeError)
    expect(await fetchFeed(at('/bomb.xml'), undefined, loopback.fetcher, now)).toMatchObject({
      error: 'the answer is longer than 0.1 MB',
    })
  })

  test('a server that never answers, and one that drips, are left in time', async () => {
    const hasty = loopback.newFetcher({ timeoutMs: 200 })
    loopback.answers.set('/silent.xml', () => undefined)
    answer('/drip.xml', (_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    })
    const startedAt = performance.now()
    await expect(hasty.get(`${loopback.url}/silent.xml`)).rejects.toThrow(FetchTimeoutError)
    await expect(hasty.get(`${loopback.url}/drip.xml`)).rejects.toThrow(FetchTimeoutError)
    expect(performance.now() - startedAt).toBeLessThan(1_500)
    await hasty.close()
  })

  test('a name that is never found is left in time', async () => {
    const waiting = loopback.newFetcher({ timeoutMs: 100, resolveName: () => new Promise(() => undefined) })
    await expect(waiting.get('http://news.example/')).rejects.toThrow(FetchTimeoutError)
    await waiting.close()
  })

  test('a signal ends the fetch with its reason', async () => {
    loopback.answers.set('/silent.xml', () => undefined)
    const stop = new AbortController()
    const fetching = fetchFeed(at('/silent.xml'), undefined, loopback.fetcher, now, stop.signal)
    setTimeout(() => stop.abort(new Error('enough')), 30)
    await expect(fetching).rejects.toThrow('enough')
    await expect(fetchFeed(at('/silent.xml'), undefined, loopback.fetcher, now, stop.signal)).rejects.toThrow('enough')
  })

  test('at most two connections to one host', async () => {
    let open = 0
    let most = 0
    for (let n = 0; n < 8; n++) {
      answer(`/slow${n}.xml`, (_, response) => {
        most = Math.max(most, ++open)
        setTimeout(() => {
          open--
          response.end(rss('slow'))
        }, 20)
      })
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => loopback.fetcher.get(`${loopback.url}/slow${n}.xml`)))
    expect(most).toBe(2)
  })
})

describe('redirects', () => {
  const redirect =
    (status: number, location: string): Answer =>
    (_, response) =>
      response.writeHead(status, { location }).end()

  test('permanent ones are remembered, and the next poll goes there straight away', async () => {
    loopback.answers.set('/old.xml', redirect(301, '/newer.xml'))
    loopback.answers.set('/newer.xml', redirect(308, '/new.xml'))
    answer('/new.xml', (_, response) => response.end(rss('new', 'one')))
    const outcome = await fetchFeed(at('/old.xml'), undefined, loopback.fetcher, now)
    expect(outcome).toMatchObject({
      type: 'changed',
      movedTo: `${loopback.url}/new.xml`,
      finalUrl: `${loopback.url}/new.xml`,
    })
    const state = nextState(firstState(at('/old.xml').url, 'old', 0), outcome, {
      now: 0,
      random: () => 0,
      entriesChanged: true,
    })
    loopback.asked.length = 0
    await fetchFeed(at('/old.xml'), state, loopback.fetcher, now)
    expect(loopback.asked).toEqual(['/new.xml'])
  })

  test('validators go along, for they are of the server at the end', async () => {
    loopback.answers.set('/a.xml', redirect(302, '/b.xml'))
    answer('/b.xml', (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"b"' ? 304 : 200, { etag: '"b"' }).end(),
    )
    expect(await fetchFeed(at('/a.xml'), { etag: '"b"' }, loopback.fetcher, now)).toMatchObject({ type: 'unchanged' })
  })

  test('temporary ones are followed and forgotten, with all that comes after them', async () => {
    loopback.answers.set('/a.xml', redirect(302, '/b.xml'))
    loopback.answers.set('/b.xml', redirect(301, '/c.xml'))
    answer('/c.xml', (_, response) => response.end(rss('c')))
    const outcome = await fetchFeed(at('/a.xml'), undefined, loopback.fetcher, now)
    expect(outcome).toMatchObject({ type: 'changed', finalUrl: `${loopback.url}/c.xml` })
    expect(outcome.type === 'changed' && outcome.movedTo).toBeUndefined()
  })

  test('to a host that asks for time between requests: the wait is no delay of the feed', async () => {
    loopback.answers.set('/a.xml', redirect(301, '/b.xml'))
    answer('/b.xml', (_, response) => response.end(rss('b')))
    const hasty = loopback.newFetcher({ timeoutMs: 200 })
    hasty.slowDown('127.0.0.1', 400)
    expect((await hasty.get(`${loopback.url}/a.xml`)).status).toBe(200)
    await hasty.close()
  })

  test('the time is for all of them together', async () => {
    const slowly =
      (location: string): Answer =>
      (_, response) =>
        void setTimeout(() => response.writeHead(302, { location }).end(), 150)
    for (let n = 0; n < 4; n++) loopback.answers.set(`/r${n}.xml`, slowly(`/r${n + 1}.xml`))
    answer('/r4.xml', (_, response) => response.end(rss('r')))
    const hasty = loopback.newFetcher({ timeoutMs: 400 })
    await expect(hasty.get(`${loopback.url}/r0.xml`)).rejects.toThrow(FetchTimeoutError)
    await hasty.close()
  })

  test('five are followed, a circle is not', async () => {
    for (let n = 0; n < 5; n++) loopback.answers.set(`/r${n}.xml`, redirect(302, `/r${n + 1}.xml`))
    answer('/r5.xml', (_, response) => response.end(rss('r')))
    expect((await loopback.fetcher.get(`${loopback.url}/r0.xml`)).status).toBe(200)
    loopback.answers.set('/loop.xml', redirect(302, '/loop.xml'))
    await expect(loopback.fetcher.get(`${loopback.url}/loop.xml`)).rejects.toThrow(TooManyRedirectsError)
    expect(await fetchFeed(at('/loop.xml'), undefined, loopback.fetcher, now)).toMatchObject({
      error: 'the address redirects in a circle',
    })
  })

  test.each(['file:///etc/passwd', 'ftp://files.example/', 'javascript:alert(1)', 'data:text/xml,<rss/>'])(
    'to %s is refused',
    async (location) => {
      loopback.answers.set('/a.xml', redirect(302, location))
      await expect(loopback.fetcher.get(`${loopback.url}/a.xml`)).rejects.toThrow(AddressRefusedError)
    },
  )

  test('from a public-looking host to this machine is refused, unless exactly that host and port are allowed', async () => {
    answer('/', (request, response) => {
      const target = request.headers.host?.startsWith('news.example')
        ? `http://127.0.0.1:${loopback.port}/inside`
        : '/inside'
      response.writeHead(302, { location: target }).end()
    })
    answer('/inside', (_, response) => response.end(rss('inside')))
    // The name leads to the loopback server, as a public one would to its own address.
    const resolveName = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    const publicOnly = loopback.newFetcher({
      resolveName,
      allowPrivate: (host, at) => host === 'news.example' && at === loopback.port,
    })
    await expect(publicOnly.get(`http://news.example:${loopback.port}/`)).rejects.toThrow(AddressRefusedError)
    expect(loopback.asked).toEqual(['/'])
    const otherPort = loopback.newFetcher({
      resolveName,
      allowPrivate: (host, at) => (host === 'news.example' ? at === loopback.port : at === loopback.port + 1),
    })
    await expect(otherPort.get(`http://news.example:${loopback.port}/`)).rejects.toThrow(AddressRefusedError)
    const allowed = loopback.newFetcher({
      resolveName,
      allowPrivate: (host, at) => at === loopback.port && (host === 'news.example' || host === '127.0.0.1'),
    })
    expect((await allowed.get(`http://news.example:${loopback.port}/`)).status).toBe(200)
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
    const both = loopback.newFetcher({ allowPrivate: (host) => host === '127.0.0.1' })
    let sent: string | undefined
    answer('/a.xml', (request, response) => {
      sent = request.headers.authorization
      redirect(302, `http://127.0.0.1:${other}/`)(request, response)
    })
    const response = await both.get(`http://reader:secret@127.0.0.1:${loopback.port}/a.xml`)
    expect(sent).toBe(`Basic ${Buffer.from('reader:secret').toString('base64')}`)
    expect(seen).toEqual([undefined])
    expect(response.url).not.toContain('secret')
    await expect(both.get('http://reader:secret@localhost.:1/')).rejects.not.toThrow(/secret/)
    await both.close()
    await new Promise((resolve) => elsewhere.close(resolve))
  })
})
