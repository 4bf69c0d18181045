import { termNumber, WORD } from '../term-hash.ts'

/** Models read the beginning of what is long. */
const READ_CHARACTERS = 8_000

/**
 * A direction for a text without a model: each of its words has one by its hash, or by what `translate` makes of it. Texts that
 * share words point together, others do not.
 */
export function hashed(
  text: string,
  { dimensions = 64, translate = (word: string) => word }: HashedOptions = {},
): Float64Array {
  const values = new Float64Array(dimensions).fill(0.5)
  for (const word of text
    .slice(0, READ_CHARACTERS)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (let index = 0; index < dimensions; index++) {
      values[index]! += termNumber(WORD, `${translate(word)} ${index}`) & 1 ? 1 : -1
    }
  }
  return values
}

interface HashedOptions {
  readonly dimensions?: number
  readonly translate?: (word: string) => string
}
