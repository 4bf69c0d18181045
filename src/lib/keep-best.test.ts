import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepBest } from './keep-best.ts'

it('keeps what sorting and cutting would keep', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 9 }), (numbers, count) => {
      const best: number[] = []
      for (const number of numbers) keepBest(best, number, count, (a, b) => a > b)
      expect(best).toEqual([...numbers].sort((a, b) => b - a).slice(0, count))
    }),
  )
})
