import { beforeEach, describe, expect, test } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import { NoveltyIndex } from './novelty-index.ts'

const day = (n: number) => Date.UTC(2026, 10, 1) + n * DAY_MS
const opening = (at: number, entityIds: string[], kind: 'release' | 'policy' = 'release') => ({ kind, entityIds, at })

describe('NoveltyIndex', () => {
  let index: NoveltyIndex
  beforeEach(() => {
    index = new NoveltyIndex()
  })

  test('counts earlier stories of the kind that share a telling name', () => {
    index.put(1, opening(day(0), ['gpt-6']))
    index.put(2, opening(day(1), ['gpt-6', 'johor']))
    expect(index.countEarlier(3, opening(day(2), ['gpt-6', 'johor']))).toBe(2)
  })

  test.each([
    ['another name', opening(day(1), ['kulai']), ['gpt-6']],
    ['another kind', opening(day(1), ['gpt-6'], 'policy'), ['gpt-6']],
    ['later', opening(day(3), ['gpt-6']), ['gpt-6']],
    ['at the same instant', opening(day(2), ['gpt-6']), ['gpt-6']],
    ['more than seven days before', opening(day(-6), ['gpt-6']), ['gpt-6']],
  ])('leaves out: %s', (_why, earlier, names) => {
    index.put(1, earlier)
    expect(index.countEarlier(9, opening(day(2), names))).toBe(0)
  })

  test('never counts a story itself, and forgets what was replaced or removed', () => {
    index.put(1, opening(day(0), ['gpt-6']))
    expect(index.countEarlier(1, opening(day(1), ['gpt-6']))).toBe(0)
    index.put(1, opening(day(0), ['kulai']))
    expect(index.countEarlier(2, opening(day(1), ['gpt-6']))).toBe(0)
    index.remove(1)
    expect(index.countEarlier(2, opening(day(1), ['kulai']))).toBe(0)
  })

  test('forgets by age', () => {
    index.put(1, opening(day(0), ['gpt-6']))
    index.put(2, opening(day(2), ['gpt-6']))
    index.forget(day(1))
    expect(index.countEarlier(3, opening(day(3), ['gpt-6']))).toBe(1)
  })
})
