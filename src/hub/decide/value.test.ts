import { describe, expect, test } from 'vitest'
import type { Anchors } from '../types.ts'
import { worthOf, worthUnderBound } from './value.ts'

const PRICE: Anchors = { best: 0.05, worst: 0.25, scale: 'linear' }
const MACHINES: Anchors = { best: 1_000, worst: 10, scale: 'log' }

describe('what a quantity is worth', () => {
  test.each<[number, Anchors, number]>([
    [0.25, PRICE, 0],
    [0.15, PRICE, 0.5],
    [0.05, PRICE, 1],
    [0.4, PRICE, 0],
    [0.01, PRICE, 1],
    [10, MACHINES, 0],
    [100, MACHINES, 0.5],
    [1_000, MACHINES, 1],
    [20_000, MACHINES, 1],
    [1, MACHINES, 0],
    [0, MACHINES, 0],
    [0, { best: 10, worst: 1_000, scale: 'log' }, 1],
  ])('%d between %o is %d', (value, anchors, worth) => {
    expect(worthOf(value, anchors)).toBeCloseTo(worth, 10)
  })
})

test.each([
  [10, 1],
  [25, 1],
  [50, 0.5],
  [75, 0],
  [200, 0],
])('a round trip of %d ms under a bound of 50 is worth %d', (ms, worth) => {
  expect(worthUnderBound(ms, 50)).toBeCloseTo(worth, 10)
})
