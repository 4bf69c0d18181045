import { expect, test } from 'vitest'
import { sampleErrors } from './error-pairs.ts'

const gold = ['a', 'a', 'a', 'b', 'b', 'c']
const found = [1, 1, 2, 1, 2, 3]

test('draws each pair wrongly together, and each wrongly apart, once', () => {
  const { falseMerges, missed } = sampleErrors({ gold, found }, 10, 1)
  const shown = (pairs: typeof missed) => pairs.map(({ earlier, later }) => `${earlier}-${later}`).sort()
  expect(shown(falseMerges)).toEqual(['0-3', '1-3', '2-4'])
  expect(shown(missed)).toEqual(['0-2', '1-2', '3-4'])
})

test('draws the same for the same seed, no more than asked for, and nothing where nothing is wrong', () => {
  const some = sampleErrors({ gold, found }, 2, 7)
  expect([some.falseMerges.length, some.missed.length]).toEqual([2, 2])
  expect(sampleErrors({ gold, found }, 2, 7)).toEqual(some)
  expect(sampleErrors({ gold, found: [1, 1, 1, 2, 2, 3] }, 5, 1)).toEqual({ falseMerges: [], missed: [] })
})
