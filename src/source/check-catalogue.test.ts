import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleSource } from '../store/testing/samples.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { checkSource } from './check-source.ts'
import { clientOf } from './clients/clients.ts'
import { politeClient } from './clients/polite.ts'
import { createCrawlPolicy } from './crawl-policy.ts'
import type { ResolveName } from './guarded-connector.ts'
import { NoNetworkError } from './no-network-error.ts'
import { type Answer, type Loopback, openLoopback } from './testing/loopback.ts'

let loopback: Loopback
beforeAll(async () => {
  loopback = await openLoopback()
})
afterAll(() => loopback.close())

const text =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, headers).end(body)
const rss = (title: string, items = 1) =>
  text(`<rss><channel><title>${title}</title>${'<item><title>x</title></item>'.repeat(items)}</channel></rss>`)
const at = (path: string) => `${loopback.url}${path}`

test('every feed is tried as it is polled; what fails comes with what could take its place', async () => {
  const source = (id: string, path: string, homepage = 'https://nowhere.invalid/') =>
    sampleSource(id, { feeds: [{ url: at(path) }], homepage })
  for (const [path, answer] of Object.entries<unknown>({
    '/good': rss('Good'),
    '/moved': ((_, response) => response.writeHead(301, { location: '/good' }).end()) satisfies Answer,
    '/empty': rss('Empty', 0),
    '/page': text('<html><link rel="alternate" type="application/rss+xml" href="/new"></html>'),
    '/new': rss('New home', 3),
    '/rss.xml': rss('Usual place', 2),
    '/v0/topstories.json': [7],
    '/v0/item/7.json': { id: 7, type: 'story', by: 'a', title: 'A submission', time: 1_764_000_000 },
  })) {
    loopback.answers.set(path, answer)
  }
  const checks = await checkCatalogue(
    [
      source('good', '/good'),
      source('moved', '/moved'),
      source('empty', '/empty', at('/page')),
      source('gone', '/gone', at('/page')),
      source('page', '/page', at('/nothing-named')),
      { ...source('board', '/v0/topstories.json'), kind: 'hackernews' },
      { ...source('off', '/off'), isEnabled: false },
    ],
    { fetcher: loopback.fetcher, now: Date.now },
  )
  expect(
    checks.map(({ sourceId, result, entries, repairs }) => [sourceId, result, entries, repairs.map(({ url }) => url)]),
  ).toEqual([
    ['good', 'answers', 1, []],
    ['moved', 'moved', 1, []],
    ['empty', 'empty', 0, [at('/new')]],
    ['gone', 'fails', undefined, [at('/new')]],
    ['page', 'fails', undefined, [at('/rss.xml')]],
    ['board', 'answers', 1, []],
  ])
  expect(checks.map(({ problem, movedTo }) => problem ?? movedTo)).toEqual([
    undefined,
    at('/good'),
    undefined,
    'the server answered 404: there is nothing at this address',
    'the server answered, but not with a feed: it is an HTML page; look there for the address of its feed',
    undefined,
  ])
})

const noName: ResolveName = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))
const noAnswer: ResolveName = () => new Promise(() => undefined)
const manySources = (feeds: number) =>
  Array.from({ length: feeds }, (_, n) =>
    sampleSource(`s${n}`, {
      // Ten at a host that wants six seconds between requests: the verdict waits for none of them.
      feeds: [{ url: `https://${n < 10 ? `www.reddit.com/r/${n}/.rss` : `s${n}.example/feed`}` }],
      homepage: 'https://elsewhere.example/',
    }),
  )

test.each([
  ['names cannot be looked up', noName, /no network/],
  ['nothing answers', noAnswer, /no full answer|not answer in time/],
])('a machine without network is said to have none after a few feeds: %s', async (_how, resolveName, reason) => {
  const fetcher = loopback.newFetcher({ resolveName, timeoutMs: 300 })
  const startedAt = performance.now()
  const error = await checkCatalogue(manySources(200), { fetcher, now: Date.now, proofWithinMs: 500 }).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(NoNetworkError)
  expect(error).toMatchObject({ reason: expect.stringMatching(reason) })
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  expect((error as NoNetworkError).tried).toBeGreaterThanOrEqual(5)
  await fetcher.close()
})

test('one server that answers proves the network: dead names are then faults of their feeds', async () => {
  loopback.answers.set('/good', rss('Good'))
  const fetcher = loopback.newFetcher({ resolveName: noName })
  const alive = sampleSource('alive', { feeds: [{ url: at('/good') }] })
  const dead = manySources(30).slice(10)
  const checks = await checkCatalogue([alive, ...dead], { fetcher, now: Date.now })
  expect(checks.filter(({ result }) => result === 'fails')).toHaveLength(20)
  await fetcher.close()
})

test.each([
  ['hackernews', '/v0/topstories.json', () => undefined],
  [
    'mastodon',
    '/tags/ai',
    () => {
      const status = {
        id: '1',
        uri: 'https://s.example/1',
        url: 'https://s.example/@a/1',
        content: '<p>x</p>',
        account: { acct: 'a' },
      }
      loopback.answers.set('/tags/ai', text('<html>a page for people</html>'))
      loopback.answers.set('/api/v1/timelines/tag/ai', [
        { ...status, created_at: '2026-11-22T01:30:00.000Z', tags: [] },
      ])
    },
  ],
  [
    'sitemap',
    '/news.xml',
    () => {
      const page = '<url><loc>https://a.example/1</loc><news:news><news:title>One</news:title></news:news></url>'
      const news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
      loopback.answers.set(
        '/news.xml',
        text(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" ${news}>${page}</urlset>`),
      )
    },
  ],
])('an address that only the client of %s can read is known by it', async (kind, path, arrange) => {
  arrange()
  const { feeds } = await checkSource(at(path), loopback.fetcher, Date.now)
  expect(feeds).toMatchObject([{ kind, url: at(path), entries: 1 }])
})

test('a publisher who asks us by name to stay away is not read, nor searched for another feed', async () => {
  loopback.answers.set('/robots.txt', text('User-agent: Auspex\nDisallow: /\n'))
  loopback.answers.set('/kept-away', rss('Kept away'))
  loopback.asked.length = 0
  const policy = createCrawlPolicy(loopback.fetcher, Date.now)
  const source = sampleSource('away', { feeds: [{ url: at('/kept-away') }], homepage: at('/page') })
  const [check] = await checkCatalogue([source], {
    ...{ fetcher: loopback.fetcher, now: Date.now },
    clientFor: (feed) => politeClient(clientOf(feed), policy),
  })
  loopback.answers.delete('/robots.txt')
  expect(check).toMatchObject({ result: 'fails', problem: expect.stringContaining('by name'), repairs: [] })
  expect(loopback.asked).toEqual(['/robots.txt'])
})
