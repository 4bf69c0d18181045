import { expect, test } from 'vitest'
import { compileHubRules } from '../hub/observe.ts'
import { HOUR_MS, type Instant } from '../lib/instant.ts'
import { DEFAULT_WEIGHTS } from '../rank/weights.ts'
import { openStore } from '../store/open-store.ts'
import { sampleReceipt } from '../store/testing/samples.ts'
import { createClusterer } from '../story/clusterer.ts'
import { MORNING } from '../story/testing/cluster-input.ts'
import { storyItem } from '../story/testing/story-item.ts'
import { Batch } from './batch.ts'
import { loadBeat } from './beat.ts'
import { DeskStories, type DeskStory } from './desk-stories.ts'
import { ItemReader } from './item-reader.ts'
import { StoryChanges } from './story-changes.ts'
import { Teller } from './teller.ts'

const { scope, gazetteer, atlas } = loadBeat()
const hubRules = compileHubRules(gazetteer, atlas)
const TEXTS = ['Investor plans 9 GW AI campus in a Utah valley', 'AI campus of 9 GW is planned in Utah']

/** Story 1, told at once with a next instalment, is merged into the larger story 2, which opened an hour later. */
async function mergedStory(isTold: boolean): Promise<DeskStory> {
  const store = await openStore({ file: ':memory:' })
  const stories = new DeskStories(store, new ItemReader(store, gazetteer))
  const teller = new Teller({ store, stories, scope, gazetteer, hubRules, weights: DEFAULT_WEIGHTS })
  const memory = { clusterer: createClusterer() }
  const changes = new StoryChanges({ store, reader: new ItemReader(store, gazetteer), stories, teller, memory })
  const put = (story: DeskStory, id: number, at: Instant) =>
    stories.put(story, storyItem({ id, title: TEXTS[id % 2]!, publishedAt: at, firstSeenAt: at }), sampleReceipt, at)
  const [earlier, larger] = [stories.open(1), stories.open(2)]
  put(earlier, 1, MORNING)
  teller.open(earlier)
  await teller.tell(earlier, new Batch(MORNING))
  earlier.record = { ...earlier.record!, next: [7] }
  for (const id of [2, 3]) put(larger, id, MORNING + HOUR_MS)
  teller.open(larger)
  if (isTold) await teller.tell(larger, new Batch(MORNING + HOUR_MS))
  const batch = new Batch(MORNING + 2 * HOUR_MS)
  await changes.merge(1, 2, sampleReceipt, batch)
  await teller.tell(larger, batch)
  await store.close()
  return larger
}

test.each([
  ['was told before', true],
  ['is told only now', false],
])('a story that takes in an earlier one begins with it and keeps what follows it, if it %s', async (_when, isTold) => {
  const { record, items } = await mergedStory(isTold)
  expect([...items.keys()]).toEqual([1, 2, 3])
  expect(record).toMatchObject({ id: 2, createdAt: MORNING, opening: { at: MORNING }, next: [7] })
})
