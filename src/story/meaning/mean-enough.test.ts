import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createClusterer } from '../clusterer.ts'
import { FILLERS, meantItem, OTHERS } from '../testing/meant-items.ts'
import { openItem } from '../testing/open-item.ts'
import type { ClusterInput } from '../types.ts'
import { meanEnough } from './mean-enough.ts'

const SETTINGS = { mergeMeaning: 0.4, foreignMergeMeaning: 0.6 }

function story(items: number, language: number) {
  return { members: Array.from({ length: items }, () => openItem({ language })) }
}

describe('Two stories that say the same', () => {
  it.each([
    ['lone items', 1, 1, 0, 0.2],
    ['a lone item and many', 1, 40, 0, 0.2],
    ['three items and many', 3, 40, 0, 0.3],
    ['three items in another language', 3, 40, 1, 0.45],
  ])('%s need so much likeness in meaning', (_, fewer, more, language, least) => {
    const [a, b] = [story(fewer, language), story(more, 0)]
    expect(meanEnough(a, b, least + 0.001, SETTINGS)).toBe(true)
    expect(meanEnough(b, a, least - 0.001, SETTINGS)).toBe(false)
  })

  it('are judged by their words where one has no meaning', () => {
    expect(meanEnough(story(3, 0), story(3, 0), undefined, SETTINGS)).toBe(true)
  })

  it('need nothing where nothing is asked', () => {
    expect(meanEnough(story(3, 0), story(3, 0), -0.5, { ...SETTINGS, mergeMeaning: 0 })).toBe(true)
  })

  it('need no less the more items they have', () => {
    const sizes = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(sizes, sizes, fc.double({ min: -1, max: 1, noNaN: true }), (a, b, similarity) => {
        const isEnough = meanEnough(story(a + 1, 0), story(b + 1, 0), similarity, SETTINGS)
        return !isEnough || meanEnough(story(a, 0), story(b, 0), similarity, SETTINGS)
      }),
    )
  })
})

test('words that two stories share do not merge them where they mean something else', () => {
  const titles = ['ceremony opens games in the stadium', 'stadium games ceremony leaves seats empty']
  const told = (meaningOf: (title: string) => string): readonly ClusterInput[] =>
    titles.flatMap((title, which) =>
      [0, 1, 2].map((place) => ({
        ...meantItem(100 + 10 * which + place, title, { hours: 6 + place }),
        meaning: meantItem(1, meaningOf(title)).meaning!,
      })),
    )
  const sizes = (items: readonly ClusterInput[]) => {
    // Nothing joins for its words alone, but what is the same; nothing is merged for its meaning alone.
    const settings = { joinLevel: 0.8, mergeLevel: 0.05, mergeShare: 0.1, meaningShare: 0, meaningLevel: 2 }
    const clusterer = createClusterer({ meaningSpace: 'm', settings })
    for (const item of [...OTHERS, ...items, ...FILLERS]) clusterer.assign(item)
    const known = new Set(items.map(({ id }) => id))
    const found = clusterer.stories().map(({ itemIds }) => itemIds.filter((id) => known.has(id)).length)
    return found.filter((count) => count > 0)
  }
  const apart = (title: string) => (title === titles[0] ? 'robot wins capital race' : 'mural stolen')
  expect(sizes(told(() => 'mural stolen'))).toEqual([6])
  expect(sizes(told(apart))).toEqual([3, 3])
  expect(sizes(told(apart).map(({ meaning: _meaning, ...rest }) => rest))).toEqual([6])
})
