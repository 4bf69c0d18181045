const FIRST_PAIRS = 8
/** Pairs per sum in a full table, and its growth factor. Dense, so that what is read again and again stays in the processor's caches. */
const PAIRS_A_SUM = 1.5
const GROWTH = 4 / 3
/** An odd number near 2^32 ÷ the golden ratio: multiplying by it scatters consecutive terms. */
const SPREAD = 0x9e3779b1

/**
 * The few sums by term that do not fit where the others are: an open-addressed table of terms + 1 and their sums side by side. A
 * `Map` takes twice the memory, and twice the time when it is not in the processor's cache.
 */
export class LargeSums {
  /** Two words a pair: 0 or the term + 1, and the sum. */
  #table = new Uint32Array(FIRST_PAIRS * 2)
  #size = 0

  /** @returns 0 for a term that was not set */
  get(term: number): number {
    return this.#table[this.#placeOf(term) + 1]!
  }

  /** @param sum below 2^32 */
  set(term: number, sum: number): void {
    if (this.#table[this.#placeOf(term)] === 0 && ++this.#size * PAIRS_A_SUM * 2 > this.#table.length) this.#grow()
    this.#put(term, sum)
  }

  #put(term: number, sum: number): void {
    const place = this.#placeOf(term)
    this.#table[place] = term + 1
    this.#table[place + 1] = sum
  }

  /** Returns the place of a term, or the one where it would be put. */
  #placeOf(term: number): number {
    const table = this.#table
    const share = (Math.imul(term, SPREAD) >>> 0) / 2 ** 32
    let place = ((share * table.length) >>> 1) << 1
    while (table[place] !== 0 && table[place] !== term + 1) {
      place += 2
      if (place === table.length) place = 0
    }
    return place
  }

  #grow(): void {
    const before = this.#table
    this.#table = new Uint32Array(Math.ceil((before.length / 2) * GROWTH) * 2)
    for (let place = 0; place < before.length; place += 2) {
      if (before[place] !== 0) this.#put(before[place]! - 1, before[place + 1]!)
    }
  }
}
