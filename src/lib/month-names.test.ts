import { expect, test } from 'vitest'
import { monthNumber } from './month-names.ts'

test.each([
  ['January', 1],
  ['AUGUST', 8],
  ['Sept.', 9],
  ['août', 8],
  ['AOÛT', 8],
  ['Juli', 7],
  ['Ιούλ', 7],
  ['Monday', undefined],
  ['', undefined],
] as const)('%j is month %s', (word, month) => {
  expect(monthNumber(word)).toBe(month)
})
