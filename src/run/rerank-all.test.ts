import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import { rankStory } from '../rank/rank.ts'
import { DEFAULT_WEIGHTS, parseWeights } from '../rank/weights.ts'
import { openStore } from '../store/open-store.ts'
import { STORY_STATES, type StoryRecord } from '../store/story-types.ts'
import {
  createdEvent,
  sampleCommit,
  sampleDraft,
  sampleMember,
  sampleStory,
  sampleUpdate,
  T0,
} from '../store/testing/samples.ts'
import type { Store } from '../store/types.ts'
import { RerankAll } from './rerank-all.ts'

const OWN = parseWeights('authority:40,freshness:1')
const STORIES = 1_203
const LATER = T0 + DAY_MS

/** Most are published; of every state there are some. */
const stateOf = (id: number) => (id % 5 === 0 ? STORY_STATES[(id / 5) % STORY_STATES.length]! : 'published')

let folder: string
let store: Store

/** Stories over four months, every seventh of the communities, in every state, ranked under the shipped weights. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'auspex-rerank-'))
  store = await openStore({ file: join(folder, 'auspex.sqlite') })
  const ids = Array.from({ length: STORIES }, (_, at) => at + 1)
  await store.saveFeed(
    sampleUpdate(
      'a',
      ids.map((id) => sampleDraft('a', `key-${id}`)),
    ),
  )
  const stories = ids.map((id) => {
    const updatedAt = T0 - Math.round((id * 120 * DAY_MS) / STORIES)
    const rankInput = { ...sampleStory(id, id).rankInput, lastReportAt: updatedAt }
    const explanation = rankStory(rankInput, T0)
    const more = {
      rankInput,
      explanation,
      updatedAt,
      score: explanation.value,
      isCommunity: id % 7 === 0,
      state: stateOf(id),
    }
    return sampleStory(id, id, more)
  })
  await store.commitStories(
    sampleCommit({
      ...{ cursor: STORIES, stories, members: ids.map((id) => sampleMember(id, id)) },
      events: ids.map((id) => createdEvent(id, id)),
    }),
  )
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function finish(walk: RerankAll): Promise<number> {
  let changed = 0
  while (!walk.isDone) changed += await walk.next(LATER)
  return changed
}

async function everyStory(): Promise<readonly StoryRecord[]> {
  const all: StoryRecord[] = []
  for await (const story of store.storiesSince(0)) all.push(story)
  return all
}

test('under other weights every story has a new score, the last and oldest too', async () => {
  expect(await finish(await RerankAll.open(store, OWN))).toBe(STORIES)
  const all = await everyStory()
  expect(all).toHaveLength(STORIES)
  for (const { rankInput, explanation, score, rankedAt } of all) {
    expect({ explanation, score, rankedAt }).toEqual({
      explanation: rankStory(rankInput, LATER, OWN),
      score: rankStory(rankInput, LATER, OWN).value,
      rankedAt: LATER,
    })
  }
})

test('under the same weights nothing is written, whenever it is', async () => {
  expect(await finish(await RerankAll.open(store, DEFAULT_WEIGHTS))).toBe(0)
  expect((await everyStory()).every(({ rankedAt }) => rankedAt === T0)).toBe(true)
})

test('one that was killed is finished by the next, which writes no story twice', async () => {
  const first = await (await RerankAll.open(store, OWN)).next(LATER)
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(STORIES)
  expect(await finish(await RerankAll.open(store, OWN))).toBe(STORIES - first)
})

test('what is done is not read again, until the weights change', async () => {
  await finish(await RerankAll.open(store, OWN))
  expect((await RerankAll.open(store, OWN)).isDone).toBe(true)
  const other = await RerankAll.open(store, DEFAULT_WEIGHTS)
  expect(other.isDone).toBe(false)
  const changed = await other.next(LATER)
  // Back to the weights of before, although the walk under the others was killed.
  expect(await finish(await RerankAll.open(store, OWN))).toBe(changed)
  expect((await everyStory()).every(({ rankInput, score }) => score === rankStory(rankInput, LATER, OWN).value)).toBe(
    true,
  )
})

test('a story that comes to the front meanwhile moves no other out of the walk', async () => {
  const walk = await RerankAll.open(store, OWN)
  await walk.next(LATER)
  const [late] = (await everyStory()).slice(-1)
  const explanation = rankStory(late!.rankInput, LATER, OWN)
  const told = { ...late!, updatedAt: LATER, explanation, score: explanation.value, rankedAt: LATER }
  await store.commitStories(sampleCommit({ cursor: STORIES, stories: [told] }))
  await finish(walk)
  for (const { rankInput, rankedAt, explanation } of await everyStory()) {
    expect(explanation).toEqual(rankStory(rankInput, rankedAt, OWN))
  }
})
