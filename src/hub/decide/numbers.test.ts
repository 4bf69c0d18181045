import { expect, test } from 'vitest'
import { numbersIn } from './numbers.ts'

test.each([
  [0, '1,235'],
  [1, '1,234.6'],
  [2, '1,234.57'],
  [3, '1,234.568'],
  [4, '1,234.5679'],
  [9, '1,234.5679'],
])('with %d decimals at most, four being the most there are', (digits, written) => {
  expect(numbersIn('en').number(1_234.56789, digits)).toBe(written)
})

test('decimals that are not there are not written, and shares are whole percents', () => {
  expect(numbersIn('en').number(3, 2)).toBe('3')
  expect(numbersIn('ja').percent(0.126)).toBe('13%')
})
