import { TERM_BITS, TERM_COUNT } from './term-hash.ts'

/** Strengths are kept in 12 bits. */
export const STRENGTH_LEVELS = 4_095
const TERM_MASK = TERM_COUNT - 1
/** Kept here too: an imported binding is looked up anew in the innermost loops. */
const SHIFT = TERM_BITS
/** Most terms of a vector: its places are counted in a byte. */
export const MOST_TERMS = 255

/** Of a term, by which a `SpreadVector` tells most others from its own. */
const SIEVE_BITS = 0xfff

/** A unit vector over terms, strongest first: the term in the low 20 bits, its strength × 4,095 in the high 12. Four bytes a term. */
export type TermVector = Uint32Array

/** Terms of the vector that is being packed: an array anew for each costs more than what is done with it. */
let packed = new Uint32Array(1_024)

/** Scales weights to length 1 and packs the strongest. */
export function packVector(terms: Uint32Array, weights: Float64Array, maxTerms: number): TermVector {
  let squares = 0
  for (let place = 0; place < weights.length; place++) squares += weights[place]! * weights[place]!
  if (squares === 0) return new Uint32Array(0)
  const scale = STRENGTH_LEVELS / Math.sqrt(squares)
  if (terms.length > packed.length) packed = new Uint32Array(terms.length * 2)
  let count = 0
  for (let place = 0; place < terms.length; place++) {
    const strength = Math.round(weights[place]! * scale)
    if (strength > 0) packed[count++] = ((strength << SHIFT) | terms[place]!) >>> 0
  }
  // Sorted as numbers: by strength, of equals by term.
  const sorted = packed.subarray(0, count).sort()
  return sorted.slice(Math.max(0, count - Math.min(maxTerms, MOST_TERMS))).reverse()
}

/** A vector within a larger array. */
export interface VectorPlace {
  readonly words: Uint32Array
  readonly vectorStart: number
  readonly vectorEnd: number
}

export function termOf(packed: number): number {
  return packed & TERM_MASK
}

export function strengthOf(packed: number): number {
  return (packed >>> SHIFT) / STRENGTH_LEVELS
}

/** One vector laid out by term, so that products with many others cost one look-up a term. */
export class SpreadVector {
  /** Place of a term in the vector + 1; 0 for a term not in it. A byte each, so that the table stays near the processor. */
  readonly #places = new Uint8Array(TERM_COUNT)
  readonly #strengths = new Float64Array(MOST_TERMS + 1)
  /** By the last bits of a term: not 0 where a term of the vector may be. Says no for 30 of 31 terms, out of the nearest cache. */
  readonly #sieve = new Uint8Array(SIEVE_BITS + 1)
  /** What `sumsOver` was last asked for: an array anew each time costs more than what is summed. */
  readonly #sums = new Float64Array(MOST_TERMS + 1)
  #vector: TermVector = new Uint32Array(0)
  #mentions: readonly (readonly number[])[] = []

  /**
   * Lays out a vector in place of the one before.
   *
   * @param mentions terms that count as one where it is asked how many are shared: `GPT`, `GPT 5` and `5`
   */
  set(vector: TermVector, mentions: readonly (readonly number[])[] = []): void {
    this.#mentions = mentions
    for (let index = 0; index < this.#vector.length; index++) {
      const packed = this.#vector[index]!
      this.#places[packed & TERM_MASK] = 0
      this.#sieve[packed & SIEVE_BITS] = 0
    }
    for (let index = 0; index < vector.length; index++) {
      const packed = vector[index]!
      this.#places[packed & TERM_MASK] = index + 1
      this.#sieve[packed & SIEVE_BITS] = 1
      this.#strengths[index + 1] = packed >>> SHIFT
    }
    this.#vector = vector
  }

  /**
   * @param start first place of the other vector that is looked up; default all are, to `end`
   * @returns the inner product, in units of vectors of length 1
   */
  product(vector: TermVector, start = 0, end = vector.length): number {
    const places = this.#places
    const strengths = this.#strengths
    const sieve = this.#sieve
    let sum = 0
    for (let index = start; index < end; index++) {
      const packed = vector[index]!
      if (sieve[packed & SIEVE_BITS] === 0) continue
      const place = places[packed & TERM_MASK]!
      if (place !== 0) sum += strengths[place]! * (packed >>> SHIFT)
    }
    return sum / (STRENGTH_LEVELS * STRENGTH_LEVELS)
  }

  /** 0–1; 0 for a term that the vector does not have. */
  strength(term: number): number {
    const place = this.#places[term]!
    return place === 0 ? 0 : this.#strengths[place]! / STRENGTH_LEVELS
  }

  /**
   * How far other vectors say the terms of this one.
   *
   * @param sumOf their summed strength of a term
   * @param count how many they are, at least one
   * @returns for a term their mean strength as a share of this vector's, at most 1; 0 for a term that it does not have
   */
  toldBy(sumOf: (term: number) => number, count: number): (term: number) => number {
    return (term) => {
      const own = this.strength(term)
      return own === 0 ? 0 : Math.min(1, sumOf(term) / (count * own))
    }
  }

  /** Summed strength of each of this vector's terms over others, until it is asked for again; 0 for a term that it does not have. */
  sumsOver(vectors: Iterable<VectorPlace>): (term: number) => number {
    const places = this.#places
    const sieve = this.#sieve
    const sums = this.#sums.fill(0)
    for (const { words, vectorStart, vectorEnd } of vectors) {
      for (let index = vectorStart; index < vectorEnd; index++) {
        const packed = words[index]!
        if (sieve[packed & SIEVE_BITS] === 0) continue
        sums[places[packed & TERM_MASK]!]! += (packed >>> SHIFT) / STRENGTH_LEVELS
      }
    }
    return (term) => {
      const place = places[term]!
      return place === 0 ? 0 : sums[place]!
    }
  }

  /**
   * How much of the product with the sum of other vectors is owed to its greatest term, or to the terms of one mention.
   *
   * @param sumOf summed strength of a term over the other vectors
   * @param counts which terms are looked at
   * @returns 0–1; 1 where nothing is shared
   */
  greatestShare(sumOf: (term: number) => number, counts: (term: number) => boolean): number {
    let total = 0
    let greatest = 0
    for (let index = 0; index < this.#vector.length; index++) {
      const term = this.#vector[index]! & TERM_MASK
      if (!counts(term)) continue
      const product = (this.#vector[index]! >>> SHIFT) * sumOf(term)
      total += product
      if (product > greatest) greatest = product
    }
    for (const terms of this.#mentions) {
      let product = 0
      for (const term of terms) if (counts(term)) product += this.#strengths[this.#places[term]!]! * sumOf(term)
      if (product > greatest) greatest = product
    }
    return total === 0 ? 1 : greatest / total
  }
}
