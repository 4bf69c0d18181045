import { expect, test } from 'vitest'
import type { StoryCommit } from './story-types.ts'
import { type ContractPlace, contractStore } from './testing/contract-store.ts'
import { createdEvent, sampleCommit, sampleMember, sampleStory } from './testing/samples.ts'
import type { Store } from './types.ts'

/** What every store must do with a commit: take it whole or not at all, and number its events without a gap. */
export function commitsContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveStories } = contractStore(newPlace, (opened) => {
    store = opened
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
}
