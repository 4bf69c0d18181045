const FIRST_PAIRS = 8
/** An odd number near 2^32 ÷ the golden ratio: multiplied, terms that follow each other fall far apart. */
const SPREAD = 0x9e3779b1

/**
 * The few sums by term that do not fit where the others lie: an open-addressed table, at most half full, of terms + 1 and their sums side by
 * side. A `Map` takes twice the memory, and twice the time where it lies in no cache of the processor.
 */
export class LargeSums {
  /** Two words a slot: 0 or the term + 1, and the sum. */
  #table = new Uint32Array(FIRST_PAIRS * 2)
  #shift = 32 - Math.log2(FIRST_PAIRS)
  #size = 0

  /** @returns 0 for a term that was not set */
  get(term: number): number {
    return this.#table[this.#slotOf(term) + 1]!
  }

  /** @param sum below 2^32 */
  set(term: number, sum: number): void {
    if (this.#table[this.#slotOf(term)] === 0 && ++this.#size * 4 > this.#table.length) this.#grow()
    this.#put(term, sum)
  }

  #put(term: number, sum: number): void {
    const slot = this.#slotOf(term)
    this.#table[slot] = term + 1
    this.#table[slot + 1] = sum
  }

  /** Where a term is, or would be put. */
  #slotOf(term: number): number {
    const table = this.#table
    let slot = (Math.imul(term, SPREAD) >>> this.#shift) * 2
    while (table[slot] !== 0 && table[slot] !== term + 1) slot = (slot + 2) & (table.length - 1)
    return slot
  }

  #grow(): void {
    const before = this.#table
    this.#table = new Uint32Array(before.length * 2)
    this.#shift--
    for (let slot = 0; slot < before.length; slot += 2) {
      if (before[slot] !== 0) this.#put(before[slot]! - 1, before[slot + 1]!)
    }
  }
}
