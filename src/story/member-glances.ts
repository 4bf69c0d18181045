import type { SpreadVector, TermVector } from './term-vector.ts'

/** Number of a member's strongest terms by which it is told whether it may be among the nearest. */
const GLANCED_TERMS = 16

/**
 * The strongest terms of each member of a story, row after row: to scan sixty members is to read a few kilobytes in sequence, where
 * their vectors are scattered in memory.
 */
export class MemberGlances {
  #rows: Uint32Array
  #members = 0

  /** @param vectors of the members, oldest first */
  constructor(vectors: readonly TermVector[]) {
    this.#rows = new Uint32Array((vectors.length + 1) * GLANCED_TERMS)
    for (const vector of vectors) this.push(vector)
  }

  push(vector: TermVector): void {
    const start = this.#members * GLANCED_TERMS
    if (start === this.#rows.length) {
      const before = this.#rows
      this.#rows = new Uint32Array(before.length * 2)
      this.#rows.set(before)
    }
    // A row that is not full ends in terms of strength 0.
    this.#rows.fill(0, start, start + GLANCED_TERMS)
    this.#rows.set(vector.subarray(0, GLANCED_TERMS), start)
    this.#members++
  }

  /** Removes the first member. */
  shift(): void {
    this.#rows.copyWithin(0, GLANCED_TERMS, this.#members * GLANCED_TERMS)
    this.#members--
  }

  /**
   * Returns the places of the members most similar to a vector by their strongest terms alone; ties go to the latest.
   *
   * @param spread holds that vector
   */
  nearest(spread: SpreadVector, count: number): readonly number[] {
    const best: number[] = []
    const products: number[] = []
    for (let member = this.#members - 1; member >= 0; member--) {
      const product = spread.product(this.#rows, member * GLANCED_TERMS, (member + 1) * GLANCED_TERMS)
      if (best.length === count && product <= products[count - 1]!) continue
      // `push` makes room for one more: a write past the end of an array takes a path ten times as slow.
      if (best.length < count) {
        best.push(member)
        products.push(product)
      }
      let place = best.length - 1
      for (; place > 0 && products[place - 1]! < product; place--) {
        best[place] = best[place - 1]!
        products[place] = products[place - 1]!
      }
      best[place] = member
      products[place] = product
    }
    return best
  }
}
