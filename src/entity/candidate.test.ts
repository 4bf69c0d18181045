import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, compareCandidates, isOpen, isSure, selectLongest } from './candidate.ts'
import type { Reading } from './name-index.ts'

const reading = (entityId: string, isAmbiguous = false): Reading => ({
  entityId,
  isAmbiguous,
  allowsPlural: false,
  isVersioned: false,
})
const spans = fc.array(
  fc.record({
    start: fc.nat(40),
    length: fc.integer({ min: 1, max: 8 }),
    kind: fc.constantFrom('sure', 'open', 'except'),
  }),
)

function candidateOf({ start, length, kind }: { start: number; length: number; kind: string }): Candidate {
  const readings = kind === 'except' ? [] : [reading('e', kind === 'open')]
  return { start, end: start + length, readings, isExcept: kind === 'except' }
}

test('a span is sure, open or neither', () => {
  const span = (...readings: Reading[]) => ({ start: 0, end: 1, readings, isExcept: false })
  expect([span(reading('a')), span(reading('a', true)), span(reading('a'), reading('b')), span()].map(isSure)).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect([span(reading('a', true)), span(reading('a'), reading('b')), span()].map(isOpen)).toEqual([true, true, false])
})

test('what is selected does not overlap, and nothing sure is left where nothing was taken', () => {
  fc.assert(
    fc.property(spans, (drawn) => {
      const sorted = drawn.map(candidateOf).sort(compareCandidates)
      const selected = selectLongest(sorted)
      for (let i = 1; i < selected.length; i++) {
        expect(selected[i]!.start).toBeGreaterThanOrEqual(selected[i - 1]!.end)
      }
      for (const candidate of sorted.filter(isSure)) {
        expect(selected.some(({ start, end }) => start < candidate.end && candidate.start < end)).toBe(true)
      }
    }),
  )
})

test('the longest of those that begin together is selected', () => {
  const drawn = [3, 5, 2].map((length) => candidateOf({ start: 0, length, kind: 'sure' }))
  expect(selectLongest(drawn.sort(compareCandidates)).map(({ end }) => end)).toEqual([5])
})
