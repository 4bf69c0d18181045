import { TERM_BITS, TERM_COUNT } from './term-hash.ts'

/** Strengths are kept in 12 bits. */
const STRENGTH_LEVELS = 4_095
const TERM_MASK = TERM_COUNT - 1
/** Kept here too: an imported binding is looked up anew in the innermost loops. */
const SHIFT = TERM_BITS

/** A unit vector over terms, strongest first: the term in the low 20 bits, its strength × 4,095 in the high 12. Four bytes a term. */
export type TermVector = Uint32Array

/** Scales weights to length 1 and packs the strongest. */
export function packVector(weights: ReadonlyMap<number, number>, maxTerms: number): TermVector {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  if (squares === 0) return new Uint32Array(0)
  const scale = STRENGTH_LEVELS / Math.sqrt(squares)
  const packed: number[] = []
  for (const [term, weight] of weights) {
    const strength = Math.round(weight * scale)
    if (strength > 0) packed.push(((strength << SHIFT) | term) >>> 0)
  }
  packed.sort((a, b) => b - a)
  return Uint32Array.from(packed.length > maxTerms ? packed.slice(0, maxTerms) : packed)
}

export function termOf(packed: number): number {
  return packed & TERM_MASK
}

export function strengthOf(packed: number): number {
  return (packed >>> SHIFT) / STRENGTH_LEVELS
}

/** One vector (or a sum of them) laid out by term, so that products with many others cost one look-up a term. */
export class SpreadVector {
  readonly #strengths = new Float64Array(TERM_COUNT)
  #terms: number[] = []

  add(vector: TermVector, factor = 1): void {
    for (let index = 0; index < vector.length; index++) {
      const packed = vector[index]!
      const term = packed & TERM_MASK
      this.#strengths[term]! += (packed >>> SHIFT) * factor
      this.#terms.push(term)
    }
  }

  /** @returns the inner product, in units of vectors of length 1 */
  product(vector: TermVector): number {
    const strengths = this.#strengths
    let sum = 0
    for (let index = 0; index < vector.length; index++) {
      const packed = vector[index]!
      sum += strengths[packed & TERM_MASK]! * (packed >>> SHIFT)
    }
    return sum / (STRENGTH_LEVELS * STRENGTH_LEVELS)
  }

  strength(term: number): number {
    return this.#strengths[term]! / STRENGTH_LEVELS
  }

  clear(): void {
    for (const term of this.#terms) this.#strengths[term] = 0
    this.#terms = []
  }
}
