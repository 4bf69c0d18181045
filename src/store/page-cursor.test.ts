import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadCursorError } from './errors/bad-cursor-error.ts'
import { readCursor, writeCursor } from './page-cursor.ts'

test('any place comes back to the last bit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 4 }),
      (place) => {
        const normal = place.map((value) => value + 0)
        expect(readCursor(writeCursor('score', normal), 'score', place.length)).toEqual(
          normal.map((value) => value || 0),
        )
      },
    ),
  )
})

test('anything else is a BadCursorError, never another', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => Buffer.from(json).toString('base64url')),
      ),
      (cursor) => {
        expect(() => readCursor(cursor, 'score', 2)).toThrow(BadCursorError)
      },
    ),
  )
})
