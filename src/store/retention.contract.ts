import { expect, test } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import { type ContractPlace, contractStore, idsOf } from './testing/contract-store.ts'
import {
  createdEvent,
  sampleCommit,
  sampleDraft,
  sampleMember,
  sampleSource,
  sampleState,
  sampleStory,
  sampleUpdate,
  T0,
} from './testing/samples.ts'
import type { Store } from './types.ts'

/** What every store must count, and what it must remove. */
export function retentionContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveItems, saveStories } = contractStore(newPlace, (opened) => {
    store = opened
  })

  test('an empty store counts nothing', async () => {
    expect(await store.canWrite()).toBe(true)
    expect(await store.lastPollAt()).toBeUndefined()
    expect(await store.lastReadAt()).toBeUndefined()
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
    expect(await store.lastPollAt()).toBe(T0 + 9)
  })

  test('a feed that was asked has not thereby answered', async () => {
    const failing = { error: 'HTTP 500', failuresInARow: 1 }
    const never = sampleState('a', { ...failing, lastAttemptAt: T0 + 5, lastSuccessAt: undefined })
    await store.saveFeed({ state: never, drafts: [] })
    expect([await store.lastPollAt(), await store.lastReadAt()]).toEqual([T0 + 5, undefined])
    const once = sampleState('b', { ...failing, lastAttemptAt: T0 + 9, lastSuccessAt: T0 + 2 })
    await store.saveFeed({ state: once, drafts: [] })
    expect([await store.lastPollAt(), await store.lastReadAt()]).toEqual([T0 + 9, T0 + 2])
    await store.saveFeed({ state: sampleState('c', { lastAttemptAt: T0 + 7, lastSuccessAt: T0 + 7 }), drafts: [] })
    expect([await store.lastPollAt(), await store.lastReadAt()]).toEqual([T0 + 9, T0 + 7])
  })

  test('counts follow stories that are held, merged, emptied and stand again, and items that are pruned', async () => {
    await store.saveSources([sampleSource('a')])
    await saveStories(5)
    const published = async () => {
      const counted = (await store.counts(T0)).stories
      expect(counted).toBe((await store.listStories({ order: 'newest', limit: 99 })).stories.length)
      return counted
    }
    expect(await published()).toBe(5)
    const told = (id: number, state: 'held' | 'published') =>
      sampleCommit({ stories: [sampleStory(id, id, { state })] })
    await store.commitStories(told(1, 'held'))
    await store.commitStories(told(1, 'held'))
    expect(await published()).toBe(4)
    await store.commitStories(told(1, 'published'))
    await store.commitStories(told(1, 'published'))
    expect(await published()).toBe(5)
    await store.commitStories(sampleCommit({ merges: [{ from: 1, into: 2 }] }))
    // Within one commit a story may open and be merged away.
    await store.commitStories(
      sampleCommit({ stories: [sampleStory(6, 1), sampleStory(2, 2)], merges: [{ from: 6, into: 2 }] }),
    )
    await store.commitStories(sampleCommit({ emptied: [3] }))
    expect(await published()).toBe(3)
    const members = [sampleMember(1, 1), sampleMember(2, 2)]
    await store.commitStories(
      sampleCommit({ stories: [sampleStory(1, 1)], members, revivals: [{ id: 1, ledHere: [] }] }),
    )
    expect(await published()).toBe(4)
    await saveItems(7, (n) => ({ fetchedAt: T0 + n }))
    expect(await store.counts(T0)).toMatchObject({ items: 7 })
    expect(await store.healthOfSource('a', T0)).toMatchObject({ items: 7 })
    await store.prune(T0 + 1)
    expect(await published()).toBe(0)
    const left = (await store.items([1, 2, 3, 4, 5, 6, 7])).length
    expect(left).toBeLessThan(7)
    expect(await store.counts(T0)).toMatchObject({ items: left })
    expect(await store.healthOfSource('a', T0)).toMatchObject({ items: left })
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
    expect((await store.topNamed(0, { entities: 9, hubs: 0 })).entities).toEqual([{ entityId: 'acme', stories: 1 }])
    expect(await store.events({ limit: 9 })).toHaveLength(1)
    await expect(store.commitStories(sampleCommit({ stories: [sampleStory(1, 2)] }))).rejects.toMatchObject({
      name: 'StoryCommitError',
    })
  })

  test('a feed that still lists what was pruned does not bring it back', async () => {
    await saveStories(2)
    expect(await store.prune(T0 + 1)).toBe(2)
    const changed = await store.changedDrafts(
      'a',
      [1, 2, 3].map((n) => sampleDraft('a', `key${n}`)),
    )
    expect([...changed].map(({ item }) => item.key)).toEqual(['key3'])
    expect(await saveItems(3)).toEqual({ inserted: [3], revised: [], unchanged: 2, withdrawn: [] })
  })

  test('prune removes any number, wherever their numbers are', async () => {
    await saveStories(450)
    await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'last', { fetchedAt: T0 + 5 })]))
    await store.commitStories(sampleCommit({ stories: [sampleStory(5_000, 451)], members: [sampleMember(5_000, 451)] }))
    expect(await store.prune(T0 + 1)).toBe(450)
    expect((await store.counts(T0)).items).toBe(1)
    expect(await store.prune(T0 + 6)).toBe(1)
    expect(await store.prune(T0 + 6)).toBe(0)
  })
}
