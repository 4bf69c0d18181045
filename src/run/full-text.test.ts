import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCrawlPolicy } from '../source/crawl-policy.ts'
import { type Answer, type Loopback, openLoopback } from '../source/testing/loopback.ts'
import { openStore } from '../store/open-store.ts'
import { sampleDraft, sampleSource } from '../store/testing/samples.ts'
import { isTeaser, withFullText } from './full-text.ts'
import { loadGazetteer } from './gazetteer-file.ts'
import { Ingest } from './ingest.ts'

const BODY = Array.from(
  { length: 12 },
  (_, n) => `<p>Paragraph ${n}: the harbour opened its data centre and ships the first racks to the city.</p>`,
)
const page = (head = '') =>
  `<html><head><title>Harbour</title>${head}</head><body><article><h1>Harbour</h1>${BODY.join('')}</article><nav>Menu</nav></body></html>`

const STEADY = { gazetteer: loadGazetteer(), random: () => 0, minIntervalMs: 1_000, maxIntervalMs: 9_000 }

let loopback: Loopback
beforeAll(async () => {
  loopback = await openLoopback()
})
beforeEach(() => {
  loopback.answers.clear()
  loopback.asked.length = 0
})
afterAll(() => loopback.close())

const html =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
const read = (item = teaser()) =>
  withFullText(item, { fetcher: loopback.fetcher, policy: createCrawlPolicy(loopback.fetcher, Date.now) })
const teaser = () => sampleDraft('a', 'k', { url: `${loopback.url}/page`, text: 'The harbour opened …' }).item

test('the article of the page takes the place of the teaser, marked, under the hash of the feed’s own words', async () => {
  loopback.answers.set('/page', html(page()))
  const item = await read()
  expect(item).toMatchObject({ isFromPage: true, contentHash: teaser().contentHash })
  expect(item!.text).toContain('Paragraph 11')
  expect(item!.text).not.toContain('Menu')
})

test.each([
  ['robots.txt forbids it', () => loopback.answers.set('/robots.txt', html('User-agent: *\nDisallow: /page'))],
  ['a header reserves it', () => loopback.answers.set('/page', html(page(), { 'tdm-reservation': '1' }))],
  ['the page refuses AI', () => loopback.answers.set('/page', html(page('<meta name="robots" content="noai">')))],
  ['it has no more to say', () => loopback.answers.set('/page', html('<p>The harbour opened</p>'))],
  ['it is no page', () => loopback.answers.set('/page', { a: 1 })],
  ['it is not there', () => loopback.answers.delete('/page')],
])('the teaser stays where %s', async (_, arrange) => {
  loopback.answers.set('/page', html(page()))
  arrange()
  expect(await read()).toBeUndefined()
})

test.each([
  ['a short text', { text: 'x' }, true],
  ['a cut-off text', { text: `${'x'.repeat(2_000)} 閱讀全文` }, true],
  ['a whole article', { text: 'x'.repeat(2_000) }, false],
  ['a post', { text: 'x', form: 'post' as const }, false],
  ['a part of a page', { text: 'x', url: 'https://a.example/changelog#2.3' }, false],
  ['an item without a page', { text: 'x', url: undefined }, false],
])('%s is a teaser: %s', (_, more, answer) => expect(isTeaser(sampleDraft('a', 'k', more).item)).toBe(answer))

