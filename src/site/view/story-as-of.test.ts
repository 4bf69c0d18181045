import { expect, test } from 'vitest'
import type { StoryEvent } from '../../store/story-types.ts'
import { sampleStory } from '../../store/testing/samples.ts'
import { storyAsOf } from './story-as-of.ts'

const story = { ...sampleStory(7, 1), revision: 9 }
const event = (seq: number, type: StoryEvent['type'], data: StoryEvent['data'] = {}): StoryEvent => ({
  ...{ seq, storyId: 7, type, at: 0, data },
})

test('goes back over each change', () => {
  const events = [
    event(11, 'headline', { from: 'First', to: 'Second' }),
    event(12, 'joined', { itemId: 4 }),
    event(13, 'merged', { from: 9, into: 7, items: '5 6' }),
    event(14, 'headline', { from: 'Second', to: 'Story 7' }),
    event(15, 'left', { itemId: 2, into: 8 }),
    event(16, 'rank', { from: 31, to: 50 }),
    event(17, 'split', { from: 7, into: 10, items: '1 3' }),
  ]
  expect(storyAsOf(story, 10, events, 10)).toEqual({
    seq: 10,
    headline: 'First',
    summary: '',
    score: 31,
    items: 10,
    joinedSince: new Set([4, 5, 6]),
  })
  expect(storyAsOf(story, 10, events.slice(3), 13)).toMatchObject({ headline: 'Second', items: 13 })
  expect(storyAsOf(story, 10, [], 17)).toMatchObject({ headline: 'Story 7', score: 50, items: 10 })
})

test('before it was created there is nothing', () => {
  expect(storyAsOf(story, 1, [event(3, 'created', { itemId: 1 })], 2)).toBeUndefined()
})
