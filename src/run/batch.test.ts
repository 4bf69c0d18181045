import { expect, test } from 'vitest'
import { sampleStory } from '../store/testing/samples.ts'
import { Batch } from './batch.ts'

test('merges of one batch lead to the story that is left in the end', () => {
  const batch = new Batch(0)
  batch.merges.push({ from: 576, into: 575 }, { from: 575, into: 12 }, { from: 20, into: 12 })
  expect(batch.finalMerges()).toEqual([
    { from: 576, into: 12 },
    { from: 575, into: 12 },
    { from: 20, into: 12 },
  ])
})

test('events carry the instant of the batch', () => {
  const batch = new Batch(1_700_000_000_000)
  batch.log(4, 'created', { itemId: 9 })
  expect(batch.events).toEqual([{ storyId: 4, type: 'created', at: 1_700_000_000_000, data: { itemId: 9 } }])
})

test('a story is as it was last put, before anything is stored', () => {
  const batch = new Batch(0)
  expect(batch.storyOf(1)).toBeUndefined()
  batch.putStory({ ...sampleStory(1, 1), next: [2] })
  batch.putStory({ ...sampleStory(1, 1), next: [2, 3] })
  expect(batch.storyOf(1)?.next).toEqual([2, 3])
})
