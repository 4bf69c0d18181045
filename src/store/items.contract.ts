import { describe, expect, test } from 'vitest'
import { STORY_TEXT_LENGTH } from '../item/story-text.ts'
import { DAY_MS, HOUR_MS } from '../lib/instant.ts'
import { type ContractPlace, contractStore, idsOf } from './testing/contract-store.ts'
import {
  createdEvent,
  sampleCommit,
  sampleCoverage,
  sampleDraft,
  sampleMember,
  sampleSource,
  sampleState,
  sampleStory,
  sampleUpdate,
  T0,
} from './testing/samples.ts'
import type { Store } from './types.ts'
import type { Subscription } from './web-sub-types.ts'

/** What every store must do with sources, feeds and items. */
export function itemsContract(engine: string, newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveItems, saveStories } = contractStore(newPlace, (opened) => {
    store = opened
  })

  describe(`${engine}: sources and feeds`, () => {
    test('come back as they were saved', async () => {
      const [b, a] = [sampleSource('b', { note: 'x', hubs: ['tokyo'] }), sampleSource('a')]
      await store.saveSources([b, a])
      expect(await store.sources()).toEqual([a, b])
      await store.saveSources([{ ...a, name: 'New name' }])
      expect((await store.sources()).map((source) => source.name)).toEqual(['New name', 'The b'])
    })

    test('an empty list changes nothing', async () => {
      await store.saveSources([])
      expect(await store.sources()).toEqual([])
    })

    test('a feed state is replaced whole: what is not said any more is gone', async () => {
      await store.saveFeed({ state: sampleState('a', { error: 'HTTP 500', failuresInARow: 2 }), drafts: [] })
      const state = sampleState('a', { lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT', latencyMs: 3.25 })
      await store.saveFeed({ state, drafts: [] })
      expect(await store.feedStates()).toEqual([state])
    })

    test('health counts items, their rate and the last one', async () => {
      await store.saveSources([sampleSource('a'), sampleSource('b')])
      await saveItems(4, (index) => ({ fetchedAt: T0 - (4 - index) * 5 * DAY_MS, publishedAt: T0 - index * HOUR_MS }))
      const [a, b] = await store.sourceHealth(T0)
      expect(a).toMatchObject({ items: 4, itemsPerDay: 2 / 7, lastItemAt: T0 - HOUR_MS, feeds: [sampleState('a')] })
      expect(b).toEqual({ source: sampleSource('b'), feeds: [], items: 0, itemsPerDay: 0 })
    })

    test('a young source is measured by its age, at least a day', async () => {
      await store.saveSources([sampleSource('a')])
      await saveItems(6, (index) => ({ fetchedAt: index === 1 ? T0 - 3 * DAY_MS : T0 }))
      expect((await store.sourceHealth(T0))[0]?.itemsPerDay).toBe(2)
      expect((await store.sourceHealth(T0 - 3 * DAY_MS))[0]?.itemsPerDay).toBe(6)
    })
  })

  describe(`${engine}: items`, () => {
    test('come back whole, numbered in order of arrival', async () => {
      const full = sampleDraft('a', 'full', {
        updatedAt: T0 - 1,
        pointsTo: 'https://b.example/1',
        points: 12,
        comments: 0,
        hashtags: ['GreaterBayArea'],
        language: 'zh-Hant',
        title: '人工智能 “quoted” \u{1F4A1}',
      })
      const { url: _, ...addressless } = sampleDraft('a', 'bare').item
      const bare = { item: addressless, mentions: [] }
      expect(await store.saveFeed(sampleUpdate('a', [full, bare]))).toEqual({
        inserted: [1, 2],
        revised: [],
        unchanged: 0,
        withdrawn: [],
      })
      expect(await store.items([2, 99, 1])).toEqual([
        { ...bare.item, id: 2, revision: 1, firstSeenAt: T0, mentions: [] },
        { ...full.item, id: 1, revision: 1, firstSeenAt: T0, mentions: full.mentions },
      ])
      expect(await store.items([])).toEqual([])
    })

    test('the same poll again changes nothing', async () => {
      await saveItems(3)
      const before = await store.items([1, 2, 3])
      expect(await saveItems(3, () => ({ fetchedAt: T0 + HOUR_MS }))).toEqual({
        inserted: [],
        revised: [],
        unchanged: 3,
        withdrawn: [],
      })
      expect(await store.items([1, 2, 3])).toEqual(before)
      expect(await store.revisionsAfter(3, 10)).toEqual([])
    })

    test('only points and comments move when the text is the same', async () => {
      await saveItems(1, () => ({ points: 1 }))
      await saveItems(1, () => ({ points: 5, comments: 2 }))
      expect((await store.items([1]))[0]).toMatchObject({ points: 5, comments: 2, revision: 1 })
      await saveItems(1)
      expect((await store.items([1]))[0]).not.toHaveProperty('points')
    })

    test('an edit is the next revision of the same item; the text before is kept', async () => {
      await saveItems(2)
      const edit = { title: 'Corrected', text: 'New text.', contentHash: 'edited', fetchedAt: T0 + HOUR_MS }
      expect(await saveItems(1, () => edit)).toEqual({ inserted: [], revised: [1], unchanged: 0, withdrawn: [] })
      expect((await store.items([1]))[0]).toMatchObject({ ...edit, id: 1, revision: 2, firstSeenAt: T0 })
      expect(await store.itemHistory(1)).toEqual([
        { revision: 1, at: T0, title: 'Report key1', text: 'What a says about key1.' },
        { revision: 2, at: T0 + HOUR_MS, title: 'Corrected', text: 'New text.' },
      ])
      expect(await store.itemHistory(99)).toEqual([])
    })

    test('revisions queue in the order stored', async () => {
      await saveItems(2)
      await saveItems(1, () => ({ contentHash: 'edited' }))
      await saveItems(3)
      const queue = await store.revisionsAfter(0, 10)
      expect(queue.map(({ seq, isNew, item }) => [seq, isNew, item.id])).toEqual([
        [1, true, 1],
        [2, true, 2],
        [3, false, 1],
        [4, true, 3],
        [5, false, 1],
      ])
      expect((await store.revisionsAfter(2, 2)).map(({ seq }) => seq)).toEqual([3, 4])
    })

    test('what stories are told from has no markup and the beginning of a long text', async () => {
      const long = { text: 'a \u{1f680} '.repeat(20_000), html: '<p>a</p>'.repeat(20_000) }
      await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'key1', long)]))
      const [revision] = await store.revisionsAfter(0, 10)
      const [ofSource] = await store.itemsOfSource('a', 10)
      for (const item of [revision!.item, ofSource!]) {
        expect(item).not.toHaveProperty('html')
        expect(item.text.length).toBeGreaterThanOrEqual(STORY_TEXT_LENGTH)
        expect(item.text.length).toBeLessThanOrEqual(2 * STORY_TEXT_LENGTH)
        expect(long.text.startsWith(item.text)).toBe(true)
      }
      expect((await store.items([1]))[0]).toMatchObject(long)
    })

    test.each([
      [
        'another key, same address',
        'other',
        'https://a.example/key1',
        { inserted: [], revised: [1], unchanged: 0, withdrawn: [] },
      ],
      [
        'same key, other address',
        'key1',
        'https://a.example/moved',
        { inserted: [], revised: [1], unchanged: 0, withdrawn: [] },
      ],
      [
        'other key and address',
        'other',
        'https://a.example/other',
        { inserted: [2], revised: [], unchanged: 0, withdrawn: [] },
      ],
    ])('%s', async (_, key, url, outcome) => {
      await saveItems(1)
      const draft = sampleDraft('a', key, { url, contentHash: 'new' })
      expect(await store.saveFeed(sampleUpdate('a', [draft]))).toEqual(outcome)
      expect(await store.saveFeed(sampleUpdate('a', [draft]))).toMatchObject({ unchanged: 1 })
    })

    test('another source has items of its own at the same address', async () => {
      await saveItems(1)
      const url = 'https://a.example/key1'
      expect((await store.saveFeed(sampleUpdate('b', [sampleDraft('b', 'key1', { url })]))).inserted).toEqual([2])
    })

    test('entries of one poll that share an address stay apart', async () => {
      const drafts = (...keys: string[]) =>
        keys.map((key) => sampleDraft('a', key, { url: 'https://a.example/changes' }))
      expect((await store.saveFeed(sampleUpdate('a', drafts('v1', 'v2')))).inserted).toEqual([1, 2])
      expect(await store.saveFeed(sampleUpdate('a', drafts('v1', 'v2')))).toMatchObject({ unchanged: 2 })
      expect(await store.saveFeed(sampleUpdate('a', drafts('v3', 'v2', 'v1')))).toEqual({
        inserted: [3],
        revised: [],
        unchanged: 2,
        withdrawn: [],
      })
    })

    test('an entry listed twice in one poll, with two texts, is not revised at every poll', async () => {
      const twice = [sampleDraft('a', 'k'), sampleDraft('a', 'k', { contentHash: 'other', title: 'Other' })]
      expect(await store.saveFeed(sampleUpdate('a', twice))).toEqual({
        inserted: [1],
        revised: [],
        unchanged: 1,
        withdrawn: [],
      })
      expect(await store.saveFeed(sampleUpdate('a', twice))).toEqual({
        inserted: [],
        revised: [],
        unchanged: 2,
        withdrawn: [],
      })
    })

    test('hostile text is kept as far as it can be', async () => {
      const title = 'NUL \0 half \uD83D end \' " \\ %_'
      const key = `${'k'.repeat(10_000)}\0`
      const url = `https://a.example/${'u'.repeat(10_000)}`
      const draft = sampleDraft('a', key, { title, url, text: 'word '.repeat(40_000), html: '\0', contentHash: 'h' })
      expect((await store.saveFeed(sampleUpdate('a', [draft]))).inserted).toEqual([1])
      const [item] = await store.items([1])
      expect(item).toMatchObject({ key, url, title: 'NUL \uFFFD half \uFFFD end \' " \\ %_', html: '\uFFFD' })
      expect(await store.saveFeed(sampleUpdate('a', [draft]))).toMatchObject({ unchanged: 1 })
    })

    test('an item that its source took back leaves nothing behind but its key', async () => {
      await saveItems(2)
      const edit = { title: 'Report key1, edited', contentHash: 'edited' }
      await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'key1', edit)]))
      const seqBefore = (await store.revisionsAfter(0, 10)).at(-1)!.seq
      const taken = { ...sampleUpdate('a', [], { lastAttemptAt: T0 + 5 }), withdrawn: ['key1', 'key1', 'never stored'] }
      expect(await store.saveFeed(taken)).toEqual({ inserted: [], revised: [], unchanged: 0, withdrawn: [1] })

      const queue = await store.revisionsAfter(seqBefore, 10)
      expect(queue.map(({ isNew, item }) => [isNew, item.id, item.withdrawnAt])).toEqual([[false, 1, T0 + 5]])
      const { title, text, url, authors, mentions, key } = queue[0]!.item
      expect({ title, text, url, authors, mentions, key }).toEqual({
        ...{ title: '', text: '', url: undefined, authors: [], mentions: [], key: 'key1' },
      })
      expect((await store.itemHistory(1)).map((each) => [each.title, each.text])).toEqual(Array(3).fill(['', '']))
      expect((await store.items([1, 2])).map((item) => item.id)).toEqual([2])
      expect((await store.itemsOfSource('a', 10)).map((item) => item.id)).toEqual([2])

      const again = [sampleDraft('a', 'key1', { contentHash: 'back' })]
      expect(await store.saveFeed({ ...sampleUpdate('a', again), withdrawn: ['key1'] })).toEqual({
        inserted: [],
        revised: [],
        unchanged: 1,
        withdrawn: [],
      })
    })

    test('what shared its address with an item taken back is an item of its own', async () => {
      await saveItems(1)
      await store.saveFeed({ ...sampleUpdate('a', []), withdrawn: ['key1'] })
      const other = sampleDraft('a', 'other', { url: 'https://a.example/key1' })
      expect((await store.saveFeed(sampleUpdate('a', [other]))).inserted).toEqual([2])
    })

    test('an item taken back is in no story and no search, and a story that it was all of is gone', async () => {
      await saveStories(2)
      await store.commitStories(sampleCommit({ cursor: 2, members: [sampleMember(2, 1), sampleMember(2, 2)] }))
      await store.saveFeed({ ...sampleUpdate('a', []), withdrawn: ['key1'] })
      const found = await store.story(2)
      expect(found?.type === 'story' && found.members.map((member) => member.itemId)).toEqual([2])
      expect(idsOf(await store.searchStories('key1', 10))).toEqual([])
      const events = await store.commitStories(
        sampleCommit({
          cursor: 3,
          emptied: [1],
          events: [{ storyId: 1, type: 'left', at: T0, data: { itemId: 1 } }],
          redactions: [{ seq: 1, data: { itemId: 1, was: 'redacted' } }],
        }),
      )
      expect(await store.story(1)).toEqual({ type: 'gone' })
      expect(events.map(({ storyId, type }) => [storyId, type])).toEqual([[1, 'left']])
      expect((await store.events({ storyId: 1, limit: 9 })).map(({ data }) => data)).toEqual([
        { itemId: 1, was: 'redacted' },
        { itemId: 1 },
      ])
    })

    test('the last polls are kept one by one, and each day in sums; neither grows', async () => {
      const poll = (at: number, more: object = {}) => ({
        ...{ at, outcome: 'changed' as const, status: 200, latencyMs: 10.4, bodyBytes: 1_000, entries: 1, ...more },
      })
      for (let number = 1; number <= 70; number++) {
        const at = T0 + number * DAY_MS
        const drafts = number === 70 ? [sampleDraft('a', 'k')] : []
        await store.saveFeed({ ...sampleUpdate('a', drafts, { polls: number }), poll: poll(at) })
      }
      const now = T0 + 70 * DAY_MS
      const failure = { outcome: 'failed' as const, error: 'no answer', status: undefined, entries: undefined }
      await store.saveFeed({ ...sampleUpdate('a', [], { polls: 71 }), poll: poll(now + 1, failure) })
      const { polls, days } = await store.sourceRecord('a', now)
      expect(polls).toHaveLength(30)
      expect(polls[0]).toMatchObject({ at: now + 1, outcome: 'failed', error: 'no answer', inserted: 0 })
      expect(polls[1]).toMatchObject({ at: now, outcome: 'changed', inserted: 1, feedUrl: 'https://a.example/feed' })
      expect(days).toHaveLength(31)
      const today = Math.floor(now / DAY_MS)
      expect(days.at(-1)).toEqual({
        ...{ day: today, polls: 2, failures: 1, latencyMs: 20, inserted: 1, revised: 0, bodyBytes: 2_000 },
      })
      expect(await store.bytesToday(now)).toBe(2_000)
      expect(await store.bytesToday(now + 9 * DAY_MS)).toBe(0)
      expect(await store.sourceRecord('nobody', now)).toMatchObject({ polls: [], days: [], members: 0 })
    })

    test('what a poll would change is told before it is saved', async () => {
      await saveItems(2)
      const drafts = [
        sampleDraft('a', 'key1'),
        sampleDraft('a', 'key2', { contentHash: 'edited' }),
        sampleDraft('a', 'key3'),
      ]
      const changed = await store.changedDrafts('a', drafts)
      expect([...changed].map(({ item }) => item.key).sort()).toEqual(['key2', 'key3'])
      expect((await store.changedDrafts('b', [sampleDraft('b', 'key1')])).size).toBe(1)
    })

    test('a source’s share in the stories is counted', async () => {
      await saveItems(3)
      await store.saveFeed(sampleUpdate('b', [sampleDraft('b', 'x', { publishedAt: T0 - 30_000 })]))
      await store.commitStories(
        sampleCommit({
          cursor: 4,
          stories: [
            sampleStory(1, 1, { coverage: sampleCoverage(1, { independent: 2 }) }),
            sampleStory(2, 3, { coverage: sampleCoverage(3) }),
          ],
          members: [
            sampleMember(1, 1),
            sampleMember(1, 4),
            sampleMember(2, 2, { role: 'copy', of: 3 }),
            sampleMember(2, 3),
          ],
          events: [createdEvent(1, 1), createdEvent(2, 2)],
        }),
      )
      expect(await store.sourceRecord('a', T0)).toMatchObject({ members: 3, copies: 1, led: 2, first: 1 })
      expect(await store.sourceRecord('b', T0)).toMatchObject({ members: 1, copies: 0, led: 0, first: 0 })
    })

    test('what a hub delivers is new, and counts as no poll of its day', async () => {
      const poll = { at: T0, outcome: 'changed', latencyMs: 0, bodyBytes: 9, isDelivered: true } as const
      await store.saveFeed({ ...sampleUpdate('a', [sampleDraft('a', 'k')]), poll })
      const { days, polls } = await store.sourceRecord('a', T0)
      expect(days).toMatchObject([{ polls: 0, inserted: 1, bodyBytes: 9 }])
      expect(polls).toMatchObject([{ isDelivered: true }])
    })

    test('subscriptions are kept, changed in part by several, and removed', async () => {
      const subscription: Subscription = {
        ...{ callback: 'c1', sourceId: 'a', feedUrl: 'https://a.example/feed', hub: 'https://hub.example/' },
        ...{ topic: 'https://a.example/topic', secret: 's', wants: 'subscribe', asks: 0 },
      }
      await store.webSub.add(subscription)
      expect(await store.webSub.byCallback('c1')).toEqual(subscription)
      await store.webSub.change('c1', { leaseUntil: T0 * 2, asks: 1 })
      await store.webSub.change('c1', { deliveredAt: T0, error: 'away' })
      const changed = { ...subscription, leaseUntil: T0 * 2, asks: 1, deliveredAt: T0, error: 'away' }
      expect(await store.webSub.all()).toEqual([changed])
      await expect(store.webSub.add(subscription)).rejects.toThrow()
      await store.webSub.remove('c1')
      expect(await store.webSub.byCallback('c1')).toBeUndefined()
    })

    test('streams are known by their address, the last word counts, and they can be forgotten', async () => {
      const url = 'https://s.example/api/v1/streaming/public'
      const broken = { url, isOpen: false, since: T0, reason: 'it hung up', retryAt: T0 + 5_000 }
      await store.streams.set({ url: `${url}/local`, isOpen: true, since: T0 })
      await store.streams.set(broken)
      expect(await store.streams.all()).toEqual([broken, { url: `${url}/local`, isOpen: true, since: T0 }])
      await store.streams.set({ url, isOpen: true, since: T0 + 6_000 })
      await store.streams.forget(`${url}/local`)
      expect(await store.streams.all()).toEqual([{ url, isOpen: true, since: T0 + 6_000 }])
      await store.streams.forget()
      expect(await store.streams.all()).toEqual([])
    })

    test('a poll is stored whole or not at all', async () => {
      const foreign = [sampleDraft('a', 'k'), sampleDraft('b', 'k')]
      await expect(store.saveFeed(sampleUpdate('a', foreign))).rejects.toThrow(RangeError)
      const broken = sampleDraft('a', 'k2', { publishedAt: 'never' as unknown as number, language: null as never })
      await expect(store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'k1'), broken]))).rejects.toThrow()
      expect(await store.feedStates()).toEqual([])
      expect(await store.items([1, 2])).toEqual([])
      expect((await saveItems(1)).inserted).toEqual([1])
    })

    test('of a source, newest published first, with their stories', async () => {
      await saveStories(3)
      await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'late', { publishedAt: T0 })]))
      const items = await store.itemsOfSource('a', 3)
      expect(items.map((item) => [item.id, item.storyId])).toEqual([
        [4, undefined],
        [3, 3],
        [2, 2],
      ])
      expect(await store.itemsOfSource('nobody', 3)).toEqual([])
    })
  })
}
