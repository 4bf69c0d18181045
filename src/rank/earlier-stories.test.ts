import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import { countEarlierStories, type DatedStory } from './earlier-stories.ts'

const story = (id: number, day: number, entityIds: readonly string[], kind: DatedStory['kind'] = 'release') => ({
  id,
  kind,
  entityIds,
  coverage: { firstPublishedAt: day * DAY_MS },
})
const now = story(1, 10, ['orin', 'falcon-9', 'halden'])

describe('countEarlierStories', () => {
  test.each<[string, DatedStory, number]>([
    ['the same names and kind', story(2, 9, ['orin', 'falcon-9']), 1],
    ['in the other order', story(2, 9, ['falcon-9', 'orin', 'kulai']), 1],
    ['7 days before', story(2, 3, ['orin', 'falcon-9']), 1],
    ['longer ago', story(2, 2.9, ['orin', 'falcon-9']), 0],
    ['at the same time', story(2, 10, ['orin', 'falcon-9']), 0],
    ['later', story(2, 11, ['orin', 'falcon-9']), 0],
    ['of another kind', story(2, 9, ['orin', 'falcon-9'], 'incident'), 0],
    ['about one of them', story(2, 9, ['orin', 'kulai']), 0],
    ['about them in passing', story(2, 9, ['kulai', 'orin', 'falcon-9']), 0],
    ['the story itself', story(1, 9, ['orin', 'falcon-9']), 0],
  ])('%s', (_what, other, count) => {
    expect(countEarlierStories(now, [other])).toBe(count)
  })

  test('one name is enough for a story with one name, none for a story with none', () => {
    expect(countEarlierStories(story(1, 10, ['orin']), [story(2, 9, ['orin', 'kulai']), story(3, 8, ['orin'])])).toBe(2)
    expect(countEarlierStories(story(1, 10, []), [story(2, 9, [])])).toBe(0)
  })
})
