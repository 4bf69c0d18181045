import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFeed } from '../../src/pipeline.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import { firstState } from '../../src/source/schedule.ts'
import type { Source } from '../../src/source/types.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { StoryLookup } from '../../src/store/query-types.ts'
import { sampleSource } from '../../src/store/testing/samples.ts'
import type { Store } from '../../src/store/types.ts'
import { openDesk } from '../fixtures/demo-day.ts'

/** The page that this project began with: an op-ed and a bot's toot of it were counted there as two sources. */
const TITLE = 'For Hong Kong to succeed in AI, energy cannot be an afterthought'
const FETCHED = Date.UTC(2026, 10, 22, 14)

const scmp: Source = {
  ...sampleSource('scmp-tech'),
  name: 'SCMP — Tech',
  tier: 2,
  type: 'press',
  family: 'Alibaba',
  feeds: [{ url: 'https://www.scmp.com/rss/36/feed' }],
}
const sigmoid: Source = {
  ...sampleSource('mastodon-sigmoid-ai'),
  name: 'Mastodon — sigmoid.social',
  kind: 'mastodon',
  language: 'mul',
  tier: 4,
  type: 'community',
  family: 'sigmoid.social',
  feeds: [{ url: 'https://sigmoid.social/api/v1/timelines/tag/ai' }],
}

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>SCMP</title>
<link>https://www.scmp.com/</link><description/><item><title>${TITLE}</title>
<link>https://www.scmp.com/opinion/hong-kong-opinion/article/3330001/hong-kong-succeed-ai?utm_source=rss_feed</link>
<guid>https://www.scmp.com/3330001</guid><pubDate>Sun, 22 Nov 2026 09:00:00 +0800</pubDate>
<dc:creator>Two Authors</dc:creator><description>Hong Kong wants to be a hub for AI, yet its plan leaves out power.
Beyond the AI Supercomputing Centre at Cyberport the city should build with the Greater Bay Area: Huizhou and Jiangmen have
nuclear and wind power close by, and data centres there could carry the load of training.</description></item></channel></rss>`

const tags = ['AI', 'AISupercomputingCentre', 'Beijing', 'China', 'Cyberport', 'GreaterBayArea', 'HongKong', 'Huizhou']
const toot = JSON.stringify([
  {
    id: '115594000000000001',
    created_at: '2026-11-22T01:30:00.000Z',
    language: 'en',
    url: 'https://sigmoid.social/@newsbot/115594000000000001',
    uri: 'https://sigmoid.social/users/newsbot/statuses/115594000000000001',
    content: `<p>Opinion | ${TITLE} https://www. byteseu.com/2126643/ ${tags.map((tag) => `# ${tag}`).join(' ')}</p>`,
    account: { acct: 'newsbot', display_name: 'News bot' },
    tags: tags.map((name) => ({ name: name.toLowerCase() })),
    media_attachments: [],
    card: null,
    reblog: null,
  },
])

describe('the founding page', () => {
  let beat: Beat
  let store: Store
  let found: Extract<StoryLookup, { type: 'story' }>
  beforeAll(async () => {
    beat = loadBeat()
    store = await openStore({ file: ':memory:' })
    await store.saveSources([scmp, sigmoid])
    for (const [source, body] of [
      [scmp, rss],
      [sigmoid, toot],
    ] as const) {
      const feedUrl = source.feeds[0]!.url
      const bytes = new TextEncoder().encode(body)
      const { drafts } = await readFeed(
        { source, feedUrl, bytes, finalUrl: feedUrl, fetchedAt: FETCHED },
        beat.gazetteer,
      )
      await store.saveFeed({ state: firstState(feedUrl, source.id, FETCHED), drafts })
    }
    const desk = await openDesk(store, beat)
    await desk.workOff(10)
    await desk.close()
    const { stories } = await store.listStories({ order: 'newest', limit: 10 })
    expect(stories).toHaveLength(1)
    found = (await store.story(stories[0]!.id)) as typeof found
  })
  afterAll(() => store.close())

  test('A6 #4: one story, one independent report, one echo; never "2 sources"', () => {
    expect(found.story.coverage).toMatchObject({ independent: 1, reports: 1, echoes: 1, copies: 0 })
    expect(found.members.map(({ role, item }) => `${item.sourceId} ${role}`).sort()).toEqual([
      'mastodon-sigmoid-ai echo',
      'scmp-tech report',
    ])
  })

  test('A6 #5: read at SCMP, at its own address without tracking', () => {
    const original = found.members.find(({ itemId }) => itemId === found.story.coverage.originalItemId)
    expect(original?.item.url).toBe(
      'https://www.scmp.com/opinion/hong-kong-opinion/article/3330001/hong-kong-succeed-ai',
    )
  })

  test('A6 #6: commentary, not a primary source; the toot is community', () => {
    expect(Object.fromEntries(found.members.map(({ item, tier }) => [item.sourceId, tier]))).toEqual({
      'scmp-tech': 3,
      'mastodon-sigmoid-ai': 4,
    })
  })

  test('A6 #7: an opinion', () => {
    expect(found.story.kind).toBe('opinion')
  })

  test('the headline is the op-ed’s, without hashtags and addresses', () => {
    expect(found.story.headline.text).toBe(TITLE)
  })

  test('names what it is about', () => {
    for (const id of ['hong-kong', 'gba', 'huizhou', 'jiangmen', 'aisc']) expect(found.story.entityIds).toContain(id)
  })

  test('broken hashtags and addresses of the toot are whole again', () => {
    const item = found.members.find(({ item }) => item.sourceId === 'mastodon-sigmoid-ai')!.item
    expect(item.hashtags).toEqual(expect.arrayContaining(['AISupercomputingCentre', 'GreaterBayArea']))
    expect(item.pointsTo).toBe('https://www.byteseu.com/2126643/')
    expect(item.title).not.toMatch(/#|http/)
  })

  test('A6 #10: each sentence of the summary is a verbatim span of the op-ed', () => {
    const texts = new Map(found.members.map(({ item }) => [item.id, `${item.title}\n${item.text}`]))
    expect(found.story.summary.sentences.length).toBeGreaterThan(0)
    for (const { citations } of found.story.summary.sentences) {
      expect(citations.length).toBeGreaterThan(0)
      for (const { itemId, start, end, quote } of citations) expect(texts.get(itemId)?.slice(start, end)).toBe(quote)
    }
  })
})
