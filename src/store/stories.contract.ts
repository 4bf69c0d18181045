import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import { StoryLockLostError } from './errors/story-lock-lost-error.ts'
import type { StoryPage } from './query-types.ts'
import type { StoryCommit } from './story-types.ts'
import { type ContractPlace, contractStore } from './testing/contract-store.ts'
import {
  createdEvent,
  sampleCommit,
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

async function listOf<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

/** What every store must do with stories: commit them whole, and keep and remove them. */
export function storiesContract(engine: string, newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { open, saveItems, saveStories, forget } = contractStore(newPlace, (opened) => {
    store = opened
  })

  const idsOf = (page: StoryPage) => page.stories.map((story) => story.id)

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
      const items = (await store.items([1, 2])).map(({ html: _, ...item }) => item)
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
      expect(await store.topEntities(0, 5)).toEqual([{ entityId: 'acme', stories: 2 }])
    })

    test('a merge is undone: the number is its story’s again, and those that led to it lead to it', async () => {
      await store.saveFeed(
        sampleUpdate(
          'a',
          [1, 2, 3].map((n) => sampleDraft('a', `k${n}`)),
        ),
      )
      const one = (id: number) => ({ stories: [sampleStory(id, id)], members: [sampleMember(id, id)] })
      for (const id of [1, 2, 3])
        await store.commitStories(sampleCommit({ ...one(id), events: [createdEvent(id, id)] }))
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
      expect((await listOf(store.storiesSince(T0 + 2))).map(({ id }) => id)).toEqual([2, 3])
      expect((await store.membersSince(T0 + 3)).map(({ itemId }) => itemId)).toEqual([3])
      expect(await store.placesSince(T0 + 2)).toEqual([2, 3].map((id) => ({ storyId: id, itemId: id })))
    })

    test('more stories than are read at once come all, each once and by number', async () => {
      await saveStories(450, (id) => ({ updatedAt: T0 + (id % 3) }))
      const ids = (await listOf(store.storiesSince(T0 + 1))).map(({ id }) => id)
      expect(ids).toEqual(Array.from({ length: 450 }, (_, at) => at + 1).filter((id) => id % 3 > 0))
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
      forget(store)
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
      forget(store)
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
