import { TERM_BITS, TERM_COUNT } from './term-hash.ts'
import { STRENGTH_LEVELS, type TermVector } from './term-vector.ts'

const TERM_MASK = TERM_COUNT - 1
const SHIFT = TERM_BITS
const EMPTY = 0xffff_ffff

/**
 * Strengths by term, summed over the vectors of a story: an open-addressed table of whole numbers. Whole numbers, so that the
 * order of the vectors changes nothing, not in the last bit either.
 */
export class TermSums {
  /** Pairs: a term, its sum. */
  #table: Uint32Array
  #size = 0

  constructor(expected = 64) {
    let slots = 64
    while (slots < expected * 2) slots *= 2
    this.#table = new Uint32Array(slots * 2).fill(EMPTY)
  }

  get size(): number {
    return this.#size
  }

  add(term: number, sum: number): void {
    const mask = this.#table.length / 2 - 1
    let slot = term & mask
    while (this.#table[slot * 2] !== EMPTY && this.#table[slot * 2] !== term) slot = (slot + 1) & mask
    if (this.#table[slot * 2] === term) {
      this.#table[slot * 2 + 1]! += sum
      return
    }
    if (this.#size * 3 >= mask * 2) {
      this.#grow()
      this.add(term, sum)
      return
    }
    this.#table[slot * 2] = term
    this.#table[slot * 2 + 1] = sum
    this.#size++
  }

  addVector(vector: TermVector): void {
    for (let index = 0; index < vector.length; index++) this.add(vector[index]! & TERM_MASK, vector[index]! >>> SHIFT)
  }

  addSums(more: TermSums): void {
    more.forEach((term, sum) => {
      this.add(term, sum)
    })
  }

  /** The sum of a term in units of vectors of length 1; 0 for one that is in none. */
  get(term: number): number {
    return this.#sum(term) / STRENGTH_LEVELS
  }

  /** Inner product with a vector. */
  product(vector: TermVector): number {
    let product = 0
    for (let index = 0; index < vector.length; index++) {
      const packed = vector[index]!
      product += this.#sum(packed & TERM_MASK) * (packed >>> SHIFT)
    }
    return product / (STRENGTH_LEVELS * STRENGTH_LEVELS)
  }

  /** Inner product with another sum. */
  productOfSums(other: TermSums): number {
    const [fewer, more] = this.#size <= other.#size ? [this, other] : [other, this]
    let product = 0
    fewer.forEach((term, sum) => {
      product += sum * more.#sum(term)
    })
    return product / (STRENGTH_LEVELS * STRENGTH_LEVELS)
  }

  /** Every term with its sum × 4,095, in no order that means anything. */
  forEach(visit: (term: number, sum: number) => void): void {
    const table = this.#table
    for (let at = 0; at < table.length; at += 2) if (table[at] !== EMPTY) visit(table[at]!, table[at + 1]!)
  }

  /** For snapshots: as it lies, so that sums of a restored table are taken in the same order. */
  table(): Uint32Array {
    return this.#table
  }

  /** Takes in what `table` gave. */
  static fromTable(table: Uint32Array, size: number): TermSums {
    const sums = new TermSums()
    sums.#table = table
    sums.#size = size
    return sums
  }

  #sum(term: number): number {
    const table = this.#table
    const mask = table.length / 2 - 1
    for (let slot = term & mask; ; slot = (slot + 1) & mask) {
      const found = table[slot * 2]!
      if (found === term) return table[slot * 2 + 1]!
      if (found === EMPTY) return 0
    }
  }

  #grow(): void {
    const before = this.#table
    this.#table = new Uint32Array(before.length * 2).fill(EMPTY)
    this.#size = 0
    for (let at = 0; at < before.length; at += 2) if (before[at] !== EMPTY) this.add(before[at]!, before[at + 1]!)
  }
}
