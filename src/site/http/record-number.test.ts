import { expect, test } from 'vitest'
import { numberOfRef, recordNumber } from './record-number.ts'

test.each([
  ['0', 0],
  ['42', 42],
  ['999999999999999', 999_999_999_999_999],
  ['1000000000000000', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['1.5', undefined],
  [' 1', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j is the number %j', (written, number) => {
  expect(recordNumber(written)).toBe(number)
})

test.each([
  ['42', 42],
  ['42-', 42],
  ['42-a-headline', 42],
  ['42a', undefined],
  ['-42', undefined],
  ['9999999999999999999-x', undefined],
  [undefined, undefined],
])('%j names the story %j', (ref, number) => {
  expect(numberOfRef(ref)).toBe(number)
})
