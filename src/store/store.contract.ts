import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../lib/instant.ts'
import { StoryLockLostError } from './errors/story-lock-lost-error.ts'
import type { ItemDraft } from './item-types.ts'
import type { StoryOrder, StoryPage } from './query-types.ts'
import type { StoryCommit } from './story-types.ts'
import {
  createdEvent,
  sampleCommit,
  sampleCoverage,
  sampleDraft,
  sampleExplanation,
  sampleMember,
  sampleSource,
  sampleState,
  sampleStory,
  sampleUpdate,
  T0,
} from './testing/samples.ts'
import type { Store } from './types.ts'
import type { Subscription } from './web-sub-types.ts'

/** An empty database, opened as often as a test likes. */
export interface ContractPlace {
  open(more?: { readonly readonly?: boolean }): Promise<Store>
  remove(): Promise<void>
}

/** What every store must do, whatever it stands on. */
export function storeContract(engine: string, newPlace: () => Promise<ContractPlace>): void {
  let place: ContractPlace
  let store: Store
  const opened: Store[] = []

  async function open(more?: { readonly readonly?: boolean }): Promise<Store> {
    const another = await place.open(more)
    opened.push(another)
    return another
  }

  beforeEach(async () => {
    place = await newPlace()
    store = await open()
  })

  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close()
    await place.remove()
  })

  /** Saves drafts `key1 … keyN` of source `a`. */
  const saveItems = (count: number, more: (index: number) => Partial<ItemDraft['item']> = () => ({})) =>
    store.saveFeed(
      sampleUpdate(
        'a',
        Array.from({ length: count }, (_, index) => sampleDraft('a', `key${index + 1}`, more(index + 1))),
      ),
    )

  /** Stories 1 … N, each with the item of its number. */
  async function saveStories(
    count: number,
    more: (id: number) => Partial<StoryCommit['stories'][number]> = () => ({}),
  ): Promise<void> {
    await saveItems(count)
    const ids = Array.from({ length: count }, (_, index) => index + 1)
    await store.commitStories(
      sampleCommit({
        cursor: count,
        stories: ids.map((id) => sampleStory(id, id, more(id))),
        members: ids.map((id) => sampleMember(id, id)),
        events: ids.map((id) => createdEvent(id, id)),
      }),
    )
  }

  const idsOf = (page: StoryPage) => page.stories.map((story) => story.id)

  async function allPages(order: StoryOrder, limit: number, between?: () => Promise<unknown>): Promise<number[]> {
    const ids: number[] = []
    let after: string | undefined
    do {
      const page = await store.listStories({ order, limit, ...(after === undefined ? {} : { after }) })
      ids.push(...idsOf(page))
      after = page.next
      await between?.()
    } while (after !== undefined)
    return ids
  }

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
      const { title, text, html, url, authors, mentions, key } = queue[0]!.item
      expect({ title, text, html, url, authors, mentions, key }).toEqual({
        ...{ title: '', text: '', html: '', url: undefined, authors: [], mentions: [], key: 'key1' },
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

  describe(`${engine}: stories`, () => {
    test('come back whole, with members and their items', async () => {
      await saveItems(2)
      const story = sampleStory(7, 1, {
        score: 61.25,
        summary: { method: 'extractive', sentences: [], droppedCount: 2 },
      })
      const members = [sampleMember(7, 1), sampleMember(7, 2, { role: 'echo', of: 1, tier: 4 })]
      const events = await store.commitStories(
        sampleCommit({ cursor: 2, stories: [story], members, events: [createdEvent(7, 1)] }),
      )
      expect(events).toEqual([{ ...createdEvent(7, 1), seq: 1 }])
      const items = await store.items([1, 2])
      expect(await store.story(7)).toEqual({
        type: 'story',
        story: { ...story, revision: 1 },
        members: members.map((member, index) => ({ ...member, item: items[index] })),
      })
      for (const id of [8, 0, -1, 1.5, 1e300, Number.NaN]) expect(await store.story(id)).toBeUndefined()
      expect([await store.storyOfItem(2), await store.storyOfItem(3)]).toEqual([7, undefined])
      expect(await store.engineState()).toEqual({ cursor: 2, snapshotCursor: 0, lastStoryId: 7 })
    })

    test('revision goes up by the events of the batch', async () => {
      await saveStories(2)
      const headline = { storyId: 1, type: 'headline', at: T0, data: { from: 'a', to: 'b' } } as const
      await store.commitStories(sampleCommit({ stories: [sampleStory(1, 1)], events: [headline, headline] }))
      await store.commitStories(sampleCommit({ events: [{ ...headline, storyId: 2 }] }))
      await store.commitStories(sampleCommit({ stories: [sampleStory(1, 1)] }))
      const stories = await store.storiesSince(0)
      expect(stories.map(({ id, revision }) => [id, revision])).toEqual([
        [1, 3],
        [2, 2],
      ])
    })

    test('members of a story are replaced; an item is in one story only', async () => {
      await saveStories(3)
      await store.commitStories(
        sampleCommit({
          members: [sampleMember(1, 1), sampleMember(1, 3), sampleMember(2, 2, { role: 'copy', of: 1 })],
        }),
      )
      expect(await store.membersSince(0)).toEqual([
        sampleMember(1, 1),
        sampleMember(1, 3),
        sampleMember(2, 2, { role: 'copy', of: 1 }),
      ])
      await store.commitStories(sampleCommit({ members: [sampleMember(1, 1)] }))
      expect(await store.storyOfItem(3)).toBeUndefined()
    })

    test('a merge moves members, redirects for ever and flattens chains', async () => {
      await saveStories(5)
      await store.commitStories(sampleCommit({ merges: [{ from: 1, into: 2 }] }))
      await store.commitStories(
        sampleCommit({
          merges: [
            { from: 2, into: 3 },
            { from: 4, into: 2 },
          ],
        }),
      )
      for (const id of [1, 2, 4]) expect(await store.story(id)).toEqual({ type: 'moved', into: 3 })
      expect((await store.membersSince(0)).map(({ storyId, itemId }) => [storyId, itemId])).toEqual([
        [3, 1],
        [3, 2],
        [3, 3],
        [3, 4],
        [5, 5],
      ])
      expect(idsOf(await store.listStories({ order: 'newest', limit: 9 }))).toEqual([5, 3])
      expect(await store.topEntities(0, 5)).toEqual([{ entityId: 'acme', stories: 2 }])
    })

    test.each<[string, Partial<StoryCommit>]>([
      ['a number that was merged', { stories: [sampleStory(1, 1)] }],
      ['a merge of what is merged', { merges: [{ from: 1, into: 3 }] }],
      ['a merge into itself', { merges: [{ from: 2, into: 1 }] }],
      ['a merge into nothing', { merges: [{ from: 2, into: 99 }] }],
    ])('%s is refused, and nothing of the commit is kept', async (_, commit) => {
      await saveStories(3)
      await store.commitStories(sampleCommit({ cursor: 3, merges: [{ from: 1, into: 2 }] }))
      const wrong = sampleCommit({ cursor: 9, events: [createdEvent(3, 3)], ...commit })
      await expect(store.commitStories(wrong)).rejects.toMatchObject({ name: 'StoryCommitError' })
      expect(await store.engineState()).toMatchObject({ cursor: 3 })
      expect(await store.events({ limit: 9 })).toHaveLength(3)
    })

    test('a member that is not stored is refused', async () => {
      const commit = sampleCommit({ stories: [sampleStory(1, 1)], members: [sampleMember(1, 1)] })
      await expect(store.commitStories(commit)).rejects.toThrow(RangeError)
      expect(await store.story(1)).toBeUndefined()
    })

    test('events are numbered without a gap, over failures too', async () => {
      await saveStories(2)
      await expect(store.commitStories(sampleCommit({ merges: [{ from: 1, into: 1 }] }))).rejects.toThrow()
      await store.commitStories(sampleCommit({ events: [createdEvent(1, 1), createdEvent(2, 2), createdEvent(1, 1)] }))
      expect((await store.events({ limit: 99 })).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
      expect((await store.events({ afterSeq: 2, limit: 2 })).map(({ seq }) => seq)).toEqual([3, 4])
      expect((await store.events({ storyId: 1, limit: 2, newestFirst: true })).map(({ seq }) => seq)).toEqual([5, 3])
    })

    test('the snapshot is replaced, and knows its cursor', async () => {
      await store.commitStories(
        sampleCommit({ cursor: 4, engineSnapshot: [new Uint8Array([0, 255, 7]), new Uint8Array([1])] }),
      )
      await store.commitStories(sampleCommit({ cursor: 6 }))
      expect(await store.engineState()).toEqual({
        cursor: 6,
        snapshotCursor: 4,
        snapshot: [new Uint8Array([0, 255, 7]), new Uint8Array([1])],
        lastStoryId: 0,
      })
      await store.commitStories(sampleCommit({ cursor: 8, engineSnapshot: [new Uint8Array(3_000_000).fill(3)] }))
      const { snapshot, snapshotCursor } = await store.engineState()
      expect([snapshot?.length, snapshot?.[0]?.length, snapshot?.[0]?.at(-1), snapshotCursor]).toEqual([
        1, 3_000_000, 3, 8,
      ])
    })

    test('since counts from the last news', async () => {
      await saveStories(3, (id) => ({ updatedAt: T0 + id }))
      expect((await store.storiesSince(T0 + 2)).map(({ id }) => id)).toEqual([2, 3])
      expect((await store.membersSince(T0 + 3)).map(({ itemId }) => itemId)).toEqual([3])
    })

    test('ranks change the score, the reason and its time, not the revision', async () => {
      await saveStories(1)
      await store.saveRanks([
        { id: 1, score: 12.5, explanation: sampleExplanation(12.5), rankedAt: T0 + 5 },
        { id: 99, score: 1, explanation: sampleExplanation(1), rankedAt: T0 },
      ])
      expect(await store.storiesSince(0)).toEqual([
        {
          ...sampleStory(1, 1),
          revision: 1,
          score: 12.5,
          explanation: sampleExplanation(12.5),
          rankedAt: T0 + 5,
        },
      ])
    })
  })

  describe(`${engine}: lists`, () => {
    const scores = [50, 70, 70, 10, 99.5]

    beforeEach(() =>
      saveStories(5, (id) => ({
        score: scores[id - 1]!,
        updatedAt: T0 + (id % 3) * MINUTE_MS,
        coverage: sampleCoverage(id, { independent: id % 2, bestTier: id === 5 ? 1 : 3 }),
      })),
    )

    test.each<[StoryOrder, number[]]>([
      ['score', [5, 2, 3, 1, 4]],
      ['newest', [5, 2, 4, 1, 3]],
      ['independent', [5, 1, 3, 2, 4]],
    ])('by %s, in pages of any length', async (order, ids) => {
      for (const limit of [1, 2, 3, 5, 9]) expect(await allPages(order, limit)).toEqual(ids)
    })

    test('the last page has no next', async () => {
      expect(await store.listStories({ order: 'score', limit: 5 })).not.toHaveProperty('next')
      expect(await store.listStories({ order: 'score', limit: 4 })).toHaveProperty('next')
    })

    test('a page is not disturbed by stories that come in between', async () => {
      let id = 5
      const ids = await allPages('score', 2, async () => {
        id++
        await store.saveFeed(sampleUpdate('a', [sampleDraft('a', `key${id}`)]))
        await store.commitStories(sampleCommit({ stories: [sampleStory(id, id, { score: 100 })] }))
      })
      expect(ids).toEqual([5, 2, 3, 1, 4])
    })

    test.each([
      '',
      'x',
      '%%%',
      'bnVsbA',
      Buffer.from('["newest",1,2]').toString('base64url'),
      Buffer.from('["score",1]').toString('base64url'),
      Buffer.from('["score",1,"2; DROP TABLE items"]').toString('base64url'),
      Buffer.from('["score",1,null]').toString('base64url'),
      Buffer.from('{"0":"score"}').toString('base64url'),
      'é'.repeat(5_000),
    ])('the cursor %j is refused', async (after) => {
      const named = { name: 'BadCursorError' }
      await expect(store.listStories({ order: 'score', limit: 2, after })).rejects.toMatchObject(named)
      await expect(store.searchStories('report', 2, after)).rejects.toMatchObject(named)
    })
  })

  describe(`${engine}: filters`, () => {
    beforeEach(async () => {
      await store.saveFeed(sampleUpdate('b', [sampleDraft('b', 'k')]))
      const updates = [1, 2, 3, 4, 5].map((n) => sampleDraft('a', `key${n}`))
      await store.saveFeed(sampleUpdate('a', updates))
      await store.commitStories(
        sampleCommit({
          stories: [
            sampleStory(1, 1, { kind: 'policy', updatedAt: T0 - HOUR_MS, hubs: ['tokyo'] }),
            sampleStory(2, 2, { coverage: sampleCoverage(2, { languages: ['zh-Hant', 'en'] }) }),
            sampleStory(3, 3, { coverage: sampleCoverage(3, { bestTier: 1, languages: ['zh-Hans'] }) }),
            sampleStory(4, 4, { isCommunity: true, entityIds: ['acme', 'other'] }),
            sampleStory(5, 5, { state: 'held' }),
            sampleStory(6, 6, { entityIds: ['other'], updatedAt: T0 + HOUR_MS }),
          ],
          members: [1, 2, 3, 4, 5, 6].map((n) => sampleMember(n, n)),
        }),
      )
    })

    test.each([
      ['nothing: published, not community', {}, [1, 2, 3, 6]],
      ['kind', { kind: 'policy' }, [1]],
      ['tier', { maxTier: 1 }, [3]],
      ['tier 2', { maxTier: 2 }, [1, 2, 3, 6]],
      ['language', { language: 'en' }, [1, 2, 6]],
      ['a language with its scripts', { language: 'zh' }, [2, 3]],
      ['a language in one script', { language: 'zh-Hant' }, [2]],
      ['entity', { entityId: 'other' }, [6]],
      ['entity, community', { entityId: 'other', community: true }, [4]],
      ['hub', { hub: 'tokyo' }, [1]],
      ['source', { sourceId: 'b' }, [1]],
      ['held', { state: 'held' }, [5]],
      ['since', { since: T0 }, [2, 3, 6]],
      ['until', { until: T0 }, [1, 2, 3]],
      ['since and until', { since: T0, until: T0 }, [2, 3]],
      ['several', { language: 'zh', maxTier: 1, entityId: 'acme' }, [3]],
      ['unknown', { entityId: "x' OR 1=1" }, []],
      ['what no text can be', { hub: '\0', language: '\uD800' }, []],
    ] as const)('by %s', async (_, filter, ids) => {
      const page = await store.listStories({ ...filter, order: 'newest', limit: 9 })
      expect(idsOf(page).sort()).toEqual(ids)
      expect(await store.countStories(filter)).toBe(ids.length)
    })

    test('the most named, over all published stories', async () => {
      expect(await store.topEntities(0, 9)).toEqual([
        { entityId: 'acme', stories: 4 },
        { entityId: 'other', stories: 2 },
      ])
      expect(await store.topEntities(T0 + 1, 1)).toEqual([{ entityId: 'other', stories: 1 }])
      expect(await store.topHubs(T0 - HOUR_MS, 1)).toEqual([{ hub: 'hong-kong', stories: 4 }])
    })

    test('follow a story that changes', async () => {
      const story = sampleStory(1, 1, {
        entityIds: ['new'],
        hubs: [],
        coverage: sampleCoverage(1, { languages: ['ja'] }),
      })
      await store.commitStories(sampleCommit({ stories: [story] }))
      expect(await store.countStories({ hub: 'tokyo' })).toBe(0)
      expect(await store.countStories({ entityId: 'new', language: 'ja' })).toBe(1)
    })
  })

  describe(`${engine}: search`, () => {
    const titles = [
      'GPT-4o launches in Hong Kong',
      '人工智能產業鏈落戶惠州',
      '人工智能产业链落户惠州',
      'Café société über-chips',
      '生成AIの電力、データセンターへ',
      '한국어 인공지능 반도체',
      'A second report on Hong Kong and GPT-4o mini',
    ]

    beforeEach(async () => {
      await saveItems(7, (n) => ({ title: titles[n - 1]!, text: '' }))
      await store.commitStories(
        sampleCommit({
          stories: [1, 2, 3, 4, 5, 6].map((id) => sampleStory(id, id)),
          members: [1, 2, 3, 4, 5, 6].map((id) => sampleMember(id, id)).concat(sampleMember(1, 7)),
        }),
      )
    })

    test.each([
      ['hong kong', [1]],
      ['HONG', [1]],
      ['"kong hong"', []],
      ['kong hong', [1]],
      ['gpt-4o', [1]],
      ['gpt4o', []],
      ['產業鏈', [3, 2]],
      ['产业', [3, 2]],
      ['惠', [3, 2]],
      ['州', [3, 2]],
      ['業產', []],
      ['智能 惠州', [3, 2]],
      ['智能惠州', []],
      ['cafe', [4]],
      ['SOCIÉTÉ', [4]],
      ['uber-chips', [4]],
      ['生成AI', [5]],
      ['ｄａｔａ', []],
      ['データ', [5]],
      ['반도체', [6]],
      ['반도', [6]],
      ['chips gpt', []],
      ['', []],
      ['   ', []],
      ['"', []],
      ['* OR NEAR( ) : ^ -', []],
      ['hong AND kong', [1]],
      ['\u{1F4A1}', []],
      ['\0\uD800', []],
      ["hong'kong\\", [1]],
      ['!&|<->:* hong', [1]],
      ['hong '.repeat(1_000), [1]],
    ])('%j', async (query, ids) => {
      expect(idsOf(await store.searchStories(query, 10))).toEqual(ids)
    })

    test('held stories and items without a story are not found', async () => {
      await store.commitStories(sampleCommit({ stories: [sampleStory(4, 4, { state: 'held' })] }))
      await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'loose', { title: 'Café' })]))
      expect(idsOf(await store.searchStories('cafe', 10))).toEqual([])
    })

    test('an edit is found by its new words only', async () => {
      await saveItems(1, () => ({ title: 'Retracted', contentHash: 'edited' }))
      expect(idsOf(await store.searchStories('launches', 10))).toEqual([])
      expect(idsOf(await store.searchStories('retracted', 10))).toEqual([1])
    })

    test('pages give each story once, whatever comes in between', async () => {
      const count = 40
      const drafts = Array.from({ length: count }, (_, n) => sampleDraft('a', `page${n}`, { title: 'Quasar sighted' }))
      const { inserted } = await store.saveFeed(sampleUpdate('a', drafts))
      // Items are dealt to ten stories in turn, so every page meets stories of the pages before.
      const storyOf = (index: number) => 100 + (index % 10)
      await store.commitStories(
        sampleCommit({
          stories: Array.from({ length: 10 }, (_, n) => sampleStory(100 + n, inserted[n]!)),
          members: inserted.map((id, index) => sampleMember(storyOf(index), id)),
        }),
      )
      const ids: number[] = []
      let after: string | undefined
      do {
        const page: StoryPage = await store.searchStories('quasar', 3, after)
        ids.push(...idsOf(page))
        after = page.next
        const late = sampleDraft('a', `late${ids.length}`, { title: 'Quasar again' })
        const [itemId] = (await store.saveFeed(sampleUpdate('a', [late]))).inserted
        await store.commitStories(
          sampleCommit({
            stories: [sampleStory(200 + ids.length, itemId!)],
            members: [sampleMember(200 + ids.length, itemId!)],
          }),
        )
      } while (after !== undefined)
      expect(ids).toEqual([109, 108, 107, 106, 105, 104, 103, 102, 101, 100])
    })
  })

  describe(`${engine}: counts and retention`, () => {
    test('an empty store counts nothing', async () => {
      expect(await store.counts(T0)).toEqual({
        items: 0,
        stories: 0,
        sources: 0,
        feeds: 0,
        feedsAnswering: 0,
        lastEventSeq: 0,
        backlog: 0,
      })
    })

    test('counts', async () => {
      await store.saveSources([sampleSource('a'), sampleSource('b')])
      await saveStories(2)
      const failing = sampleState('b', { error: 'HTTP 500', failuresInARow: 1, lastAttemptAt: T0 + 9 })
      await store.saveFeed({ state: failing, drafts: [] })
      await saveItems(3)
      expect(await store.counts(T0 + 10)).toEqual({
        items: 3,
        stories: 2,
        sources: 2,
        feeds: 2,
        feedsAnswering: 1,
        lastEventSeq: 2,
        backlog: 1,
        lastPollAt: T0 + 9,
      })
      expect((await store.counts(T0 + 2 * DAY_MS)).feedsAnswering).toBe(0)
    })

    test('prune removes old stories; their numbers are gone for ever', async () => {
      await saveItems(4, (n) => ({ fetchedAt: T0 + n * DAY_MS }))
      await store.commitStories(
        sampleCommit({
          stories: [1, 2, 3].map((id) => sampleStory(id, id)),
          members: [sampleMember(1, 1), sampleMember(2, 2), sampleMember(2, 4), sampleMember(3, 3)],
          events: [createdEvent(1, 1)],
        }),
      )
      await store.commitStories(sampleCommit({ merges: [{ from: 3, into: 1 }] }))
      expect(await store.prune(T0 + DAY_MS)).toBe(0)
      expect(await store.prune(T0 + 4 * DAY_MS)).toBe(1)
      for (const id of [1, 3]) expect(await store.story(id)).toEqual({ type: 'gone' })
      expect(await store.story(2)).toMatchObject({ type: 'story' })
      expect((await store.items([1, 2, 3, 4])).map(({ id }) => id)).toEqual([2, 4])
      expect(idsOf(await store.searchStories('report', 9))).toEqual([2])
      expect(await store.topEntities(0, 9)).toEqual([{ entityId: 'acme', stories: 1 }])
      expect(await store.events({ limit: 9 })).toHaveLength(1)
      await expect(store.commitStories(sampleCommit({ stories: [sampleStory(1, 2)] }))).rejects.toMatchObject({
        name: 'StoryCommitError',
      })
    })

    test('a feed that still lists what was pruned does not bring it back', async () => {
      await saveStories(2)
      expect(await store.prune(T0 + 1)).toBe(2)
      expect(await saveItems(3)).toEqual({ inserted: [3], revised: [], unchanged: 2, withdrawn: [] })
    })

    test('prune removes any number', async () => {
      await saveStories(450)
      expect(await store.prune(T0 + 1)).toBe(450)
      expect((await store.counts(T0)).items).toBe(0)
    })
  })

  describe(`${engine}: together`, () => {
    test('what was saved is there after opening again', async () => {
      await saveStories(2)
      await store.close()
      opened.splice(0)
      store = await open()
      expect(await store.counts(T0)).toMatchObject({ items: 2, stories: 2 })
      expect((await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'next')]))).inserted).toEqual([3])
    })

    test('two open at the same time make one database', async () => {
      const [one, two] = await Promise.all([open(), open()])
      await one!.saveSources([sampleSource('a')])
      expect(await two!.sources()).toHaveLength(1)
    })

    test('writers in turn: no number twice, none skipped by a reader', { timeout: 30_000 }, async () => {
      const writers = await Promise.all([open(), open(), open()])
      const reader = await open()
      const perWriter = 25
      let isWriting = true
      const seen: number[] = []
      const follow = async () => {
        for (let cursor = 0; ; ) {
          const wasWriting = isWriting
          const found = (await reader.revisionsAfter(cursor, 10)).map(({ seq }) => seq)
          seen.push(...found)
          cursor = seen.at(-1) ?? 0
          if (!wasWriting && found.length === 0) return
        }
      }
      const following = follow()
      await Promise.all(
        writers.map(async (writer, w) => {
          for (let n = 0; n < perWriter; n++) {
            const drafts = [sampleDraft(`w${w}`, `k${n}`), sampleDraft(`w${w}`, `l${n}`)]
            await writer.saveFeed(sampleUpdate(`w${w}`, drafts))
          }
        }),
      )
      isWriting = false
      await following
      expect(seen).toEqual(Array.from({ length: 3 * perWriter * 2 }, (_, index) => index + 1))
    })

    test('the same entries from two pollers at once are stored once', async () => {
      const other = await open()
      const drafts = Array.from({ length: 20 }, (_, n) => sampleDraft('a', `k${n}`))
      const outcomes = await Promise.all([
        store.saveFeed(sampleUpdate('a', drafts)),
        other.saveFeed(sampleUpdate('a', drafts)),
      ])
      expect(outcomes.map(({ inserted }) => inserted.length).sort()).toEqual([0, 20].sort())
      expect((await store.counts(T0)).items).toBe(20)
    })

    test('events of two committers have no gap', async () => {
      const other = await open()
      await Promise.all(
        [store, other].map(async (one) => {
          for (let n = 0; n < 20; n++) await one.commitStories(sampleCommit({ events: [createdEvent(1, 1)] }))
        }),
      )
      expect((await store.events({ limit: 99 })).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 40 }, (_, index) => index + 1),
      )
    })

    test('a reader sees a commit whole or not at all', async () => {
      await saveStories(2)
      const reader = await open()
      let isDone = false
      const moving = (async () => {
        for (let n = 0; n < 60; n++) {
          const [into, from] = n % 2 === 0 ? [1, 2] : [2, 1]
          const stories = [sampleStory(into, 1, { score: 100 + n }), sampleStory(from, 2, { score: 100 + n })]
          await store.commitStories(
            sampleCommit({ stories, members: [sampleMember(into, 1), sampleMember(into, 2)], cursor: n }),
          )
        }
        isDone = true
      })()
      while (!isDone) {
        const lookup = await reader.story(1)
        if (lookup?.type !== 'story') throw new Error('story 1 is gone')
        // An even score came with both members, an odd one with none; the first commit found one in each.
        const expected = lookup.story.score === 50 ? 1 : lookup.story.score % 2 === 0 ? 2 : 0
        expect(lookup.members).toHaveLength(expected)
      }
      await moving
    })

    test('one process clusters; the next takes over when it closes', async () => {
      const other = await open()
      expect(await store.tryLockStories()).toBe(true)
      expect(await store.tryLockStories()).toBe(true)
      expect(await other.tryLockStories()).toBe(false)
      await store.close()
      opened.splice(opened.indexOf(store), 1)
      expect(await other.tryLockStories()).toBe(true)
    })

    test('one that stands by changes no story, and not the cursor of the active one', async () => {
      await saveStories(1)
      const standby = await open()
      expect(await store.tryLockStories()).toBe(true)
      expect(await standby.tryLockStories()).toBe(false)
      await expect(standby.commitStories(sampleCommit({ cursor: 0 }))).rejects.toThrow(StoryLockLostError)
      expect((await store.engineState()).cursor).toBe(1)
      await store.commitStories(sampleCommit({ cursor: 2 }))
    })

    test('a store opened for reading reads and refuses to write', async () => {
      await saveStories(1)
      const reader = await open({ readonly: true })
      expect(idsOf(await reader.listStories({ order: 'score', limit: 5 }))).toEqual([1])
      await expect(reader.saveSources([sampleSource('x')])).rejects.toThrow()
      await expect(reader.saveFeed(sampleUpdate('a', [sampleDraft('a', 'x')]))).rejects.toThrow()
      expect((await store.counts(T0)).items).toBe(1)
    })
  })
}
