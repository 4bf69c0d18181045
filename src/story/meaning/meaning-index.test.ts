import { expect, test } from 'vitest'
import { MeaningIndex } from './meaning-index.ts'
import { cosine } from './meaning-means.ts'
import { type MeaningVector, meaningVector } from './meaning-vector.ts'

/** Bell-shaped numbers, the same in every run. */
function noise(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1
  const uniform = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
  return () => uniform() + uniform() + uniform() + uniform() - 2
}

function direction(seed: number, near?: MeaningVector, share = 0): MeaningVector {
  const next = noise(seed)
  const length = near === undefined ? 1 : Math.sqrt(near.reduce((sum, value) => sum + value * value, 0) / near.length)
  const values = Array.from({ length: 384 }, (_, index) => {
    const own = next() * 1.73 * length
    return near === undefined ? own : share * near[index]! + Math.sqrt(1 - share ** 2) * own
  })
  return meaningVector(values)!
}

const query = direction(1)
const far = Array.from({ length: 3_000 }, (_, index) => direction(index + 10))
/** 200 directions with a cosine to the query of .45 to .95. */
const near = Array.from({ length: 200 }, (_, index) => direction(index + 50_000, query, 0.45 + index / 400))

function filled(): MeaningIndex {
  const index = new MeaningIndex(384)
  for (const [place, each] of far.entries()) index.set(place + 1, each)
  for (const [place, each] of near.entries()) index.set(10_001 + place, each)
  return index
}

test('finds nearly all that are near, best first, and what it finds is exact', () => {
  const found = filled().nearest(query, 500, () => true)
  expect(found.map(({ similarity }) => similarity)).toEqual(
    found.map(({ similarity }) => similarity).sort((a, b) => b - a),
  )
  for (const { id, similarity } of found) {
    expect(similarity).toBeCloseTo(cosine(query, id > 10_000 ? near[id - 10_001]! : far[id - 1]!), 9)
  }
  const isFound = new Set(found.map(({ id }) => id))
  const reached = (level: number) =>
    near.map((each, place) => [cosine(query, each), place] as const).filter(([similarity]) => similarity >= level)
  const share = (level: number) =>
    reached(level).filter(([, place]) => isFound.has(10_001 + place)).length / reached(level).length
  expect(share(0.45)).toBeGreaterThan(0.93)
  expect(share(0.6)).toBe(1)
})

test('those not accepted leave room for others; what is deleted is found no more, and its place is used again', () => {
  const index = filled()
  const [best, second] = index.nearest(query, 2, () => true)
  expect(index.nearest(query, 1, (id) => id !== best!.id)).toEqual([second])
  index.delete(best!.id)
  expect(index.nearest(query, 1, () => true)).toEqual([second])
  index.set(99_999, query)
  expect(index.size).toBe(3_200)
  expect(index.nearest(query, 1, () => true)).toEqual([{ id: 99_999, similarity: expect.closeTo(1) }])
  expect([...index.entries()].at(-1)).toEqual([99_999, query])
})

test('of two that are equally near, the lower number comes first, in whatever order they came', () => {
  const index = new MeaningIndex(384)
  for (const id of [7, 3, 5]) index.set(id, query)
  expect(index.nearest(query, 2, () => true).map(({ id }) => id)).toEqual([3, 5])
})

test('directions of few dimensions are found too', () => {
  const index = new MeaningIndex(8)
  index.set(1, Int8Array.from([1, 2, 3, 4, 5, 6, 7, 8]))
  expect(index.nearest(Int8Array.from([1, 2, 3, 4, 5, 6, 7, 9]), 1, () => true)).toMatchObject([{ id: 1 }])
})
