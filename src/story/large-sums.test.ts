import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LargeSums } from './large-sums.ts'
import { TERM_COUNT } from './term-hash.ts'

it('keep the last sum of each term, however many there are', () => {
  const term = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: TERM_COUNT - 1 }))
  const pairs = fc.array(fc.tuple(term, fc.integer({ min: 0, max: 2 ** 32 - 1 })), { maxLength: 300 })
  fc.assert(
    fc.property(pairs, term, (given, other) => {
      const sums = new LargeSums()
      for (const [term, sum] of given) sums.set(term, sum)
      const expected = new Map(given)
      for (const [term, sum] of expected) expect(sums.get(term)).toBe(sum)
      expect(sums.get(other)).toBe(expected.get(other) ?? 0)
    }),
  )
})
