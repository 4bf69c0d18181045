import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoDayDeps, EVENING, emptyDeps } from '../../../test/fixtures/demo-day.ts'
import { parseInstant } from '../../lib/parse-instant.ts'
import { plainText } from '../../lib/plain-text.ts'
import { loadBeat } from '../../run/beat.ts'
import { parseFeed } from '../../source/parse-feed.ts'
import { openStore } from '../../store/open-store.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import { sampleState } from '../../store/testing/samples.ts'
import type { SiteDeps } from '../deps.ts'
import { createSite } from '../site.ts'
import { FEED_CONTENT_TYPES, FEED_FORMATS, type FeedFormat, renderStoryFeed, type StoryFeed } from './published-feed.ts'

let deps: SiteDeps
let site: Hono
let top: StoryRecord

beforeAll(async () => {
  deps = await demoDayDeps()
  site = await createSite(deps)
  top = (await deps.store.listStories({ order: 'score', limit: 1 })).stories[0]!
})
afterAll(() => deps.store.close())

async function textOf(url: string): Promise<string> {
  const response = await site.request(url)
  expect(response.status, url).toBe(200)
  return response.text()
}

const read = (text: string, format: FeedFormat) =>
  parseFeed(new TextEncoder().encode(text), {
    contentType: FEED_CONTENT_TYPES[format],
    url: 'http://localhost/',
  })

/** The same feed in the words of another reader. */
function readByFeedsmith(text: string): {
  title?: string
  titles: (string | undefined)[]
  ids: (string | undefined)[]
} {
  const { format, feed } = parseWithFeedsmith(text)
  if (format === 'rss') {
    const items = feed.items ?? []
    return { title: feed.title, titles: items.map((item) => item.title), ids: items.map((item) => item.guid?.value) }
  }
  if (format === 'atom') {
    const entries = feed.entries ?? []
    return {
      title: feed.title?.value,
      titles: entries.map((entry) => entry.title?.value),
      ids: entries.map((entry) => entry.id),
    }
  }
  if (format !== 'json') throw new Error(`no feed of ours: ${format}`)
  const items = feed.items ?? []
  return { title: feed.title, titles: items.map((item) => item.title), ids: items.map((item) => item.id) }
}

const PAGES = ['', '/entity/hbm4', '/s/1'] as const

describe.each(FEED_FORMATS)('%s', (format) => {
  test.each(PAGES)('of %s/ is read by our reader and by another, to the same entries', async (page) => {
    const text = await textOf(`${page}/feed.${format}`)
    const feed = read(text, format)
    const other = readByFeedsmith(text)
    expect(feed.isSalvaged).toBe(false)
    expect(feed.entries.length).toBeGreaterThan(0)
    expect(feed.entries.map((entry) => entry.id)).toEqual(other.ids)
    expect(feed.entries.map((entry) => plainText(entry.title!))).toEqual(other.titles)
    expect(feed.title).toBe(other.title)
    for (const entry of feed.entries) {
      expect(entry.link).toMatch(/^http:\/\/localhost\/s\/\d+$/)
      expect(entry.id).toBe(entry.link)
      expect(parseInstant(entry.published!)).toBeLessThanOrEqual(EVENING)
      expect(entry.content ?? entry.summary).toMatch(/^<p lang="[\w-]+">[^<]+<\/p>/)
      expect(entry.content ?? entry.summary).toMatch(/<p><a href="https?:[^"]+">Read the original: [^<]+ →<\/a><\/p>$/)
    }
  })

  test('keeps to the filters of the page, and names itself by the one address that has them', async () => {
    const text = await textOf(`/feed.${format}?utm_source=x&kind=policy&lang=ja`)
    const ids = read(text, format).entries.map((entry) => entry.id)
    const { stories } = await deps.store.listStories({ kind: 'policy', order: 'score', limit: 50 })
    expect(ids).toEqual(stories.map((story) => `http://localhost/s/${story.id}`))
    const self = `http://localhost/feed.${format}?kind=policy&lang=ja`
    expect(text).toContain(format === 'json' ? self : self.replace('&', '&amp;'))
    expect(text).not.toContain('utm_source')
    expect(text).toContain('独立')
    expect(text).toContain('話題と、その順位の理由。')
    expect(text).toContain('政策')
  })

  test('ids and bytes stay where nothing changed', async () => {
    expect(await textOf(`/feed.${format}`)).toBe(await textOf(`/feed.${format}`))
  })

  test('of a site without stories is valid, and empty', async () => {
    const store = await openStore({ file: ':memory:' })
    const text = await (await (await createSite(emptyDeps(store, loadBeat()))).request(`/feed.${format}`)).text()
    await store.close()
    expect(read(text, format)).toMatchObject({ title: 'Auspex', entries: [], isSalvaged: false })
    expect(readByFeedsmith(text)).toMatchObject({ title: 'Auspex', titles: [] })
  })

  test('of what is not there says so', async () => {
    expect((await site.request(`/s/99999/feed.${format}`)).status).toBe(404)
    expect((await site.request(`/entity/nobody/feed.${format}`)).status).toBe(404)
  })

  test.each([
    ['markup', '<script>alert(1)</script> & <b>bold</b>'],
    ['the end of CDATA', 'a ]]> b <![CDATA[ c'],
    ['entities', '&lt;i&gt; &amp;amp; &#0; &bogus;'],
    ['quotation marks', `"double" 'single' \u2018curly\u2019`],
    ['Han, kana and emoji', '柔佛數據中心 ジョホール 👩🏽‍🚀'],
  ])('carries %s in a headline unchanged', (_, headline) => {
    const feed = storyFeed(headline)
    const text = renderStoryFeed(feed, format)
    expect(readByFeedsmith(text).ids).toEqual([`https://auspex.example/s/${top.id}`])
    expect(readByFeedsmith(text).titles).toEqual([headline])
    const entry = read(text, format).entries[0]!
    // RSS leaves open whether a title is text or HTML, and our reader takes HTML.
    if (format !== 'rss') expect(plainText(entry.title!)).toBe(headline)
    const content = entry.content ?? entry.summary!
    expect(content).not.toContain('<script')
    expect(plainText(content)).toContain(`${headline}.`)
  })

  test('takes out what XML cannot hold', () => {
    const text = renderStoryFeed(storyFeed('a\u0000b\u0008c\ud83dd\udc00e\uffff'), format)
    expect(read(text, format).entries[0]?.title).toBe('abcde')
    expect(text).not.toMatch(/[\u0000-\u0008\uffff]/)
    expect(Buffer.from(text).toString()).toBe(text)
  })
})

