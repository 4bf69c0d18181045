import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import { briefWindow } from './brief-window.ts'
import { type BriefStory, selectStories } from './select.ts'

const window = briefWindow('2026-11-23', 'UTC')
const story = (
  id: number,
  score: number,
  draft: Partial<BriefStory> & { first?: number; last?: number } = {},
): BriefStory => ({
  id,
  score,
  kind: `kind-${id}`,
  entityIds: [],
  coverage: {
    independent: 1,
    firstPublishedAt: window.from + (draft.first ?? 1) * HOUR_MS,
    lastReportAt: window.from + (draft.last ?? draft.first ?? 1) * HOUR_MS,
  },
  ...draft,
})
const idsOf = (stories: readonly BriefStory[]) => selectStories(stories, window).stories.map((each) => each.story.id)

describe('selectStories', () => {
  test('orders by score', () => {
    expect(idsOf([story(1, 50), story(2, 90), story(3, 70)])).toEqual([2, 3, 1])
  })

  test('breaks ties by owners, then by the newer report, then by id', () => {
    const coverage = { independent: 2, firstPublishedAt: window.from, lastReportAt: window.from }
    expect(idsOf([story(4, 50), story(3, 50), story(2, 50, { last: 2 }), story(1, 50, { coverage })])).toEqual([
      1, 2, 3, 4,
    ])
  })

  test.each([
    ['that day', { first: 3 }, true],
    ['reported on again that day', { first: -20, last: 3 }, true],
    ['of that day and later', { first: 3, last: 40 }, true],
    ['of the day before', { first: -20, last: -1 }, false],
    ['of the day after', { first: 24 }, false],
    ['in the first millisecond', { first: 0 }, true],
  ])('takes stories %s', (_what, when, isIn) => {
    expect(idsOf([story(1, 50, when)])).toEqual(isIn ? [1] : [])
  })

  test('a quiet day is not padded', () => {
    const brief = selectStories([story(1, 20), story(2, 34.99)], window)
    expect(brief).toEqual({ window, stories: [], also: [], total: 0 })
    expect(idsOf([story(1, 20), story(2, 35)])).toEqual([2])
  })

  test('lists the rest under also, up to its limit, and counts all', () => {
    const stories = Array.from({ length: 40 }, (_, index) => story(index + 1, 90 - index))
    const brief = selectStories(stories, window)
    const ids = stories.map(({ id }) => id)
    expect(brief.stories.map((each) => each.story.id)).toEqual(ids.slice(0, 12))
    expect(brief.also.map(({ id }) => id)).toEqual(ids.slice(12, 32))
    expect(brief.total).toBe(40)
  })

  test('holds one name to its share, and says what moved', () => {
    const stories = [1, 2, 3].map((id) => story(id, 90 - id, { entityIds: ['openai'] }))
    const brief = selectStories([...stories, story(4, 40)], window)
    expect(brief.stories.map((each) => [each.story.id, each.movedBy])).toEqual([
      [1, undefined],
      [2, undefined],
      [4, undefined],
      [3, 'entity'],
    ])
    expect(brief.stories[3]!.story.score).toBe(87)
  })

  test('the order in which stories come changes nothing', () => {
    const stories = fc.array(
      fc.record({
        score: fc.integer({ min: 30, max: 60 }),
        kind: fc.constantFrom('a', 'b'),
        entityIds: fc.array(fc.constantFrom('x', 'y'), { maxLength: 1 }),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(stories, (list) => {
        const all = list.map(({ score, ...rest }, index) => story(index + 1, score, rest))
        expect(idsOf([...all].reverse())).toEqual(idsOf(all))
      }),
    )
  })
})
