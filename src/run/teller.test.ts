import { expect, test } from 'vitest'
import { compileHubRules } from '../hub/observe.ts'
import { DAY_MS } from '../lib/instant.ts'
import { signalsOf } from '../rank/reason.ts'
import { DEFAULT_WEIGHTS } from '../rank/weights.ts'
import { openStore } from '../store/open-store.ts'
import { sampleReceipt, sampleUpdate } from '../store/testing/samples.ts'
import { MORNING } from '../story/testing/cluster-input.ts'
import { storyItem } from '../story/testing/story-item.ts'
import { Batch } from './batch.ts'
import { loadBeat } from './beat.ts'
import { DeskStories, type DeskStory } from './desk-stories.ts'
import { ItemReader } from './item-reader.ts'
import { Teller } from './teller.ts'

/** Longer ago than anything is held against. */
const LONG_AGO = MORNING - 60 * DAY_MS
const { scope, gazetteer, atlas } = loadBeat()
const hubRules = compileHubRules(gazetteer, atlas)
const FIRST = {
  title: 'Investor plans 9 GW AI campus in a Utah valley',
  text: 'The Stratos campus of Kevin O’Leary would stand in Box Elder County and burn gas for AI data centres with Nvidia chips.',
}
const NEXT = {
  title: 'County approves the Stratos AI data centre in spite of protests',
  text: 'Box Elder commissioners voted for the plan of Kevin O’Leary to build AI data centres that burn gas.',
}
const OTHER = { title: 'A quiet day', text: '' }

function story(id: number, text: { readonly title: string; readonly text: string }, publishedAt: number): DeskStory {
  const item = storyItem({ id, ...text, publishedAt })
  return {
    id,
    items: new Map([[id, item]]),
    receipts: new Map([[id, sampleReceipt]]),
    joinedAt: new Map([[id, publishedAt]]),
  }
}

/** What a story continues that is told after so many others. */
async function previouslyAfter(others: number): Promise<number | undefined> {
  const store = await openStore({ file: ':memory:' })
  const stories = new DeskStories(store, new ItemReader(store, gazetteer))
  const teller = new Teller({ store, stories, scope, gazetteer, hubRules, weights: DEFAULT_WEIGHTS })
  const batch = new Batch(MORNING)
  await teller.tell(story(1, FIRST, LONG_AGO), batch)
  const other = story(2, OTHER, MORNING)
  for (let told = 0; told < others; told++) await teller.tell(other, batch)
  await teller.tell(story(3, NEXT, LONG_AGO + DAY_MS), batch)
  await store.close()
  return batch.storyOf(3)?.previously?.storyId
}

test('forgets what is too old by the number of stories told, within one minute too', async () => {
  expect(await previouslyAfter(1)).toBe(1)
  expect(await previouslyAfter(2_000)).toBeUndefined()
})

/** How new a story is said to be that is told so long after the first, when nothing like it came before. */
async function noveltyAfter(
  days: number,
  isRestarted: boolean,
  polledOn: readonly number[] = [],
): Promise<string | undefined> {
  const store = await openStore({ file: ':memory:' })
  for (const [number, day] of polledOn.entries()) {
    const poll = { at: MORNING + day * DAY_MS, outcome: 'unchanged' as const, latencyMs: 1, bodyBytes: 0 }
    await store.saveFeed({ ...sampleUpdate('a', [], { polls: number }), poll })
  }
  const tellerOf = () => {
    const stories = new DeskStories(store, new ItemReader(store, gazetteer))
    return new Teller({ store, stories, scope, gazetteer, hubRules, weights: DEFAULT_WEIGHTS })
  }
  const first = tellerOf()
  const opening = new Batch(MORNING)
  await first.tell(story(1, OTHER, MORNING), opening)
  opening.log(1, 'created', { itemId: 1 })
  await store.commitStories({
    ...{ cursor: 0, stories: opening.stories, members: [], merges: [], events: opening.events },
  })
  const at = MORNING + days * DAY_MS
  const teller = isRestarted ? tellerOf() : first
  if (isRestarted) await teller.recall(at)
  const batch = new Batch(at)
  await teller.tell(story(2, NEXT, at), batch)
  await store.close()
  return signalsOf(batch.storyOf(2)!.explanation).find(({ id }) => id === 'novelty')?.reason.key
}

test.each([false, true])(
  'says that nothing came in the week before once there was one (restarted: %s)',
  async (isRestarted) => {
    expect(await noveltyAfter(0, isRestarted)).toBe('novelty-unknown')
    expect(await noveltyAfter(6.9, isRestarted)).toBe('novelty-unknown')
    expect(await noveltyAfter(7.1, isRestarted)).toBe('novelty-first')
  },
)

test('claims nothing of a week in which it was off', async () => {
  const everyDay = Array.from({ length: 31 }, (_, day) => day)
  expect(await noveltyAfter(30, true, everyDay)).toBe('novelty-first')
  expect(await noveltyAfter(30, true, [0, 1, 2])).toBe('novelty-unknown')
  expect(await noveltyAfter(30, true, [0, 1, 2, 28, 29, 30])).toBe('novelty-unknown')
})

test('a story off the beat is logged as that, and when it comes to the beat as published', async () => {
  const store = await openStore({ file: ':memory:' })
  const stories = new DeskStories(store, new ItemReader(store, gazetteer))
  const teller = new Teller({ store, stories, scope, gazetteer, hubRules, weights: DEFAULT_WEIGHTS })
  const batch = new Batch(MORNING)
  const told = story(1, { title: 'A stove for small kitchens', text: 'It bakes bread.' }, MORNING)
  await teller.tell(told, batch)
  const edited = new Map([[1, storyItem({ id: 1, ...FIRST, publishedAt: MORNING })]])
  await teller.tell(Object.assign(told, { items: edited }), batch)
  const states = ['held', 'off-beat', 'published']
  const logged = batch.events.filter(({ type }) => states.includes(type))
  expect(logged.map(({ type, data }) => [type, data])).toEqual([
    ['off-beat', {}],
    ['published', {}],
  ])
  await store.close()
})
