import { expect, test } from 'vitest'
import { type ContractPlace, contractStore, idsOf } from './testing/contract-store.ts'
import {
  createdEvent,
  sampleCommit,
  sampleDraft,
  sampleExplanation,
  sampleMember,
  sampleStory,
  sampleUpdate,
  T0,
} from './testing/samples.ts'
import type { Store } from './types.ts'

async function listOf<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

/** What every store must do with stories: keep them with their members, redirect their numbers, find them by time. */
export function storiesContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveItems, saveStories } = contractStore(newPlace, (opened) => {
    store = opened
  })

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
    expect(await store.storiesOfItems([2, 3, 1])).toEqual(new Map([2, 1].map((id) => [id, 7])))
    expect(await store.storiesOfItems([])).toEqual(new Map())
    expect(await store.engineState()).toEqual({ cursor: 2, snapshotCursor: 0, lastStoryId: 7 })
  })

  test('revision goes up by the events of the batch', async () => {
    await saveStories(2)
    const headline = { storyId: 1, type: 'headline', at: T0, data: { from: 'a', to: 'b' } } as const
    await store.commitStories(sampleCommit({ stories: [sampleStory(1, 1)], events: [headline, headline] }))
    await store.commitStories(sampleCommit({ events: [{ ...headline, storyId: 2 }] }))
    await store.commitStories(sampleCommit({ stories: [sampleStory(1, 1)] }))
    const stories = await listOf(store.storiesSince(0))
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
    expect((await store.topNamed(0, { entities: 5, hubs: 0 })).entities).toEqual([{ entityId: 'acme', stories: 2 }])
  })

  test('stories as they are now come by the number asked for, without those that are gone', async () => {
    await saveStories(4)
    await store.commitStories(sampleCommit({ merges: [{ from: 1, into: 2 }] }))
    await store.commitStories(sampleCommit({ emptied: [4] }))
    const now = await store.storiesNow([3, 1, 2, 4, 99, 3, 2 ** 60])
    expect([...now].map(([asked, { id }]) => [asked, id]).sort()).toEqual([
      [1, 2],
      [2, 2],
      [3, 3],
    ])
    const lookup = await store.story(3)
    expect(lookup?.type === 'story' && lookup.story).toEqual(now.get(3))
    expect(await store.storiesNow([])).toEqual(new Map())
  })

  test('a merge is undone: the number is its story’s again, and those that led to it lead to it', async () => {
    await store.saveFeed(
      sampleUpdate(
        'a',
        [1, 2, 3].map((n) => sampleDraft('a', `k${n}`)),
      ),
    )
    const one = (id: number) => ({ stories: [sampleStory(id, id)], members: [sampleMember(id, id)] })
    for (const id of [1, 2, 3]) await store.commitStories(sampleCommit({ ...one(id), events: [createdEvent(id, id)] }))
    const merged = (from: number, into: number) => {
      const data = { from, into }
      const events = [from, into].map((storyId) => ({ storyId, type: 'merged' as const, at: T0, data }))
      return store.commitStories(sampleCommit({ merges: [{ from, into }], events }))
    }
    await merged(1, 2)
    await merged(2, 3)
    const split = { storyId: 2, type: 'split', at: T0, data: { from: 3, into: 2 } } as const
    const back = sampleCommit({
      stories: [sampleStory(2, 2), sampleStory(3, 3)],
      members: [sampleMember(2, 1), sampleMember(2, 2), sampleMember(3, 3)],
      revivals: [{ id: 2, ledHere: [1] }],
      events: [split],
    })
    await store.commitStories(back)
    expect(await store.story(1)).toEqual({ type: 'moved', into: 2 })
    // Created, two merges, the split.
    expect(await store.story(2)).toMatchObject({ type: 'story', story: { revision: 4 } })
    expect(await store.storyOfItem(1)).toBe(2)
    await expect(store.commitStories(back)).rejects.toMatchObject({ name: 'StoryCommitError', storyId: 2 })
    expect((await store.events({ limit: 99 })).filter(({ type }) => type === 'split')).toHaveLength(1)
  })

  test('since counts from the last news', async () => {
    await saveStories(3, (id) => ({ updatedAt: T0 + id }))
    expect((await listOf(store.storiesSince(T0 + 2))).map(({ id }) => id)).toEqual([2, 3])
    expect((await store.membersSince(T0 + 3)).map(({ itemId }) => itemId)).toEqual([3])
    expect(await store.placesSince(T0 + 2)).toEqual([2, 3].map((id) => ({ storyId: id, itemId: id })))
  })

  test('more stories than are read at once come all, each once and by number', async () => {
    await saveStories(450, (id) => ({ updatedAt: T0 + (id % 3) }))
    const ids = (await listOf(store.storiesSince(T0 + 1))).map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 450 }, (_, at) => at + 1).filter((id) => id % 3 > 0))
  })

  test('the mark of the weights in force is kept until it is taken back', async () => {
    expect(await store.rankedUnder()).toBeUndefined()
    for (const mark of [7, Number.MAX_SAFE_INTEGER, undefined, 8]) {
      await store.noteRankedUnder(mark)
      expect(await store.rankedUnder()).toBe(mark)
    }
  })

  test('ranks change the score, the reason and its time, not the revision', async () => {
    await saveStories(1)
    await store.saveRanks([
      { id: 1, score: 12.5, explanation: sampleExplanation(12.5), rankedAt: T0 + 5 },
      { id: 99, score: 1, explanation: sampleExplanation(1), rankedAt: T0 },
    ])
    expect(await listOf(store.storiesSince(0))).toEqual([
      {
        ...sampleStory(1, 1),
        revision: 1,
        score: 12.5,
        explanation: sampleExplanation(12.5),
        rankedAt: T0 + 5,
      },
    ])
  })
}
