import { expect, test } from 'vitest'
import { firstState } from '../source/schedule.ts'
import type { StreamState } from '../source/timeline-streams.ts'
import type { FeedState, SourceKind } from '../source/types.ts'
import { createSite } from './site.ts'
import { NOON, sampleDeps } from './testing/day.ts'

const DAY = 86_400_000

async function siteWithFeed(change: Partial<FeedState>, bodyBytes = 0, dailyBudgetBytes?: number) {
  const deps = await sampleDeps()
  const { store, settings } = deps
  const source = (await store.sources())[0]!
  const feedUrl = source.feeds[0]!.url
  await store.saveFeed({
    state: { ...firstState(feedUrl, source.id, NOON), ...change },
    drafts: [],
    poll: { at: NOON, outcome: 'changed', latencyMs: 5, bodyBytes },
  })
  const site = await createSite({ ...deps, settings: { ...settings, dailyBudgetBytes } })
  const page = async (url: string) => (await site.request(url)).text()
  return { store, feedUrl, source, page, sourcePage: (query = '') => page(`/sources/${source.id}${query}`) }
}

const failingFor = (days: number): Partial<FeedState> => ({
  ...{ failuresInARow: 9, firstFailureAt: NOON - days * DAY, lastAttemptAt: NOON, error: 'the server answered 500' },
})

test.each<[string, Partial<FeedState>, string]>([
  ['was set aside', failingFor(15), 'It has not answered for two weeks'],
  ['answers 304 for a week', { lastSuccessAt: NOON, lastChangeAt: NOON - 8 * DAY }, 'without anything new'],
  ['is empty', { entries: 0 }, 'It answers without any entry.'],
  ['lives in the future', { entries: 3, futureEntries: 3 }, 'dated in the future'],
  ['has too many entries', { entries: 10_000, isSalvaged: true }, 'the first 10,000 entries'],
  ['is damaged', { entries: 4, isSalvaged: true }, 'It is damaged or cut off'],
  [
    'was not read in part',
    { unread: 'mailbox 2 of 2 (mail.example): the server refuses connections' },
    'A part of it could not be read (mailbox 2 of 2',
  ],
  ['repeats ids', { entries: 4, repeatedIds: 3 }, 'Entries with the id of another: 3'],
  ['reserves mining', { permission: { robots: 'allowed', reserved: 'tdm' } }, 'no text goes to a model'],
])('the page of a source whose feed %s says so', async (_what, state, words) => {
  const { sourcePage } = await siteWithFeed(state)
  expect(await sourcePage()).toContain(words)
  const { sourcePage: healthy } = await siteWithFeed({ entries: 4, lastSuccessAt: NOON, lastChangeAt: NOON })
  expect(await healthy()).not.toContain(words)
})

test('each item of a story says to programs what its words may be used for', async () => {
  const { store, page } = await siteWithFeed({})
  const source = (await store.sourcesById(['kl-filings']))[0]!
  const feedUrl = source.feeds[0]!.url
  const story = (await store.listStories({ sourceId: source.id, order: 'newest', limit: 1 })).stories[0]!
  const member = async () => {
    const { coverage } = JSON.parse(await page(`/api/v1/stories/${story.id}`)) as {
      coverage: readonly { source: { id: string }; licence?: string; reserved?: string }[]
    }
    const of = coverage.find((each) => each.source.id === source.id)!
    return [of.licence, of.reserved]
  }
  expect(await member()).toEqual([undefined, undefined])
  await store.saveSources([{ ...source, licence: 'CC-BY-4.0' }])
  const permission = { robots: 'allowed', reserved: 'noai' } as const
  await store.saveFeed({ state: { ...firstState(feedUrl, source.id, NOON), permission }, drafts: [] })
  expect(await member()).toEqual(['CC-BY-4.0', 'noai'])
  expect(await page(`/s/${story.id}.json`)).toContain('"licence":"CC-BY-4.0"')
  expect(await page(`/sources/${source.id}`)).toContain('CC-BY-4.0')
  await store.saveSources([{ ...source, licence: 'https://publisher.example/terms' }])
  // In another language: the page above is kept for some seconds.
  expect(await page(`/sources/${source.id}?lang=ja`)).toContain(
    '<a href="https://publisher.example/terms">publisher.example</a>',
  )
})

test('who refuses us by name is not called dead, and each thing noticed is a sentence of its own', async () => {
  const refused = await siteWithFeed({ ...failingFor(15), permission: { robots: 'own' } })
  expect(await refused.sourcePage()).toContain('asks us by name not to read the feed')
  expect(await refused.sourcePage()).not.toContain('It has not answered for two weeks')
  const both = await siteWithFeed({
    entries: 4,
    isSalvaged: true,
    repeatedIds: 3,
    permission: { robots: 'allowed', reserved: 'noai' },
  })
  const page = await both.sourcePage()
  expect(page).toContain('<p>Use by AI is refused: no text goes to a model.</p>')
  expect(page).toContain('<p>It is damaged or cut off; every complete entry was kept.</p>')
})

