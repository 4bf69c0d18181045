import { TERM_COUNT } from './term-hash.ts'

const FIRST_SLOTS = 256
/** Beyond this many terms, a table with a place for every term is hardly larger, and faster. */
const MOST_LISTED = TERM_COUNT / 8

/**
 * Counts how often each term occurred. A table with a place for each of the million terms takes 4 MB, which a language of ten items
 * does not need: terms are kept in a hash table until there are many. Terms are hashes already, so their low bits serve as the
 * slot.
 */
export class TermCounts {
  /** Term + 1 in each slot in use; undefined once every term has its place in `#counts`. */
  #terms: Uint32Array | undefined = new Uint32Array(FIRST_SLOTS)
  #counts = new Uint32Array(FIRST_SLOTS)
  #listed = 0

  get(term: number): number {
    return this.#terms === undefined ? this.#counts[term]! : this.#counts[slotOf(this.#terms, term)]!
  }

  add(term: number, count: number): void {
    if (this.#terms === undefined) {
      this.#counts[term]! += count
      return
    }
    const slot = slotOf(this.#terms, term)
    this.#counts[slot]! += count
    if (this.#terms[slot] === term + 1) return
    this.#terms[slot] = term + 1
    if (++this.#listed * 2 > this.#terms.length) this.#grow(this.#terms)
  }

  /** Visits the terms that occurred, in ascending order. */
  forEach(visit: (term: number, count: number) => void): void {
    if (this.#terms === undefined) {
      for (let term = 0; term < TERM_COUNT; term++) {
        const count = this.#counts[term]!
        if (count > 0) visit(term, count)
      }
      return
    }
    for (const term of this.#terms.filter((each) => each > 0).sort()) visit(term - 1, this.get(term - 1))
  }

  #grow(terms: Uint32Array): void {
    const counts = this.#counts
    const isAll = this.#listed > MOST_LISTED
    this.#terms = isAll ? undefined : new Uint32Array(terms.length * 2)
    this.#counts = new Uint32Array(isAll ? TERM_COUNT : terms.length * 2)
    for (let old = 0; old < terms.length; old++) {
      const term = terms[old]! - 1
      if (term < 0) continue
      const slot = this.#terms === undefined ? term : slotOf(this.#terms, term)
      if (this.#terms !== undefined) this.#terms[slot] = term + 1
      this.#counts[slot] = counts[old]!
    }
  }
}

/** @returns the slot of a term, or the one where it would be put; half of the slots are free */
function slotOf(terms: Uint32Array, term: number): number {
  const mask = terms.length - 1
  let slot = term & mask
  while (terms[slot] !== 0 && terms[slot] !== term + 1) slot = (slot + 1) & mask
  return slot
}
