import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SourceClient } from './clients/client.ts'
import { politeClient } from './clients/polite.ts'
import { createCrawlPolicy } from './crawl-policy.ts'
import type { Fetcher } from './fetcher.ts'
import { firstState } from './schedule.ts'
import { type Answer, type Loopback, openLoopback } from './testing/loopback.ts'

let loopback: Loopback
let now: number
const text =
  (body: string, status = 200): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'text/plain' }).end(body)

beforeAll(async () => {
  loopback = await openLoopback()
})
beforeEach(() => {
  now = 0
  loopback.answers.clear()
  loopback.asked.length = 0
})
afterAll(() => loopback.close())

const policy = () => createCrawlPolicy(loopback.fetcher, () => now)
const at = (path: string) => `${loopback.url}${path}`

describe('robots.txt', () => {
  test.each([
    ['says nothing', '', 'allowed', true],
    ['keeps programs from pages', 'User-agent: *\nDisallow: /', 'pages', false],
    ['keeps us by name from everything', 'User-agent: Auspex\nDisallow: /', 'own', false],
    ['keeps others out', 'User-agent: OtherBot\nDisallow: /', 'allowed', true],
    ['lets us by name in', 'User-agent: *\nDisallow: /\n\nUser-agent: auspex\nAllow: /', 'allowed', true],
  ])('that %s', async (_, robots, feed, page) => {
    loopback.answers.set('/robots.txt', text(robots))
    expect(await policy().feed(at('/feed.xml'))).toEqual({ robots: feed })
    expect(await policy().mayReadPage(at('/2026/page'))).toBe(page)
  })

  test.each([
    [404, 'allowed', true],
    [403, 'allowed', true],
    [500, 'unknown', false],
    [429, 'unknown', false],
  ])('that answers %i: a feed is %s, a page may be read: %s', async (status, feed, page) => {
    loopback.answers.set('/robots.txt', text('User-agent: *\nDisallow: /', status))
    expect(await policy().feed(at('/feed.xml'))).toEqual({ robots: feed })
    expect(await policy().mayReadPage(at('/page'))).toBe(page)
  })

  test('is asked for once a day, by however many feeds', async () => {
    loopback.answers.set('/robots.txt', text(''))
    const asked = policy()
    await Promise.all([1, 2, 3].map((n) => asked.feed(at(`/${n}`))))
    now = 23 * 3_600_000
    await asked.feed(at('/4'))
    expect(loopback.asked).toEqual(['/robots.txt'])
    now = 25 * 3_600_000
    await asked.feed(at('/5'))
    expect(loopback.asked).toHaveLength(2)
  })
})

describe('tdmrep.json', () => {
  const reserving = [{ location: '/2026/*', 'tdm-reservation': 1 }]

  test('is asked for once a day, by however many pages', async () => {
    loopback.answers.set('/.well-known/tdmrep.json', reserving)
    const asked = policy()
    const pages = await Promise.all([1, 2, 3].map((n) => asked.mayReadPage(at(`/2026/${n}`))))
    expect(pages).toEqual([false, false, false])
    expect(loopback.asked).toEqual(['/robots.txt', '/.well-known/tdmrep.json'])
  })

  test('of a thousand sites is kept in bounds: those asked longest ago are forgotten', async () => {
    const rules = Array.from({ length: 500 }, (_, n) => ({ location: `/${'x'.repeat(300)}${n}`, 'tdm-reservation': 1 }))
    const file = Buffer.from(JSON.stringify(rules))
    const asked: string[] = []
    const fetcher = {
      async get(url: string) {
        asked.push(url)
        const bytes = url.endsWith('.json') ? file : Buffer.from('')
        return { status: 200, headers: new Map(), bytes, url }
      },
      slowDown: () => undefined,
    } as unknown as Fetcher
    const many = createCrawlPolicy(fetcher, () => 0)
    for (let n = 0; n < 100; n++) await many.isReserved([`https://h${n}.example/page`])
    asked.length = 0
    await many.isReserved(['https://h99.example/page'])
    expect(asked).toEqual([])
    await many.isReserved(['https://h0.example/page'])
    expect(asked).toEqual(['https://h0.example/robots.txt', 'https://h0.example/.well-known/tdmrep.json'])
  })
})

describe('Crawl-delay', () => {
  test('is kept for as long as the site asks for it', async () => {
    const paces: number[] = []
    const listening = { ...loopback.fetcher, slowDown: (_: string, ms: number) => void paces.push(ms) }
    const asked = createCrawlPolicy(listening, () => now)
    for (const robots of ['User-agent: *\nCrawl-delay: 5', 'User-agent: *\nAllow: /']) {
      loopback.answers.set('/robots.txt', text(robots))
      await asked.feed(at('/feed.xml'))
      now += 24 * 3_600_000
    }
    expect(paces).toEqual([5_000, 0])
  })
})

