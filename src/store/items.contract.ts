import { expect, test } from 'vitest'
import { STORY_TEXT_LENGTH } from '../item/story-text.ts'
import { HOUR_MS } from '../lib/instant.ts'
import { type ContractPlace, contractStore } from './testing/contract-store.ts'
import { sampleDraft, sampleUpdate, T0 } from './testing/samples.ts'
import type { Store } from './types.ts'

/** What every store must do with what feeds bring: each item kept once, with its revisions. */
export function itemsContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveItems, saveStories } = contractStore(newPlace, (opened) => {
    store = opened
  })

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
    const [{ html: _bare, ...bareWords }, { html: _full, ...fullWords }] = [bare.item, full.item]
    expect(await store.items([2, 99, 1])).toEqual([
      { ...bareWords, id: 2, revision: 1, firstSeenAt: T0, mentions: [] },
      { ...fullWords, id: 1, revision: 1, firstSeenAt: T0, mentions: full.mentions },
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

  test('what was read without a date while the clock ran ahead is of today once it is right', async () => {
    const year = 365 * 24 * HOUR_MS
    await saveItems(2, (n) => ({ fetchedAt: T0 + year, publishedAt: n === 1 ? T0 + year : T0 - HOUR_MS }))
    const again = await saveItems(2, (n) => ({ fetchedAt: T0, publishedAt: n === 1 ? T0 : T0 - HOUR_MS }))
    expect(again).toMatchObject({ revised: [1], unchanged: 1 })
    expect((await store.items([1]))[0]).toMatchObject({ publishedAt: T0, revision: 2 })
    expect(
      await saveItems(2, (n) => ({ fetchedAt: T0 + 1, publishedAt: n === 1 ? T0 + 1 : T0 - HOUR_MS })),
    ).toMatchObject({
      ...{ revised: [], unchanged: 2 },
    })
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

  test('what stories are told from has the beginning of a long text', async () => {
    const long = { text: 'a \u{1f680} '.repeat(20_000) }
    await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'key1', long)]))
    const [revision] = await store.revisionsAfter(0, 10)
    const [ofSource] = await store.itemsOfSource('a', 10)
    for (const item of [revision!.item, ofSource!]) {
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
    const drafts = (...keys: string[]) => keys.map((key) => sampleDraft('a', key, { url: 'https://a.example/changes' }))
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
    const draft = sampleDraft('a', key, { title, url, text: 'word '.repeat(40_000), contentHash: 'h' })
    expect((await store.saveFeed(sampleUpdate('a', [draft]))).inserted).toEqual([1])
    const [item] = await store.items([1])
    expect(item).toMatchObject({ key, url, title: 'NUL \uFFFD half \uFFFD end \' " \\ %_' })
    expect(await store.saveFeed(sampleUpdate('a', [draft]))).toMatchObject({ unchanged: 1 })
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
}
