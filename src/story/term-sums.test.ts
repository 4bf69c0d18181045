import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TERM_COUNT } from './term-hash.ts'
import { TermSums } from './term-sums.ts'
import { MOST_TERMS, packVector, SpreadVector, termOf } from './term-vector.ts'
import { plainProduct, termVectors } from './testing/term-vectors.ts'

describe('sums of vectors', () => {
  it('multiply as the vectors they are the sum of', () => {
    fc.assert(
      fc.property(fc.array(termVectors, { minLength: 1, maxLength: 9 }), termVectors, (vectors, vector) => {
        const sums = new TermSums()
        for (const each of vectors) sums.addVector(each)
        const other = new TermSums()
        other.addVector(vector)
        const expected = vectors.reduce((sum, each) => sum + plainProduct(each, vector), 0)
        expect(sums.product(vector)).toBeCloseTo(expected, 9)
        expect(sums.productOfSums(other)).toBeCloseTo(expected, 9)
        const found = new Float64Array(vector.length)
        sums.getAll(vector, found)
        expect([...found]).toEqual([...vector].map((packed) => sums.get(termOf(packed))))
        const spread = new SpreadVector()
        spread.set(vectors[0]!)
        spread.set(vector)
        expect(vectors.reduce((sum, each) => sum + spread.product(each), 0)).toBeCloseTo(expected, 9)
      }),
    )
  })

  it('multiply with a vector as long as one can be, wherever it lies', () => {
    const terms = Uint32Array.from({ length: MOST_TERMS }, (_, place) => place * 4_001)
    const vector = packVector(terms, new Float64Array(MOST_TERMS).fill(1), MOST_TERMS)
    const sums = new TermSums()
    sums.addVector(vector)
    const words = Uint32Array.of(7, ...vector, 9)
    expect(sums.product(words, 1, 1 + MOST_TERMS)).toBeCloseTo(plainProduct(vector, vector), 9)
  })

  it('lie the same way after they were kept', () => {
    const sums = new TermSums()
    for (let term = 0; term < 500; term++) sums.add(term * 64, term)
    const { table, ...others } = sums.state()
    const restored = TermSums.fromState({ table: table.slice(), ...others })
    restored.add(7, 1)
    expect(restored.size).toBe(501)
    expect(restored.get(64 * 499)).toBe(sums.get(64 * 499))
  })

  it('are kept where more of them are large than there are places for', () => {
    const sums = new TermSums()
    const terms = Array.from({ length: 3_000 }, (_, index) => index * 300)
    for (const term of terms) sums.add(term, 3_000 + (term % 1_000))
    for (const term of terms) sums.add(term, 90)
    const { table, ...others } = sums.state()
    expect(others.crowded.length).toBeGreaterThan(0)
    const restored = TermSums.fromState({ table: table.slice(), ...others })
    for (const each of [sums, restored]) {
      const found = new Map<number, number>()
      each.forEach((term, sum) => {
        found.set(term, sum)
      })
      expect(terms.map((term) => found.get(term))).toEqual(terms.map((term) => 3_090 + (term % 1_000)))
    }
    expect(restored.productOfSums(sums)).toBe(sums.productOfSums(sums))
  })

  it('add up to what a map does, in tables of any size, whatever is taken away again', () => {
    const term = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: TERM_COUNT - 400, max: TERM_COUNT - 1 }))
    const steps = fc.array(fc.record({ term, sum: fc.integer({ min: -9_000, max: 9_000 }) }), { maxLength: 600 })
    fc.assert(
      fc.property(steps, (given) => {
        const sums = new TermSums()
        const expected = new Map<number, number>()
        for (const { term, sum } of given) {
          const before = expected.get(term) ?? 0
          const change = Math.max(-before, sum)
          expected.set(term, before + change)
          sums.add(term, change)
        }
        const found = new Map<number, number>()
        sums.forEach((term, sum) => {
          found.set(term, sum)
        })
        expect(new Map([...found].sort(([a], [b]) => a - b))).toEqual(new Map([...expected].sort(([a], [b]) => a - b)))
        expect(sums.size).toBe(expected.size)
        expect(TermSums.fromState(sums.state()).productOfSums(sums)).toBe(sums.productOfSums(sums))
      }),
    )
  })
})

describe('the greatest share of a product', () => {
  const vector = packVector(Uint32Array.of(1, 2, 3), Float64Array.of(1, 1, 1), 9)
  const spread = new SpreadVector()
  const sumOf = (term: number) => (term <= 3 ? 5 : 0)

  it('is that of one term', () => {
    spread.set(vector)
    expect(spread.greatestShare(sumOf, () => true)).toBeCloseTo(1 / 3)
    expect(spread.greatestShare(sumOf, (term) => term === 2)).toBe(1)
    expect(
      spread.greatestShare(
        () => 0,
        () => true,
      ),
    ).toBe(1)
  })

  it('is that of all terms of one mention', () => {
    spread.set(vector, [[1, 3, 99]])
    expect(spread.greatestShare(sumOf, () => true)).toBeCloseTo(2 / 3)
    spread.set(vector)
    expect(spread.greatestShare(sumOf, () => true)).toBeCloseTo(1 / 3)
  })
})
