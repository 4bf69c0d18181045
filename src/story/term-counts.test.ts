import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TermCounts } from './term-counts.ts'
import { TERM_COUNT } from './term-hash.ts'

test('counts as a map does, few terms and neighbours in the table alike', () => {
  const term = fc.oneof(
    fc.nat(TERM_COUNT - 1),
    fc.nat(3),
    fc.nat(3).map((n) => n * 256),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(term, fc.integer({ min: 1, max: 16 })), { maxLength: 900 }), (added) => {
      const [counts, map] = [new TermCounts(), new Map<number, number>()]
      for (const [each, count] of added) {
        counts.add(each, count)
        map.set(each, (map.get(each) ?? 0) + count)
      }
      for (const [each, count] of map) expect(counts.get(each)).toBe(count)
      const seen: [number, number][] = []
      counts.forEach((each, count) => void seen.push([each, count]))
      expect(seen).toEqual([...map].sort(([a], [b]) => a - b))
    }),
  )
})

test('goes on counting where the terms are as many as there are', () => {
  const counts = new TermCounts()
  for (let term = 0; term < TERM_COUNT; term += 5) counts.add(term, 1 + (term % 3))
  for (let term = 0; term < TERM_COUNT; term += 5) counts.add(term, 1)
  expect([0, 5, 7, TERM_COUNT - 1].map((term) => counts.get(term))).toEqual([2, 4, 0, 2])
  let [terms, last] = [0, -1]
  counts.forEach((term) => {
    expect(term).toBeGreaterThan(last)
    last = term
    terms++
  })
  expect(terms).toBe(Math.ceil(TERM_COUNT / 5))
})
