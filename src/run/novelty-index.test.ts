import { beforeEach, describe, expect, test } from 'vitest'
import type { Entity, Gazetteer } from '../entity/types.ts'
import { DAY_MS } from '../lib/instant.ts'
import { NoveltyIndex } from './novelty-index.ts'

const salience: Record<string, Entity['salience']> = { openai: 1, 'gpt-6': 3, johor: 2, kulai: 3 }
const gazetteer = { entity: (id: string) => ({ salience: salience[id] }) } as unknown as Gazetteer
const day = (n: number) => Date.UTC(2026, 10, 1) + n * DAY_MS
const story = (id: number, at: number, entityIds: string[], kind: 'release' | 'policy' = 'release') => ({
  id,
  kind,
  entityIds,
  firstPublishedAt: at,
})

describe('NoveltyIndex', () => {
  let index: NoveltyIndex
  beforeEach(() => {
    index = new NoveltyIndex(gazetteer)
  })

  test('counts earlier stories of the kind that share a telling name', () => {
    index.put(story(1, day(0), ['gpt-6']))
    index.put(story(2, day(1), ['gpt-6', 'johor']))
    expect(index.countEarlier(story(3, day(2), ['gpt-6', 'johor']))).toBe(2)
  })

  test.each([
    ['a name of salience 1 alone tells nothing', story(1, day(1), ['openai']), ['openai']],
    ['another kind', story(1, day(1), ['gpt-6'], 'policy'), ['gpt-6']],
    ['later', story(1, day(3), ['gpt-6']), ['gpt-6']],
    ['at the same instant', story(1, day(2), ['gpt-6']), ['gpt-6']],
    ['more than seven days before', story(1, day(-6), ['gpt-6']), ['gpt-6']],
  ])('leaves out: %s', (_why, earlier, names) => {
    index.put(earlier)
    expect(index.countEarlier(story(9, day(2), names))).toBe(0)
  })

  test('never counts a story itself, and forgets what was replaced or removed', () => {
    index.put(story(1, day(0), ['gpt-6']))
    expect(index.countEarlier(story(1, day(1), ['gpt-6']))).toBe(0)
    index.put(story(1, day(0), ['kulai']))
    expect(index.countEarlier(story(2, day(1), ['gpt-6']))).toBe(0)
    index.remove(1)
    expect(index.countEarlier(story(2, day(1), ['kulai']))).toBe(0)
  })

  test('forgets by age', () => {
    index.put(story(1, day(0), ['gpt-6']))
    index.put(story(2, day(2), ['gpt-6']))
    index.forget(day(1))
    expect(index.countEarlier(story(3, day(3), ['gpt-6']))).toBe(1)
  })
})