test('a source whose feeds are all set aside is so in the list', async () => {
  const aside = await siteWithFeed(failingFor(15))
  expect(await aside.page('/sources')).toContain('set aside')
  expect(await (await siteWithFeed(failingFor(2))).page('/sources')).not.toContain('set aside')
})

test('a subscription is told with its hub, its lease and its last delivery', async () => {
  const { store, source, feedUrl, sourcePage } = await siteWithFeed({})
  expect(await (await siteWithFeed({})).sourcePage()).not.toContain('Subscription')
  await store.webSub.add({
    ...{ callback: 'c0ffee', secret: 'very secret', sourceId: source.id, feedUrl, topic: feedUrl, asks: 1 },
    ...{ hub: 'https://hub.example/', wants: 'subscribe' },
  })
  await store.webSub.change('c0ffee', { confirmedAt: NOON, leaseUntil: NOON + DAY, deliveredAt: NOON })
  const page = await sourcePage('?lang=en')
  expect(page).toMatch(/hub\.example: delivers; the feed is polled every six hours · last delivery .* · until /)
  expect(page).not.toMatch(/c0ffee|very secret/)
})

test('the status page tells what was fetched today, and that a spent budget rests polling', async () => {
  expect(await (await siteWithFeed({}, 1_500_000)).page('/status')).toContain('1.5 MB')
  const within = await (await siteWithFeed({}, 1_500_000, 2_000_000)).page('/status')
  expect(within).toContain('1.5 of 2 MB')
  expect(within).not.toContain('budget of the day is spent')
  expect(await (await siteWithFeed({}, 2_500_000, 2_000_000)).page('/status')).toContain('budget of the day is spent')
})

const TAG = 'https://social.example/tags/AI'
const STREAM = 'https://social.example/api/v1/streaming/hashtag?tag=AI'

async function streamPage(url: string, kind: SourceKind, streams: readonly StreamState[] = [], language = 'en') {
  const { store, source, sourcePage } = await siteWithFeed({})
  await store.saveSources([{ ...source, kind, feeds: [{ url }] }])
  await store.saveFeed({ state: firstState(url, source.id, NOON), drafts: [] })
  for (const stream of streams) await store.streams.set(stream)
  return sourcePage(`?lang=${language}`)
}

test.each<[string, string, SourceKind, readonly StreamState[], RegExp]>([
  ['is open', TAG, 'mastodon', [{ url: STREAM, isOpen: true, since: NOON }], /Stream.*open since .*; what is new/],
  [
    'was refused',
    TAG,
    'mastodon',
    [{ url: STREAM, isOpen: false, since: NOON, reason: 'the server answered 401', retryAt: NOON + DAY }],
    /closed since .* · tried again at .*<span lang="en"> \(the server answered 401\)/,
  ],
  ['was not opened yet', TAG, 'mastodon', [], /none is open; the feed is polled/],
  ['is of another timeline', TAG, 'mastodon', [{ url: `${STREAM}x`, isOpen: true, since: NOON }], /none is open/],
  ['does not exist', 'https://social.example/@name', 'mastodon', [], /servers have none for this address/],
  ['is replayed', 'wss://jetstream.example/subscribe?wantedDids=did:plc:a', 'bluesky', [], /replayed at each poll/],
])('a stream that %s is told', async (_what, url, kind, streams, words) => {
  expect((await streamPage(url, kind, streams)).replace(/\s+/g, ' ')).toMatch(words)
})

test('the stream is told in the reader’s language, and nothing of it where a kind has none', async () => {
  const open = [{ url: STREAM, isOpen: true, since: NOON }]
  expect(await streamPage(TAG, 'mastodon', open, 'zh-Hant')).toMatch(/即時串流[\s\S]*起連線/)
  expect(await streamPage(TAG, 'mastodon', open, 'zh-Hans')).toMatch(/实时流[\s\S]*起连接/)
  expect(await streamPage(TAG, 'mastodon', open, 'ja')).toMatch(/ストリーム[\s\S]*から接続中/)
  expect(await streamPage('https://a.example/feed', 'rss')).not.toContain('Stream')
})

test.each([
  ['en', 'The disk is full: nothing new is stored since'],
  ['zh-Hant', '磁碟已滿'],
  ['zh-Hans', '磁盘已满'],
  ['ja', 'ディスクがいっぱいです'],
  ['ko', '디스크가 가득 찼습니다'],
])('a full disk is said on the status page in %s, and to programs', async (language, words) => {
  const deps = await sampleDeps()
  const said = async (diskFullSince?: number) => {
    const site = await createSite({ ...deps, status: () => ({ ...deps.status(), diskFullSince }) })
    const data = (await (await site.request('/api/v1/status')).json()) as { diskFullSince?: string }
    return { page: await (await site.request(`/status?lang=${language}`)).text(), since: data.diskFullSince }
  }
  const before = await said()
  expect(before.page).not.toContain(words)
  expect(before.since).toBeUndefined()
  const full = await said(NOON - 60_000)
  expect(full.page).toContain(words)
  expect(full.since).toBe(new Date(NOON - 60_000).toISOString())
})
