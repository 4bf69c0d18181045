import { TERM_BITS, TERM_COUNT } from './term-hash.ts'

/** Strengths are kept in 12 bits. */
export const STRENGTH_LEVELS = 4_095
const TERM_MASK = TERM_COUNT - 1
/** Copied here: an imported binding is looked up on each access in the innermost loops. */
const SHIFT = TERM_BITS
/** Most terms of a vector: its length fits in a byte. */
export const MOST_TERMS = 255

/** Mask of the low bits of a term, by which a `SpreadVector` rules out most terms that it does not have. */
const SIEVE_BITS = 0xfff
/** Slots of a `SpreadVector`, a power of two: four times the longest vector, so that nearly every term is in its first slot. */
const SLOTS = 1_024
const SLOT_BITS = SLOTS - 1

/** A unit vector over terms, strongest first: the term in the low 20 bits, its strength × 4,095 in the high 12. Four bytes a term. */
export type TermVector = Uint32Array

/** Buffer for the vector that is being packed: allocating an array each time costs more than the work done with it. */
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
  // Sorted as numbers: by strength, then by term.
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
  /** By the low bits of a term: 0 if the vector has no such term. Rules out 30 of 31 terms, and stays in the L1 cache. */
  readonly #sieve = new Uint8Array(SIEVE_BITS + 1)
  /**
   * Open-addressed: the terms with their strengths; 0 is empty. With the sieve it fits in the L1 cache, which a place for every
   * term does not.
   */
  readonly #slots = new Uint32Array(SLOTS)
  /** By slot: index of its term in the vector. */
  readonly #places = new Uint8Array(SLOTS)
  /** Buffer for the result of `sumsOver` and `sumsIn`: allocating an array each time costs more than the summing. */
  readonly #sums = new Float64Array(MOST_TERMS)
  #vector: TermVector = new Uint32Array(0)
  #mentions: readonly (readonly number[])[] = []

  /**
   * Loads a vector in place of the previous one.
   *
   * @param mentions terms that count as one when the greatest shared term is sought: `GPT`, `GPT 5` and `5`
   */
  set(vector: TermVector, mentions: readonly (readonly number[])[] = []): void {
    this.#mentions = mentions
    for (let index = 0; index < this.#vector.length; index++) this.#sieve[this.#vector[index]! & SIEVE_BITS] = 0
    this.#slots.fill(0)
    for (let index = 0; index < vector.length; index++) {
      const packed = vector[index]!
      this.#sieve[packed & SIEVE_BITS] = 1
      const slot = slotOf(this.#slots, packed)
      this.#slots[slot] = packed
      this.#places[slot] = index
    }
    this.#vector = vector
  }

  /**
   * @param start first index of the other vector that is read; by default all are, up to `end`
   * @returns the inner product, on the scale of vectors of length 1
   */
  product(vector: TermVector, start = 0, end = vector.length): number {
    const slots = this.#slots
    const sieve = this.#sieve
    let sum = 0
    for (let index = start; index < end; index++) {
      const packed = vector[index]!
      // A term that the vector does not have ends at an empty slot, of strength 0.
      if (sieve[packed & SIEVE_BITS] !== 0) sum += (slots[slotOf(slots, packed)]! >>> SHIFT) * (packed >>> SHIFT)
    }
    return sum / (STRENGTH_LEVELS * STRENGTH_LEVELS)
  }

  /** Returns the strength of a term, 0–1; 0 if the vector does not have it. */
  strength(term: number): number {
    return (this.#slots[slotOf(this.#slots, term)]! >>> SHIFT) / STRENGTH_LEVELS
  }

  /**
   * Returns a function that tells how far other vectors contain the terms of this one.
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

  /**
   * Returns a function that gives the summed strength of each of this vector's terms over others; valid until the next call. 0 for
   * a term that it does not have.
   */
  sumsOver(vectors: Iterable<VectorPlace>): (term: number) => number {
    const slots = this.#slots
    const places = this.#places
    const sieve = this.#sieve
    const sums = this.#sums.fill(0)
    for (const { words, vectorStart, vectorEnd } of vectors) {
      for (let index = vectorStart; index < vectorEnd; index++) {
        const packed = words[index]!
        if (sieve[packed & SIEVE_BITS] === 0) continue
        const slot = slotOf(slots, packed)
        if (slots[slot] !== 0) sums[places[slot]!]! += (packed >>> SHIFT) / STRENGTH_LEVELS
      }
    }
    return this.#sumOf
  }

  /** Does the same for vectors whose sum is known. */
  sumsIn(sum: { getAll(vector: TermVector, into: Float64Array): void }): (term: number) => number {
    sum.getAll(this.#vector, this.#sums)
    return this.#sumOf
  }

  /** Looks up a term in the sums computed last. */
  readonly #sumOf = (term: number): number => {
    const slot = slotOf(this.#slots, term)
    return this.#slots[slot] === 0 ? 0 : this.#sums[this.#places[slot]!]!
  }

  /**
   * Returns how much of the product with the sum of other vectors is due to its greatest term, or to the terms of one mention.
   *
   * @param sumOf summed strength of a term over the other vectors
   * @param counts which terms are considered
   * @returns 0–1; 1 if nothing is shared
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
      for (const term of terms) {
        if (counts(term)) product += (this.#slots[slotOf(this.#slots, term)]! >>> SHIFT) * sumOf(term)
      }
      if (product > greatest) greatest = product
    }
    return total === 0 ? 1 : greatest / total
  }
}

/** @returns the slot of a term, packed with a strength or not; an empty one if it is absent */
function slotOf(slots: Uint32Array, term: number): number {
  let slot = term & SLOT_BITS
  for (let word = slots[slot]!; word !== 0 && ((word ^ term) & TERM_MASK) !== 0; word = slots[slot]!)
    slot = (slot + 1) & SLOT_BITS
  return slot
}
