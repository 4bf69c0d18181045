import { describe, expect, test } from 'vitest'
import { numberOf, roundHundredths, saturate } from './signal.ts'

describe('saturate', () => {
  test.each([
    [0, 2, 0],
    [-1, 2, 0],
    [2, 2, 0.5],
    [4, 2, 0.75],
    [1e9, 2, 1],
    [1, 0, 1],
  ])('%d of which %d make a half: %d', (amount, half, share) => {
    expect(saturate(amount, half)).toBe(share)
  })
})

describe('numberOf', () => {
  test.each([
    [{ x: 2 }, 2],
    [{ x: '2.5' }, 2.5],
    [{ x: 'many' }, 0],
    [{ x: Number.POSITIVE_INFINITY }, 0],
    [{}, 0],
  ])('%j', (params, number) => {
    expect(numberOf(params as Record<string, string | number>, 'x')).toBe(number)
  })

  test('does not look into prototypes', () => {
    expect(numberOf({}, 'constructor')).toBe(0)
  })
})

test('roundHundredths', () => {
  expect([0.005, 1.234, 2].map(roundHundredths)).toEqual([0.01, 1.23, 2])
})
