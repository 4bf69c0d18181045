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
        const numbers = place.map(() => 'real' as const)
        expect(readCursor(writeCursor('score', normal), 'score', numbers)).toEqual(normal.map((value) => value || 0))
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
        expect(() => readCursor(cursor, 'score', ['real', 'whole'])).toThrow(BadCursorError)
      },
    ),
  )
})

test.each([[0.5], [1e308], [2 ** 53], [-(2 ** 53)]])('%d is no id or instant', (value) => {
  expect(() => readCursor(writeCursor('newest', [value]), 'newest', ['whole'])).toThrow(BadCursorError)
})
