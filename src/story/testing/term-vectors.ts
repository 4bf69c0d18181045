import fc from 'fast-check'
import { packVector, strengthOf, type TermVector, termOf } from '../term-vector.ts'

/** Vectors of up to 40 of 91 terms. */
export const termVectors: fc.Arbitrary<TermVector> = fc
  .uniqueArray(
    fc.record({ term: fc.integer({ min: 0, max: 90 }), weight: fc.double({ min: 0.01, max: 9, noNaN: true }) }),
    { selector: ({ term }) => term, minLength: 1, maxLength: 60 },
  )
  .map((pairs) =>
    packVector(
      Uint32Array.from(pairs, ({ term }) => term),
      Float64Array.from(pairs, ({ weight }) => weight),
      40,
    ),
  )

/** The inner product, term by term. */
export function plainProduct(a: TermVector, b: TermVector): number {
  const strengths = new Map([...a].map((packed) => [termOf(packed), strengthOf(packed)]))
  return [...b].reduce((sum, packed) => sum + strengthOf(packed) * (strengths.get(termOf(packed)) ?? 0), 0)
}
