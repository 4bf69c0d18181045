import { expect, test } from 'vitest'
import { percentIn } from './percent.ts'

test.each<[number, string]>([
  [0, '0%'],
  [1e-9, '0.1%'],
  [0.0025, '0.3%'],
  [0.0049, '0.5%'],
  [0.005, '1%'],
  [0.62, '62%'],
  [0.994, '99%'],
  [0.996, '99.6%'],
  [0.99999, '99.9%'],
  [1, '100%'],
])('%d is %s', (share, words) => {
  expect(percentIn('en')(share)).toBe(words)
})

test('in the digits and order of the language', () => {
  expect(percentIn('de')(0.996)).toBe('99,6\u00a0%')
})
