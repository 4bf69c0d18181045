import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FINGERPRINT_LENGTH } from '../item/fingerprint.ts'
import { DisjointSets } from '../lib/disjoint-sets.ts'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { groupNearCopies } from './near-copies.ts'

/** A signature of its own, but for the first places of another's. */
function signature(own: number, copied?: readonly number[], places = 0): readonly number[] {
  return Array.from({ length: FINGERPRINT_LENGTH }, (_, place) =>
    copied && place < places ? copied[place]! : own * 1_000 + place,
  )
}

/** Many texts of their own, among them one in two versions and one that has less than that in common with it. */
function texts(others: number) {
  const first = signature(1)
  const copy = signature(2, first, 36)
  const follower = signature(3, first, 12)
  return [...Array.from({ length: others }, (_, each) => signature(10 + each)), first, copy, follower]
}

test.each([2, 40])('groups copies and nothing else, among %i other texts', (others) => {
  const expected = Array.from({ length: others + 3 }, (_, place) => (place === others + 1 ? others : place))
  expect(groupNearCopies(texts(others))).toEqual(expected)
})

/** Where each place may be one of two values, many bands are shared, of copies and of others. */
const signatures = fc.array(fc.array(fc.nat(1), { minLength: FINGERPRINT_LENGTH, maxLength: FINGERPRINT_LENGTH }), {
  minLength: 17,
  maxLength: 40,
})

test('groups many as it groups few, two by two', () => {
  fc.assert(
    fc.property(signatures, (many) => {
      const groups = new DisjointSets(many.length)
      for (let a = 0; a < many.length; a++) {
        for (let b = 0; b < a; b++) if (groupNearCopies([many[a]!, many[b]!])[1] === 0) groups.join(a, b)
      }
      expect(groupNearCopies(many)).toEqual(groups.leasts())
    }),
    { numRuns: 30 },
  )
})

test('ten thousand copies of one text are not compared each with each', () => {
  const copies = Array.from({ length: 10_000 }, (_, each) => signature(each, signature(-1), 40))
  const start = performance.now()
  expect(new Set(groupNearCopies(copies))).toEqual(new Set([0]))
  // 0.1 s; each with each took 40.
  expect(performance.now() - start).toBeLessThan(5_000)
})

test.each([
  ['unlike each other', (each: number) => signature(each, signature(-1), 3)],
  // Half of them are copies of one text.
  ['half of them alike', (each: number) => signature(each, signature(-1), each % 2 === 0 ? 40 : 3)],
])('ten thousand texts with one band in common, %s, are not compared each with each', (_, text) => {
  const texts = Array.from({ length: 10_000 }, (_, each) => text(each))
  const start = cpuMs()
  const groups = groupNearCopies(texts)
  // 0.1 s; each with each took 6.
  expect(cpuMs() - start).toBeLessThan(1_500)
  expect(new Set(groups).size).toBeGreaterThanOrEqual(5_000)
})

test('texts without a signature are no copies of each other', () => {
  expect(groupNearCopies(Array.from({ length: 20 }, () => []))).toEqual(Array.from({ length: 20 }, (_, place) => place))
})
