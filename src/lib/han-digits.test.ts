import { expect, test } from 'vitest'
import { hanDigits } from './han-digits.ts'

test.each([
  ['一', '1'],
  ['十', '10'],
  ['十二', '12'],
  ['二十', '20'],
  ['三十一', '31'],
  ['二〇二六', '2026'],
  ['零八', '08'],
])('%s is %s', (written, digits) => {
  expect(hanDigits(written)).toBe(digits)
})
