/** Interns strings as numbers, so that typed arrays can hold them. For a limited set of recurring strings, as none is ever removed. */
export class NumberedStrings {
  readonly #texts: string[] = []
  readonly #numbers = new Map<string, number>()

  /** Returns the number of a string; numbers are assigned from 0. */
  numberOf(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#texts.push(text) - 1
      this.#numbers.set(text, number)
    }
    return number
  }

  /** @param number as returned by `numberOf` */
  text(number: number): string {
    return this.#texts[number]!
  }
}
