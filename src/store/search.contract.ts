import { beforeEach, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import type { StoryPage } from './query-types.ts'
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

/** How every store must find stories by the words of their items. */
export function searchContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveItems, saveStories } = contractStore(newPlace, (opened) => {
    store = opened
  })

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

  describe('in any language', () => {
    const titles = [
      'GPT-4o launches in Hong Kong',
      '人工智能產業鏈落戶惠州',
      '人工智能产业链落户惠州',
      'Café société über-chips',
      '生成AIの電力、データセンターへ',
      '한국어 인공지능 반도체',
      'A second report on Hong Kong and GPT-4o mini',
      'ศูนย์ข้อมูลแห่งใหม่ในระยอง',
      'كِتَابٌ عن الذكاء، ٢٠٢٦',
    ]

    beforeEach(async () => {
      await saveItems(9, (n) => ({ title: titles[n - 1]!, text: '' }))
      await store.commitStories(
        sampleCommit({
          stories: [1, 2, 3, 4, 5, 6, 8, 9].map((id) => sampleStory(id, id)),
          members: [1, 2, 3, 4, 5, 6, 8, 9].map((id) => sampleMember(id, id)).concat(sampleMember(1, 7)),
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
      ['ข้อมูล', [8]],
      ['ระยอง ข้อมูล', [8]],
      ['ข้อมูลระยอง', []],
      ['كتاب 2026', [9]],
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

  test('a filter narrows what is found; where hardly a story fits, pages go on until one does', async () => {
    const drafts = Array.from({ length: 2_500 }, (_, n) => sampleDraft('a', `nova${n}`, { title: 'Nova Persei' }))
    const { inserted } = await store.saveFeed(sampleUpdate('a', drafts))
    await store.commitStories(
      sampleCommit({
        stories: inserted.map((id, n) =>
          sampleStory(1_000 + n, id, {
            kind: n === 3 ? 'policy' : 'tool',
            coverage: { ...sampleCoverage(id), languages: n === 7 ? ['ja'] : ['en'] },
            updatedAt: T0 - (n === 11 ? 0 : 5) * HOUR_MS,
          }),
        ),
        members: inserted.map((id, n) => sampleMember(1_000 + n, id)),
      }),
    )
    for (const [filter, id] of [
      [{ kind: 'policy' }, 1_003],
      [{ language: 'ja' }, 1_007],
      [{ since: T0 - HOUR_MS }, 1_011],
    ] as const) {
      // Words in a row are looked for in blocks of 100 items, of which a page looks through 20.
      const first = await store.searchStories('"nova persei"', 10, undefined, filter)
      expect(idsOf(first)).toEqual([])
      const second = await store.searchStories('"nova persei"', 10, first.next, filter)
      expect(idsOf(second)).toEqual([id])
      expect(second.next).toBeUndefined()
    }
  })

  test('a page is filled with those that are shown, and goes on where it ended', async () => {
    await saveStories(40, (id) => ({ updatedAt: T0 - id * HOUR_MS }))
    const isShown = ({ id }: { readonly id: number }) => id % 10 === 0
    const pages: number[][] = []
    for (let after: string | undefined; pages.length === 0 || after !== undefined; ) {
      const page = await store.searchStories('report', 2, after, { isShown })
      expect([...page.itemOf.keys()]).toEqual(idsOf(page))
      pages.push(idsOf(page))
      after = page.next
    }
    expect(pages.map((ids) => [ids[0], ids.at(-1)])).toEqual([
      [1, 29],
      [30, 40],
    ])
    expect(pages.flat()).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
  })

  test('a search gives one story at least, two hundred at most', async () => {
    await saveStories(210)
    const sizeOf = async (limit: number) => (await store.searchStories('report', limit)).stories.length
    expect(await Promise.all([-1, 0, 1, 200, 201, 10_000].map(sizeOf))).toEqual([1, 1, 1, 200, 200, 200])
    expect((await store.searchStories('report', 10_000)).next).toBeDefined()
  })
}
