import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { searchStories } from './search-stories.ts'
import { sqlStore } from './sql-store.ts'
import { sqliteEngine } from './sqlite/engine.ts'
import { sampleCommit, sampleDraft, sampleMember, sampleStory, sampleUpdate, T0 } from './testing/samples.ts'

const ITEMS = 90
const STORIES = 25
/** Every third item speaks of quasars; the stories have their items from everywhere. */
const storyOf = (itemId: number) => ((itemId * 7) % STORIES) + 1
const isFound = (itemId: number) => itemId % 3 === 0
const hoursAgo = (storyId: number) => (storyId * 11) % STORIES

let engine: Engine

beforeAll(async () => {
  engine = await sqliteEngine(':memory:', false)
  await migrate(engine)
  const store = sqlStore(engine)
  const drafts = Array.from({ length: ITEMS }, (_, n) =>
    sampleDraft('a', `key${n + 1}`, { title: isFound(n + 1) ? 'A quasar' : 'Nothing', text: '' }),
  )
  await store.saveFeed(sampleUpdate('a', drafts))
  const ids = Array.from({ length: STORIES }, (_, n) => n + 1)
  await store.commitStories(
    sampleCommit({
      cursor: ITEMS,
      stories: ids.map((id) => sampleStory(id, id, { updatedAt: T0 - hoursAgo(id) * HOUR_MS })),
      members: Array.from({ length: ITEMS }, (_, n) => sampleMember(storyOf(n + 1), n + 1)),
    }),
  )
})

afterAll(() => engine.close())

async function allPages(limit: number, blockItems: number): Promise<readonly number[]> {
  const ids: number[] = []
  let after: string | undefined
  do {
    const page = await searchStories(engine, 'quasar', limit, { after, blockItems })
    ids.push(...page.stories.map(({ id }) => id))
    for (const { id } of page.stories) expect(isFound(page.itemOf.get(id)!)).toBe(true)
    after = page.next
  } while (after !== undefined)
  return ids
}

test('in blocks and pages of any length each story is found once', async () => {
  const all = [
    ...new Set(
      Array.from({ length: ITEMS }, (_, n) => n + 1)
        .filter(isFound)
        .map(storyOf),
    ),
  ]
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 120 }), async (limit, blockItems) => {
      const ids = await allPages(limit, blockItems)
      expect([...ids].sort((a, b) => a - b)).toEqual([...all].sort((a, b) => a - b))
    }),
  )
})

test('stories of the items that came last are first, those of each block in order of time', async () => {
  const matching = Array.from({ length: ITEMS }, (_, n) => ITEMS - n).filter(isFound)
  const blocks = [matching.slice(0, 12), matching.slice(12, 24), matching.slice(24)]
  const ordered = blocks.flatMap((block) => block.map(storyOf).sort((a, b) => hoursAgo(a) - hoursAgo(b)))
  expect(await allPages(4, 12)).toEqual([...new Set(ordered)])
})