describe('robots.txt that changes', () => {
  const client: SourceClient = { poll: async () => ({ type: 'unchanged', status: 304, latencyMs: 1 }) }
  const forbidding = text('User-agent: Auspex\nDisallow: /')

  test('is heeded a day later, in both directions', async () => {
    const asked = policy()
    for (const [robots, expected] of [
      [text(''), 'allowed'],
      [forbidding, 'own'],
      [text('User-agent: *\nDisallow: /'), 'pages'],
      [text('gone', 404), 'allowed'],
    ] as const) {
      loopback.answers.set('/robots.txt', robots)
      now += 24 * 3_600_000
      expect(await asked.feed(at('/feed.xml'))).toEqual({ robots: expected })
    }
  })

  test('is asked again where the clock ran years ahead when it was read', async () => {
    const asked = policy()
    now = 10 * 365 * 24 * 3_600_000
    loopback.answers.set('/robots.txt', text(''))
    loopback.answers.set('/.well-known/tdmrep.json', [{ location: '/', 'tdm-reservation': 1 }])
    expect([await asked.feed(at('/feed.xml')), await asked.mayReadPage(at('/1'))]).toEqual([
      { robots: 'allowed' },
      false,
    ])
    now = 24 * 3_600_000
    loopback.answers.set('/robots.txt', forbidding)
    loopback.answers.set('/.well-known/tdmrep.json', [])
    expect([await asked.feed(at('/feed.xml')), await asked.isReserved([at('/1')])]).toEqual([{ robots: 'own' }, false])
  })

  test('to one that cannot be read changes nothing of a refusal', async () => {
    const state = firstState(at('/feed.xml'), 'a', 0)
    const feed = { url: at('/feed.xml'), kind: 'rss' as const, sourceId: 'a' }
    loopback.answers.set('/robots.txt', text('', 503))
    const polled = async (robots: 'own' | 'pages') =>
      await politeClient(client, policy()).poll(
        { ...feed, state: { ...state, permission: { robots } } },
        { fetcher: loopback.fetcher, now: () => now },
      )
    expect(await polled('own')).toMatchObject({ type: 'failed', permission: { robots: 'own' } })
    expect(await polled('pages')).toMatchObject({ type: 'unchanged', permission: { robots: 'unknown' } })
  })
})

test('of a robots.txt without end the first 500 KB are read', async () => {
  const head = `User-agent: *\nDisallow: /private\n#${'x'.repeat(600_000)}\n`
  loopback.answers.set('/robots.txt', text(`${head}Disallow: /late\n${'#\n'.repeat(500_000)}`))
  const { mayReadPage } = policy()
  expect(await mayReadPage(at('/private/page'))).toBe(false)
  expect(await mayReadPage(at('/late'))).toBe(true)
})

test('of more sites than are remembered those asked longest ago are asked again, though they have no robots.txt', async () => {
  const asked: string[] = []
  const get: Fetcher['get'] = async (url) => {
    asked.push(url)
    return { status: 404, headers: new Map(), bytes: new Uint8Array(), url }
  }
  const { mayReadPage } = createCrawlPolicy({ ...loopback.fetcher, get }, () => now)
  const robotsAsked = async (host: string) => {
    asked.length = 0
    await mayReadPage(`https://${host}/page`)
    return asked.filter((url) => url.endsWith('/robots.txt')).length
  }
  for (let n = 0; n < 40_001; n++) await robotsAsked(`h${n}.example`)
  expect(await robotsAsked('h40000.example')).toBe(0)
  expect(await robotsAsked('h0.example')).toBe(1)
})

test('a page under a reservation of tdmrep.json is not read', async () => {
  loopback.answers.set('/.well-known/tdmrep.json', [
    { location: '/open/*', 'tdm-reservation': 0 },
    { location: '/', 'tdm-reservation': 1 },
  ])
  expect(await policy().mayReadPage(at('/news/1'))).toBe(false)
  expect(await policy().mayReadPage(at('/open/1'))).toBe(true)
})

test('tdmrep.json is asked for once a day, and once an hour while it cannot be', async () => {
  let status = 503
  loopback.answers.set('/.well-known/tdmrep.json', ((_, response) =>
    response.writeHead(status).end('[{"location":"/news/*","tdm-reservation":1}]')) satisfies Answer)
  const asked = policy()
  const reserved = (...paths: string[]) => asked.isReserved(paths.map(at))
  const times = () => loopback.asked.filter((path) => path.endsWith('tdmrep.json')).length
  expect([await reserved('/news/1'), await reserved('/news/2'), times()]).toEqual([undefined, undefined, 1])
  now = 2 * 3_600_000
  status = 200
  expect([await reserved('/feed.xml', '/news/1'), await reserved('/feed.xml'), times()]).toEqual([true, false, 2])
  status = 404
  now = 27 * 3_600_000
  expect([await reserved('/news/1'), await asked.isReserved(['mailto:a@b.example', '']), times()]).toEqual([
    false,
    false,
    3,
  ])
})

test('a feed forbidden by name is not asked for; what its answer reserves is noted', async () => {
  let polls = 0
  const client: SourceClient = {
    poll: async () => {
      polls++
      return { type: 'unchanged', status: 304, latencyMs: 1, reserved: 'tdm' }
    },
  }
  const feed = { url: at('/feed.xml'), kind: 'rss' as const, sourceId: 'a' }
  const context = { fetcher: loopback.fetcher, now: () => now }
  expect((await politeClient(client, policy()).poll(feed, context)).permission).toEqual({
    robots: 'allowed',
    reserved: 'tdm',
  })
  loopback.answers.set('/robots.txt', text('User-agent: Auspex\nDisallow: /feed'))
  expect(await politeClient(client, policy()).poll(feed, context)).toMatchObject({
    type: 'failed',
    error: 'robots.txt of the publisher asks Auspex by name not to read this feed',
    permission: { robots: 'own' },
  })
  expect(polls).toBe(1)
})