test('pages are read once, for sources that allow it, and the next poll changes nothing', async () => {
  const rss = `<rss version="2.0"><channel><title>A</title><item><guid>1</guid><link>${loopback.url}/page</link>
    <title>Harbour opens data centre</title><description>The harbour opened …</description></item></channel></rss>`
  loopback.answers.set('/page', html(page())).set('/feed', html(rss))
  const store = await openStore({ file: ':memory:' })
  const feeds = [{ url: `${loopback.url}/feed` }]
  await store.saveSources([sampleSource('a', { feeds, allowsFullText: true })])
  const ingest = await Ingest.open({
    ...{ ...STEADY, store, now: Date.now },
    fullText: { fetcher: loopback.fetcher, policy: createCrawlPolicy(loopback.fetcher, Date.now) },
  })
  const answer = () => ({
    ...{ type: 'changed' as const, status: 200, latencyMs: 1, bytes: Buffer.from(rss), finalUrl: feeds[0]!.url },
  })
  expect((await ingest.take(ingest.feeds()[0]!, answer())).inserted).toEqual([1])
  expect(await ingest.take(ingest.feeds()[0]!, answer())).toMatchObject({ inserted: [], revised: [], unchanged: 1 })
  expect(loopback.asked.filter((path) => path === '/page')).toHaveLength(1)
  const [item] = await store.items([1])
  expect(item!.isFromPage).toBe(true)
  expect(item!.text).toContain('Paragraph 11')
  expect((await store.sourceRecord('a', Date.now())).polls).toMatchObject([
    { outcome: 'changed', entries: 1, inserted: 0 },
    { outcome: 'changed', entries: 1, inserted: 1 },
  ])
  await store.close()
})

test('a page by which our own code fails leaves its item with the feed’s words, and the poll goes on', async () => {
  const entry = (n: number) => `<item><guid>${n}</guid><link>${loopback.url}/page${n}</link><title>Harbour ${n}</title>
    <description>The harbour opened …</description></item>`
  const rss = `<rss version="2.0"><channel><title>A</title>${entry(1)}${entry(2)}</channel></rss>`
  loopback.answers.set('/page1', html(page())).set('/page2', html(page()))
  const store = await openStore({ file: ':memory:' })
  await store.saveSources([sampleSource('a', { feeds: [{ url: `${loopback.url}/feed` }], allowsFullText: true })])
  const policy = createCrawlPolicy(loopback.fetcher, Date.now)
  const mayReadPage = (url: string, signal?: AbortSignal) =>
    url.endsWith('/page1') ? Promise.reject(new RangeError('too deep')) : policy.mayReadPage(url, signal)
  const failures: string[] = []
  const ingest = await Ingest.open({
    ...{ ...STEADY, store, now: Date.now },
    fullText: { fetcher: loopback.fetcher, policy: { ...policy, mayReadPage } },
    onFailure: (feedUrl, error) => failures.push(`${feedUrl} ${error}`),
  })
  const feed = ingest.feeds()[0]!
  const answer = { type: 'changed' as const, status: 200, latencyMs: 1, bytes: Buffer.from(rss), finalUrl: feed.url }
  expect((await ingest.take(feed, answer)).inserted).toHaveLength(2)
  const items = await store.items([1, 2])
  expect(items.map(({ url, isFromPage }) => [url!.slice(-1), isFromPage ?? false]).sort()).toEqual([
    ['1', false],
    ['2', true],
  ])
  expect(failures).toEqual([`${feed.url} the page ${loopback.url}/page1 was given up: RangeError: too deep`])
  expect((await store.sourceRecord('a', Date.now())).polls).toMatchObject([{ outcome: 'changed', inserted: 2 }])
  await store.close()
})

test('a spent budget rests until the next day', async () => {
  const store = await openStore({ file: ':memory:' })
  await store.saveSources([sampleSource('a')])
  let now = Date.UTC(2026, 10, 22, 23)
  const open = () =>
    Ingest.open({
      ...{ ...STEADY, store, now: () => now },
      dailyBudgetBytes: 100,
    })
  const ingest = await open()
  expect(ingest.hasBudget()).toBe(true)
  const bytes = Buffer.alloc(150, 'x')
  const answer = { type: 'changed' as const, status: 200, latencyMs: 1, bytes, finalUrl: 'https://a.example/feed' }
  await ingest.take(ingest.feeds()[0]!, answer)
  expect(ingest.hasBudget()).toBe(false)
  expect((await open()).hasBudget()).toBe(false)
  now += 2 * 3_600_000
  expect(ingest.hasBudget()).toBe(true)
  await store.close()
})
