import { expect, test } from 'vitest'
import { type ContractPlace, contractStore, idsOf } from './testing/contract-store.ts'
import { sampleCommit, sampleDraft, sampleMember, sampleUpdate, T0 } from './testing/samples.ts'
import type { Store } from './types.ts'

/** What every store must do with items that their sources took back. */
export function withdrawalsContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveItems, saveStories } = contractStore(newPlace, (opened) => {
    store = opened
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
}
