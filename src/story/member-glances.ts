import type { SpreadVector, TermVector } from './term-vector.ts'

/** Strongest terms of a member by which it is told whether it may be among the nearest. */
const GLANCED_TERMS = 16

/**
 * The strongest terms of each member of a story, one row after the other: to glance at sixty members is one walk through a few
 * kilobytes, where their vectors lie all over the memory.
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

  /** Lets go of the first. */
  shift(): void {
    this.#rows.copyWithin(0, GLANCED_TERMS, this.#members * GLANCED_TERMS)
    this.#members--
  }

  /**
   * The places of those most like a vector by their strongest terms alone, of equals the latest first.
   *
   * @param spread holds that vector
   */
  nearest(spread: SpreadVector, count: number): readonly number[] {
    const best: number[] = []
    const products: number[] = []
    for (let member = this.#members - 1; member >= 0; member--) {
      const product = spread.product(this.#rows, member * GLANCED_TERMS, (member + 1) * GLANCED_TERMS)
      if (best.length === count && product <= products[count - 1]!) continue
      // Room for one more, by `push`: an array that is written behind its end takes a way ten times as long.
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
