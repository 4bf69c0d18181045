import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import { editionChanges, growingStories, type WrittenStory } from './edition.ts'

const END = 100 * HOUR_MS

function story(id: number, independent: number, firstHoursAgo: number, lastHoursAgo: number): WrittenStory {
  const coverage = {
    independent,
    firstPublishedAt: END - firstHoursAgo * HOUR_MS,
    lastReportAt: END - lastHoursAgo * HOUR_MS,
  }
  return { id, score: 40, headline: { text: `H${id}`, language: 'en', itemId: id }, coverage } as WrittenStory
}

describe('growingStories', () => {
  const found = (...stories: WrittenStory[]) =>
    growingStories(stories, new Set([9]), END).map(({ story: { id }, owners, hours }) => [id, owners, hours])

  test('are young, have two owners and found the last of late', () => {
    expect(found(story(1, 2, 4, 1))).toEqual([[1, 2, 4]])
    expect(found(story(1, 1, 4, 1), story(2, 2, 25, 1), story(3, 2, 20, 7), story(9, 4, 2, 1))).toEqual([])
  })

  test('the fastest first, whatever the order', () => {
    const [slow, fast, tiny] = [story(1, 4, 20, 1), story(2, 3, 3, 1), story(3, 2, 0.2, 0)]
    const expected = [
      [3, 2, 1],
      [2, 3, 3],
      [1, 4, 20],
    ]
    expect(found(slow, fast, tiny)).toEqual(expected)
    expect(found(tiny, slow, fast)).toEqual(expected)
  })

  test('are at most five', () => {
    expect(found(...Array.from({ length: 8 }, (_, index) => story(index + 10, 2, 4, 1)))).toHaveLength(5)
  })
})

test('editionChanges says what stayed, went and came', () => {
  const wrap = (...ids: number[]) => ids.map((id) => ({ story: story(id, 1, 1, 1) }))
  expect(editionChanges(undefined, wrap(1))).toBeUndefined()
  expect(editionChanges({ date: '2026-11-22', stories: wrap(1, 2, 3) }, wrap(3, 4, 1))).toEqual({
    before: '2026-11-22',
    carried: [
      { id: 3, headline: 'H3', from: 3, to: 1 },
      { id: 1, headline: 'H1', from: 1, to: 3 },
    ],
    gone: [{ id: 2, headline: 'H2' }],
    fresh: 1,
  })
})
