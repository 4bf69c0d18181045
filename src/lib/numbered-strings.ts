/** Gives the same number to equal strings, so that a typed array may hold them. For few that come again and again: none is ever forgotten. */
export class NumberedStrings {
  readonly #texts: string[] = []
  readonly #numbers = new Map<string, number>()

  /** @returns from 0 on */
  numberOf(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#texts.push(text) - 1
      this.#numbers.set(text, number)
    }
    return number
  }

  /** @param number that `numberOf` gave */
  text(number: number): string {
    return this.#texts[number]!
  }
}
