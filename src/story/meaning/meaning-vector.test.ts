import { expect, test } from 'vitest'
import { meaningVector } from './meaning-vector.ts'

test('keeps the direction, at any length', () => {
  expect([...meaningVector([0.5, -1, 0.25])!]).toEqual([64, -127, 32])
  expect(meaningVector([5e30, -1e31, 2.5e30])).toEqual(meaningVector([0.5, -1, 0.25]))
})

test.each([[[]], [[0, 0]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY, 1]]])('%j points nowhere', (values) => {
  expect(meaningVector(values)).toBeUndefined()
})
