import { TERM_BITS, TERM_COUNT } from './term-hash.ts'

/** Strengths are kept in 12 bits. */
export const STRENGTH_LEVELS = 4_095
const TERM_MASK = TERM_COUNT - 1
/** Kept here too: an imported binding is looked up anew in the innermost loops. */
const SHIFT = TERM_BITS
/** Most terms of a vector: its places are counted in a byte. */
export const MOST_TERMS = 255

/** Last bits of a term, by which a `SpreadVector` tells most others from its own. */
const SIEVE_BITS = 0xfff
/** Slots of a `SpreadVector`, a power of two: four times what a vector has at most, so that nearly every term lies in its own. */
const SLOTS = 1_024
const SLOT_BITS = SLOTS - 1

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
  /** By the last bits of a term: not 0 where a term of the vector may be. Says no for 30 of 31 terms, out of the nearest cache. */
  readonly #sieve = new Uint8Array(SIEVE_BITS + 1)
  /** Open-addressed: the terms with their strengths; 0 is empty. With the sieve it fits in the nearest cache, a place for every term does not. */
  readonly #slots = new Uint32Array(SLOTS)
  /** By slot: place of its term in the vector. */
  readonly #places = new Uint8Array(SLOTS)
  /** What `sumsOver` was last asked for: an array anew each time costs more than what is summed. */
  readonly #sums = new Float64Array(MOST_TERMS)
  #vector: TermVector = new Uint32Array(0)
  #mentions: readonly (readonly number[])[] = []

  /**
   * Lays out a vector in place of the one before.
   *
   * @param mentions terms that count as one where it is asked how many are shared: `GPT`, `GPT 5` and `5`
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
   * @param start first place of the other vector that is looked up; default all are, to `end`
   * @returns the inner product, in units of vectors of length 1
   */
  product(vector: TermVector, start = 0, end = vector.length): number {
    const slots = this.#slots
    const sieve = this.#sieve
    let sum = 0
    for (let index = start; index < end; index++) {
      const packed = vector[index]!
      // What is not among the vector's terms ends at an empty slot, of strength 0.
      if (sieve[packed & SIEVE_BITS] !== 0) sum += (slots[slotOf(slots, packed)]! >>> SHIFT) * (packed >>> SHIFT)
    }
    return sum / (STRENGTH_LEVELS * STRENGTH_LEVELS)
  }

  /** 0–1; 0 for a term that the vector does not have. */
  strength(term: number): number {
    return (this.#slots[slotOf(this.#slots, term)]! >>> SHIFT) / STRENGTH_LEVELS
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

  /** The same over vectors whose sum is known. */
  sumsIn(sum: { getAll(vector: TermVector, into: Float64Array): void }): (term: number) => number {
    sum.getAll(this.#vector, this.#sums)
    return this.#sumOf
  }

  /** Of the sums that were asked for last. */
  readonly #sumOf = (term: number): number => {
    const slot = slotOf(this.#slots, term)
    return this.#slots[slot] === 0 ? 0 : this.#sums[this.#places[slot]!]!
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
      for (const term of terms) {
        if (counts(term)) product += (this.#slots[slotOf(this.#slots, term)]! >>> SHIFT) * sumOf(term)
      }
      if (product > greatest) greatest = product
    }
    return total === 0 ? 1 : greatest / total
  }
}

/** @returns the slot of a term, be it packed with a strength; an empty one where it is not among them */
function slotOf(slots: Uint32Array, term: number): number {
  let slot = term & SLOT_BITS
  for (let word = slots[slot]!; word !== 0 && ((word ^ term) & TERM_MASK) !== 0; word = slots[slot]!)
    slot = (slot + 1) & SLOT_BITS
  return slot
}
