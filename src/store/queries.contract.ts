import { beforeEach, describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../lib/instant.ts'
import type { StoryOrder, StoryPage } from './query-types.ts'
import { type ContractPlace, contractStore, idsOf } from './testing/contract-store.ts'
import {
  sampleCommit,
  sampleCoverage,
  sampleDraft,
  sampleMember,
  sampleStory,
  sampleUpdate,
  T0,
} from './testing/samples.ts'
import type { Store } from './types.ts'

/** How every store must list, filter and find stories. */
export function queriesContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveItems, saveStories } = contractStore(newPlace, (opened) => {
    store = opened
  })

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

  async function allFound(query: string, limit: number): Promise<number[]> {
    const ids: number[] = []
    let after: string | undefined
    do {
      const page = await store.searchStories(query, limit, after)
      ids.push(...idsOf(page))
      after = page.next
    } while (after !== undefined)
    return ids
  }

  describe('lists', () => {
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
      Buffer.from('["search",1.5,2,3,4]').toString('base64url'),
      Buffer.from('{"0":"score"}').toString('base64url'),
      'é'.repeat(5_000),
      Buffer.from('["score",1,1.5]').toString('base64url'),
      Buffer.from('["score",1,1e308]').toString('base64url'),
    ])('the cursor %j is refused', async (after) => {
      const named = { name: 'BadCursorError' }
      await expect(store.listStories({ order: 'score', limit: 2, after })).rejects.toMatchObject(named)
      await expect(store.searchStories('report', 2, after)).rejects.toMatchObject(named)
    })

    test.each([
      ['newest', [1e300, 1]],
      ['independent', [1, 0.1, 1]],
      ['search', [1, 1, 1, 1e19]],
    ])('a place that no database can hold is refused in the order %s', async (order, place) => {
      const after = Buffer.from(JSON.stringify([order, ...place])).toString('base64url')
      const page =
        order === 'search'
          ? store.searchStories('report', 2, after)
          : store.listStories({ order: order as StoryOrder, limit: 2, after })
      await expect(page).rejects.toMatchObject({ name: 'BadCursorError' })
    })
  })

  describe('filters', () => {
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

  describe('search', () => {
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

    test('each story comes with an item that has the words: a report before an echo, then the one that came last', async () => {
      const { itemOf } = await store.searchStories('"hong kong"', 10)
      expect([...itemOf]).toEqual([[1, 7]])
      const members = [sampleMember(1, 1), sampleMember(1, 7, { role: 'echo', of: 1 }), sampleMember(1, 2)]
      await store.commitStories(sampleCommit({ stories: [sampleStory(1, 1)], members }))
      expect([...(await store.searchStories('"hong kong"', 10)).itemOf]).toEqual([[1, 1]])
      expect([...(await store.searchStories('mini', 10)).itemOf]).toEqual([[1, 7]])
      expect((await store.searchStories('zeppelin', 10)).itemOf.size).toBe(0)
    })

    test('an edit is found by its new words only', async () => {
      await saveItems(1, () => ({ title: 'Retracted', contentHash: 'edited' }))
      expect(idsOf(await store.searchStories('launches', 10))).toEqual([])
      expect(idsOf(await store.searchStories('retracted', 10))).toEqual([1])
    })

    test('the latest report is first, whatever came first', async () => {
      const hoursAgo = [5, 1, 9, 3]
      await saveItems(4, (n) => ({ title: `Pulsar ${n}`, contentHash: `pulsar${n}` }))
      await store.commitStories(
        sampleCommit({
          stories: hoursAgo.map((hours, n) => sampleStory(n + 1, n + 1, { updatedAt: T0 - hours * HOUR_MS })),
          members: hoursAgo.map((_, n) => sampleMember(n + 1, n + 1)),
        }),
      )
      expect(idsOf(await store.searchStories('pulsar', 10))).toEqual([2, 4, 1, 3])
      const first = await store.searchStories('pulsar', 3)
      expect(idsOf(first)).toEqual([2, 4, 1])
      expect(idsOf(await store.searchStories('pulsar', 3, first.next))).toEqual([3])
    })

    test('of many matches those that came last are put in order first, and each story is found once', async () => {
      const saveMany = async (title: string, count: number) =>
        (
          await store.saveFeed(
            sampleUpdate(
              'a',
              Array.from({ length: count }, (_, n) => sampleDraft('a', `${title}${n}`, { title })),
            ),
          )
        ).inserted
      // Items are dealt to 110 stories in turn, so that each is met again in every block.
      const dealt = await saveMany('Magnetar', 1_100)
      // One story an item.
      const single = await saveMany('Blazar', 600)
      const hoursAgo = (n: number) => (n * 7_919) % 600
      await store.commitStories(
        sampleCommit({
          stories: [
            ...Array.from({ length: 110 }, (_, n) =>
              sampleStory(1_000 + n, dealt[n]!, { updatedAt: T0 - n * HOUR_MS }),
            ),
            ...single.map((id, n) => sampleStory(2_000 + n, id, { updatedAt: T0 - hoursAgo(n) * HOUR_MS })),
          ],
          members: [
            ...dealt.map((id, n) => sampleMember(1_000 + (n % 110), id)),
            ...single.map((id, n) => sampleMember(2_000 + n, id)),
          ],
        }),
      )
      expect(await allFound('magnetar', 7)).toEqual(Array.from({ length: 110 }, (_, n) => 1_000 + n))
      const byTime = Array.from({ length: 600 }, (_, n) => n).sort((a, b) => hoursAgo(a) - hoursAgo(b))
      const inBlocks = [...byTime.filter((n) => n >= 100), ...byTime.filter((n) => n < 100)]
      expect(await allFound('blazar', 170)).toEqual(inBlocks.map((n) => 2_000 + n))
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

  test('a search gives one story at least, two hundred at most', async () => {
    await saveStories(210)
    const sizeOf = async (limit: number) => (await store.searchStories('report', limit)).stories.length
    expect(await Promise.all([-1, 0, 1, 200, 201, 10_000].map(sizeOf))).toEqual([1, 1, 1, 200, 200, 200])
    expect((await store.searchStories('report', 10_000)).next).toBeDefined()
  })
}
