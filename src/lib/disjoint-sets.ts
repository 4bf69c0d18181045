/**
 * A union–find structure (Galler & Fischer 1964) over the numbers from 0. The least number of a set represents it, so that the order of
 * joins does not matter. Nearly constant amortised time per call.
 */
export class DisjointSets {
  /** Parent of each number, a lesser one of the same set; the least is its own parent. */
  readonly #lesser: Uint32Array

  /** @param count the numbers are below it; each starts as its own set */
  constructor(count: number) {
    this.#lesser = Uint32Array.from({ length: count }, (_, number) => number)
  }

  /** Returns the least number of the set of `number`. */
  leastOf(number: number): number {
    const lesser = this.#lesser
    let at = number
    while (lesser[at] !== at) {
      // Path halving.
      lesser[at] = lesser[lesser[at]!]!
      at = lesser[at]!
    }
    return at
  }

  areTogether(a: number, b: number): boolean {
    return this.leastOf(a) === this.leastOf(b)
  }

  /** Merges the sets of two numbers. */
  join(a: number, b: number): void {
    const [one, other] = [this.leastOf(a), this.leastOf(b)]
    this.#lesser[Math.max(one, other)] = Math.min(one, other)
  }

  /** Returns, for each number, the least number of its set. */
  leasts(): readonly number[] {
    return Array.from(this.#lesser, (_, number) => this.leastOf(number))
  }
}
