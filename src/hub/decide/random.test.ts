import { expect, test } from 'vitest'
import { dirichlet, randomStream, triangular } from './random.ts'

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
const many = (draw: () => number) => Array.from({ length: 20_000 }, draw)

test('a stream is in [0, 1), even, the same for the same seed and name, another for another', () => {
  const values = many(randomStream(1, 'tokyo'))
  expect(values.every((each) => each >= 0 && each < 1)).toBe(true)
  expect(mean(values)).toBeCloseTo(0.5, 2)
  expect(values.slice(0, 5)).toEqual(many(randomStream(1, 'tokyo')).slice(0, 5))
  expect(values[0]).not.toBe(randomStream(1, 'osaka')())
  expect(values[0]).not.toBe(randomStream(2, 'tokyo')())
})

test('a triangle keeps its ends and its mean; one without width is its mode', () => {
  const random = randomStream(1, 'triangle')
  const values = many(() => triangular(random, 2, 3, 7))
  expect(Math.min(...values)).toBeGreaterThanOrEqual(2)
  expect(Math.max(...values)).toBeLessThanOrEqual(7)
  expect(mean(values)).toBeCloseTo(4, 1)
  expect(triangular(random, 5, 5, 5)).toBe(5)
})

test.each([20, 60, 200])('weights of concentration %d sum to 1 and keep their mean, tiny ones too', (concentration) => {
  const random = randomStream(1, 'weights')
  const weights = [0.9, 0.099, 0.001]
  const sums = [0, 0, 0]
  const out = new Float64Array(3)
  for (let draw = 0; draw < 4_000; draw++) {
    dirichlet(random, weights, concentration, out)
    expect(out[0]! + out[1]! + out[2]!).toBeCloseTo(1, 9)
    for (const index of [0, 1, 2]) sums[index]! += out[index]!
  }
  for (const index of [0, 1, 2]) expect(sums[index]! / 4_000).toBeCloseTo(weights[index]!, 2)
})
