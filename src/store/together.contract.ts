import { expect, test } from 'vitest'
import { StoryLockLostError } from './errors/story-lock-lost-error.ts'
import { type ContractPlace, contractStore, idsOf } from './testing/contract-store.ts'
import {
  createdEvent,
  sampleCommit,
  sampleDraft,
  sampleMember,
  sampleSource,
  sampleStory,
  sampleUpdate,
  T0,
} from './testing/samples.ts'
import type { Store } from './types.ts'

/** What every store must do when several use its database at once, or one after the other. */
export function togetherContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { open, saveStories, forget } = contractStore(newPlace, (opened) => {
    store = opened
  })

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
    expect(await reader.canWrite()).toBe(false)
    expect(idsOf(await reader.listStories({ order: 'score', limit: 5 }))).toEqual([1])
    await expect(reader.saveSources([sampleSource('x')])).rejects.toThrow()
    await expect(reader.saveFeed(sampleUpdate('a', [sampleDraft('a', 'x')]))).rejects.toThrow()
    expect((await store.counts(T0)).items).toBe(1)
  })
}
