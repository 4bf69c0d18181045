import { expect, test } from 'vitest'
import { wholeNumber } from './whole-number.ts'

test.each([
  ['12', 12],
  [' 007 ', 7],
  ['0', 0],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['９', undefined],
  ['1234567890123456', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s', (text, number) => expect(wholeNumber(text)).toBe(number))
