import { expect, test } from 'vitest'
import { TermTally } from './term-tally.ts'

test('adds what is said again by the logarithm', () => {
  const tally = new TermTally()
  expect([tally.add(5, 1), tally.add(9, 0.5), tally.add(5, 2), tally.add(5, 1)]).toEqual([true, true, false, false])
  const { terms, weights } = tally.weights()
  expect([...terms]).toEqual([5, 9])
  expect(weights[0]).toBeCloseTo(2 * (1 + Math.log(4 / 2)))
  expect(weights[1]).toBe(0.5)
})

test('forgets a text and holds a long one', () => {
  const tally = new TermTally()
  tally.add(5, 1)
  tally.clear()
  // All of these fall on one slot of the table at first.
  for (let index = 0; index < 3_000; index++) tally.add(index * 4_096, 1)
  const { terms, weights } = tally.weights()
  expect(terms).toHaveLength(3_000)
  expect(weights.every((weight) => weight === 1)).toBe(true)
})