function storyFeed(headline: string): StoryFeed {
  const text = `${headline}.`
  const summary = { ...top.summary, sentences: [{ text, language: 'en', citations: [] }] }
  return {
    title: headline,
    description: 'd',
    pageUrl: 'https://auspex.example/?kind=policy&tier=1',
    feedUrl: 'https://auspex.example/feed.rss?kind=policy&tier=1',
    baseUrl: 'https://auspex.example',
    language: 'en',
    asOf: EVENING,
    stories: [{ ...top, headline: { ...top.headline, text: headline }, summary }],
    originals: new Map([[top.id, { url: 'https://lab.example/?a=1&b=2', sourceName: headline }]]),
    nameOf: (id) => `${id} & ${headline}`,
  }
}

test('a feed without entries says as of when it has none: the newest change, before one the newest answer, else the start', async () => {
  const updatedOf = (atom: string) => /<updated>([^<]+)<\/updated>/.exec(atom)?.[1]
  const [newest] = await deps.store.events({ limit: 1, newestFirst: true })
  const expected = new Date(newest!.at).toISOString()
  for (const path of [
    '/search/feed.atom?q=zeppelin',
    '/feed.atom?hours=1&kind=people&hide=a',
    '/feed.atom?hide=zzz&language=sw',
  ]) {
    expect(updatedOf(await textOf(path)), path).toBe(expected)
  }
  expect(await textOf('/search/feed.rss?q=zeppelin')).toContain(`<lastBuildDate>${new Date(newest!.at).toUTCString()}`)
  const store = await openStore({ file: ':memory:' })
  const empty = emptyDeps(store, loadBeat())
  const atom = async (path: string) => (await (await createSite(empty)).request(path)).text()
  for (const path of ['/feed.atom', '/corrections/feed.atom', '/brief/feed.atom']) {
    expect(updatedOf(await atom(path)), path).toBe(new Date(empty.status().startedAt).toISOString())
  }
  await store.saveFeed({
    state: sampleState('a', { lastAttemptAt: EVENING, lastSuccessAt: EVENING - 5_000 }),
    drafts: [],
  })
  expect(updatedOf(await atom('/feed.atom'))).toBe(new Date(EVENING - 5_000).toISOString())
  await store.close()
})

test('language, dates and self links stand where each format wants them', async () => {
  const rss = await textOf('/feed.rss?lang=zh-Hant')
  expect(rss).toContain('<language>zh-Hant</language>')
  expect(rss).toMatch(/<pubDate>\w{3}, \d{2} \w{3} 2026 \d\d:\d\d:\d\d GMT<\/pubDate>/)
  expect(rss).toMatch(/<atom:link href="http:\/\/localhost\/feed\.rss\?lang=zh-Hant" rel="self"/)
  const atom = await textOf('/feed.atom')
  expect(atom).toMatch(/<updated>2026-11-\d\dT\d\d:\d\d:\d\d\.\d{3}Z<\/updated>/)
  expect(atom).toMatch(/<link href="http:\/\/localhost\/feed\.atom" rel="self"/)
  expect(atom).toMatch(/<feed [^>]*xml:lang="en"/)
  expect(await textOf('/feed.atom?lang=ja')).toMatch(/<feed [^>]*xml:lang="ja"/)
  expect(atom).toMatch(/<entry xml:lang="(en|zh|zh-Hans|zh-Hant|ja|ko)">/)
  const json = JSON.parse(await textOf('/feed.json')) as Record<string, unknown>
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    language: 'en',
    home_page_url: 'http://localhost/',
    feed_url: 'http://localhost/feed.json',
  })
})

test('a public address stands in every link, whoever asks', async () => {
  const settings = { ...deps.settings, baseUrl: 'https://news.example' }
  const text = await (await (await createSite({ ...deps, settings })).request('/feed.atom')).text()
  expect(text).not.toContain('localhost')
  expect(text).toContain('<link href="https://news.example/feed.atom" rel="self"')
})

test.each([
  ['/', '/feed.atom'],
  ['/?kind=policy', '/feed.atom?kind=policy'],
  ['/entity/hbm4', '/entity/hbm4/feed.atom'],
  ['/s/1', '/s/1/feed.atom'],
])('a reader that is given %s finds its feed', async (page, feed) => {
  const html = await textOf(page)
  const links = [...html.matchAll(/<link rel="alternate" type="application\/atom\+xml" href="([^"]+)"/g)]
  expect(links.map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), 'http://localhost/').href)).toEqual([
    `http://localhost${feed}`,
  ])
  await textOf(feed)
})

test('a list that holds nothing is a feed with no items', async () => {
  expect(JSON.parse(await textOf('/search/feed.json?q=zeppelin'))).toMatchObject({ items: [] })
})
