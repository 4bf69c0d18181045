const NUMBER = new Float64Array(1)
const ITS_WORDS = new Uint32Array(NUMBER.buffer)

/** Writes a 64-bit number into two words of an array. */
export function putWideNumber(words: Uint32Array, at: number, value: number): void {
  NUMBER[0] = value
  words[at] = ITS_WORDS[0]!
  words[at + 1] = ITS_WORDS[1]!
}

export function wideNumberAt(words: Uint32Array, at: number): number {
  ITS_WORDS[0] = words[at]!
  ITS_WORDS[1] = words[at + 1]!
  return NUMBER[0]!
}
