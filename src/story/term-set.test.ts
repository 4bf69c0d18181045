import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasTerm, termSet } from './term-set.ts'

const terms = fc.array(fc.nat({ max: 40 }), { maxLength: 30 })

test('has what was put in, and nothing else', () => {
  fc.assert(
    fc.property(terms, fc.nat({ max: 41 }), (given, asked) => {
      expect(hasTerm(termSet(given), asked)).toBe(given.includes(asked))
    }),
  )
})

test('is ascending, each term once', () => {
  fc.assert(
    fc.property(terms, (given) => {
      expect([...termSet(given)]).toEqual([...new Set(given)].sort((a, b) => a - b))
    }),
  )
})
