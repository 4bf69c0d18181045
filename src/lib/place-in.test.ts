import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeIn } from './place-in.ts'

test('is the place of the first that is not less', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.integer(), (numbers, other) => {
      const ascending = numbers.sort((a, b) => a - b)
      for (const wanted of [...ascending, other]) {
        expect(placeIn(ascending, wanted)).toBe(ascending.filter((each) => each < wanted).length)
      }
    }),
  )
})
