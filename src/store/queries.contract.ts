import { beforeEach, describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../lib/instant.ts'
import { MOST_READ_ON } from './fill-page.ts'
import type { StoryOrder } from './query-types.ts'
import { fits } from './story-fits.ts'
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

/** How every store must list and filter stories. */
export function queriesContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveStories } = contractStore(newPlace, (opened) => {
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

  test('where hardly a story is shown a page ends within bounds, and the next goes on', async () => {
    await saveStories(600, (id) => ({ score: 1, createdAt: T0, updatedAt: T0 + id }))
    const isShown = ({ id }: { readonly id: number }) => id === 600 || id === 5
    const first = await store.listStories({ order: 'score', limit: 30, isShown })
    expect(first.stories).toHaveLength(30 + MOST_READ_ON)
    const second = await store.listStories({ order: 'score', limit: 30, isShown, after: first.next })
    expect(idsOf(second)).toEqual(Array.from({ length: 300 }, (_, n) => n + 301))
  })

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

    test.each<[StoryOrder, number, number[], number[][]]>([
      ['score', 1, [5, 3, 4], [[5, 2], [3, 1], [4]]],
      ['score', 2, [5, 3, 4], [[5, 2, 3, 1], [4]]],
      ['newest', 1, [4], [[5, 2, 4, 1, 3]]],
      ['independent', 2, [5, 1, 3, 2, 4], [[5, 1], [3, 2], [4]]],
      ['score', 2, [], [[5, 2, 3, 1, 4]]],
    ])('by %s, in pages filled with %i of those shown: %j', async (order, limit, shown, pages) => {
      const isShown = ({ id }: { readonly id: number }) => shown.includes(id)
      const read: number[][] = []
      for (let after: string | undefined; read.length === 0 || after !== undefined; ) {
        const page = await store.listStories({ order, limit, after, isShown })
        read.push(idsOf(page))
        after = page.next
      }
      expect(read).toEqual(pages)
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

    test('by time a story that is updated in between comes once, before or after', async () => {
      const update = (id: number) =>
        store.commitStories(sampleCommit({ stories: [sampleStory(id, id, { updatedAt: T0 + HOUR_MS })] }))
      const moved = [1, 5]
      const ids = await allPages('newest', 2, async () => {
        const id = moved.shift()
        if (id !== undefined) await update(id)
      })
      // Story 1 moved ahead before its page was read; the first page has it when it is asked for again.
      expect(ids).toEqual([5, 2, 4, 3])
      expect(idsOf(await store.listStories({ order: 'newest', limit: 2 }))).toEqual([5, 1])
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

    test('numbers of published stories come in order, from above one on', async () => {
      expect(await store.publishedIds(0, 10)).toEqual([1, 2, 3, 4, 6])
      expect(await store.publishedIds(2, 2)).toEqual([3, 4])
      expect(await store.publishedIds(6, 10)).toEqual([])
    })

    test.each([
      ['yue', 'zh'],
      ['yue', 'zh-HK'],
      ['yue', 'yue'],
      ['pt', 'pt-BR'],
      ['sr', 'sr-Latn'],
      ['nb', 'no'],
      ['he', 'iw'],
      ['id', 'in'],
    ])('a report in %s is found by who asks for %s on lists', async (spoken, asked) => {
      const coverage = sampleCoverage(6, { languages: [spoken] })
      await store.commitStories(sampleCommit({ stories: [sampleStory(6, 6, { coverage })] }))
      expect(await store.countStories({ language: asked })).toBeGreaterThan(0)
      expect(idsOf(await store.listStories({ order: 'score', language: asked, limit: 9 }))).toContain(6)
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
      // The same said of each story alone; which sources carry it only the store knows.
      if ('sourceId' in filter) return
      const all = [...(await store.storiesNow([1, 2, 3, 4, 5, 6])).values()]
      expect(all.filter((story) => fits(story, filter)).map(({ id }) => id)).toEqual(ids)
    })

    test('the most named, over all published stories', async () => {
      expect((await store.topNamed(0, { entities: 9, hubs: 0 })).entities).toEqual([
        { entityId: 'acme', stories: 4 },
        { entityId: 'other', stories: 2 },
      ])
      expect((await store.topNamed(T0 + 1, { entities: 1, hubs: 0 })).entities).toEqual([
        { entityId: 'other', stories: 1 },
      ])
      expect((await store.topNamed(T0 - HOUR_MS, { entities: 0, hubs: 1 })).hubs).toEqual([
        { hub: 'hong-kong', stories: 4 },
      ])
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
}
