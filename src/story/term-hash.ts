import { mixedBits } from '../lib/mixed-bits.ts'
/** Bits of a term's number. Beginnings of words and whole words have half of the space each; the strength of a term takes the other 12 bits of 32. */
export const TERM_BITS = 20
export const TERM_COUNT = 1 << TERM_BITS
const WORD_MASK = (TERM_COUNT >>> 1) - 1
const WHOLE_BIT = TERM_COUNT >>> 1

/** Kinds of terms, so that the word `5` and the amount 5 are two. */
export const WORD = 1
export const PAIR = 2
export const AMOUNT = 3
export const VERSION = 4
export const ENTITY = 5
const WHOLE = 6
const LIST = 7
const ADDRESS = 8

/** The bit that a letter of a–z has and A–Z has not. */
const SMALL_LETTER = 0x20

/**
 * A number in [0, 2^19) for a term. Terms are hashed, not listed: memory stays fixed whatever is read. Two terms of half a
 * million share a number in one item pair in a thousand, which adds one weak shared term.
 */
export function termNumber(kind: number, text: string): number {
  return mixedBits(textHash(kind, text)) & WORD_MASK
}

/** A number in [2^19, 2^20) for a whole word, which counts beside its beginning. */
export function wholeWordNumber(word: string): number {
  return (mixedBits(textHash(WHOLE, word)) & WORD_MASK) | WHOLE_BIT
}

/** `termNumber(WORD, word)` of a word of a–z that stands in UTF-16 units, be it in capitals. */
export function plainWordNumber(units: Uint16Array, start: number, end: number): number {
  return mixedBits(plainHash(WORD, units, start, end)) & WORD_MASK
}

/** `wholeWordNumber` of the same. */
export function plainWholeNumber(units: Uint16Array, start: number, end: number): number {
  return (mixedBits(plainHash(WHOLE, units, start, end)) & WORD_MASK) | WHOLE_BIT
}

/** A number in [1, 2^32) for a text that is only held against others of its sort. */
export function textNumber(text: string): number {
  return mixedBits(textHash(LIST, text)) || 1
}

/** An address in 64 bits: two of a million are taken for one another in one of 37 million cases. */
export interface AddressKey {
  readonly low: number
  readonly high: number
}

export function addressKey(address: string): AddressKey {
  return { low: mixedBits(textHash(ADDRESS, address)), high: mixedBits(otherHash(address)) }
}

/** Whole words score, but don't find and are no terms of their own: their beginnings are. */
export function isWholeWord(term: number): boolean {
  return (term & WHOLE_BIT) !== 0
}

/** FNV-1a over UTF-16 units. */
function textHash(seed: number, text: string): number {
  let hash = hashOf(seed)
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

/** The same over units of a–z and A–Z, as small letters. */
function plainHash(seed: number, units: Uint16Array, start: number, end: number): number {
  let hash = hashOf(seed)
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at]! | SMALL_LETTER), 0x01000193)
  return hash
}

/** Of no unit. */
function hashOf(seed: number): number {
  return 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
}

/** Of another kind than FNV-1a, so that texts which that takes for one another differ here: MurmurHash2's step over UTF-16 units. */
function otherHash(text: string): number {
  let hash = text.length
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x5bd1e995)
    hash ^= hash >>> 15
  }
  return hash
}
