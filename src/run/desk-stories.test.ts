import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../store/open-store.ts'
import { sampleReceipt } from '../store/testing/samples.ts'
import type { Store } from '../store/types.ts'
import { storyItem } from '../story/testing/story-item.ts'
import { loadBeat } from './beat.ts'
import { DeskStories } from './desk-stories.ts'
import { ItemReader } from './item-reader.ts'

const { gazetteer } = loadBeat()
let store: Store
let stories: DeskStories
let lastItem = 0
beforeEach(async () => {
  store = await openStore({ file: ':memory:' })
  stories = new DeskStories(store, new ItemReader(store, gazetteer))
})
afterEach(() => store.close())

function open(id: number, items: number): void {
  const story = stories.open(id)
  for (let item = 0; item < items; item++) stories.put(story, storyItem({ id: ++lastItem }), sampleReceipt, 0)
}

const heldOf = (ids: readonly number[]) => ids.filter((id) => stories.held(id) !== undefined)

test('all is kept that fits', () => {
  open(1, 1)
  open(2, 900)
  stories.evict(new Set())
  expect(heldOf([1, 2])).toEqual([1, 2])
})

test('stories of one item go first, those just used too, and no more of them than is needed', () => {
  open(1, 600)
  for (let id = 2; id <= 501; id++) open(id, 1)
  stories.evict(new Set([2, 3, 501]))
  expect(heldOf([1])).toEqual([1])
  expect(heldOf([2, 3, 100, 101])).toEqual([])
  expect(heldOf([102, 501])).toEqual([102, 501])
})

test('then what was used longest ago, but for what was just used', async () => {
  open(1, 400)
  open(2, 400)
  open(3, 400)
  await stories.load(1)
  stories.evict(new Set([2]))
  expect(heldOf([1, 2, 3])).toEqual([1, 2])
})
