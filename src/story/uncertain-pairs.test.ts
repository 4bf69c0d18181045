import { describe, expect, test } from 'vitest'
import type { Receipt } from './types.ts'
import { pairKey, uncertainPairs } from './uncertain-pairs.ts'

const placed = (itemId: number, receipt: Partial<Receipt>) => ({
  itemId,
  receipt: {
    rule: 'content',
    score: 0.2,
    threshold: 0.2,
    sharedTerms: [],
    sharedEntities: [],
    sharedNumbers: [],
    ...receipt,
  } as Receipt,
})

describe('uncertainPairs', () => {
  test('gives the closest decisions first, joined and not joined', () => {
    const members = [
      placed(5, { score: 0.24, nearestItemId: 2 }),
      placed(6, { rule: 'opened', score: 0.19, nearestItemId: 3 }),
      placed(7, { score: 0.9, nearestItemId: 1 }),
    ]
    expect(uncertainPairs(members, new Set(), 10)).toEqual([
      { itemIds: [3, 6], isTogether: false, distance: expect.closeTo(0.05) },
      { itemIds: [2, 5], isTogether: true, distance: expect.closeTo(0.2) },
    ])
  })

  test('leaves out what was judged, links, copies, and items with nothing near', () => {
    const members = [
      placed(5, { nearestItemId: 2 }),
      placed(6, { rule: 'link', nearestItemId: 2 }),
      placed(7, { rule: 'copy', nearestItemId: 2 }),
      placed(8, { rule: 'opened', score: 0.19 }),
    ]
    expect(uncertainPairs(members, new Set([pairKey(5, 2)]), 10)).toEqual([])
    expect(uncertainPairs(members, new Set(), 10)).toHaveLength(1)
    expect(uncertainPairs(members, new Set(), 0)).toEqual([])
  })

  test('a pair is the same in both orders', () => {
    expect(pairKey(2, 10)).toBe(pairKey(10, 2))
    const members = [placed(5, { nearestItemId: 2 }), placed(2, { nearestItemId: 5, score: 0.25 })]
    expect(uncertainPairs(members, new Set(), 10)).toHaveLength(1)
  })
})
