import { mixedBits } from '../lib/mixed-bits.ts'
/**
 * Bits of a term's number. Prefixes of words and whole words have half of the range each; a term's strength takes the other 12 bits
 * of 32.
 */
export const TERM_BITS = 20
export const TERM_COUNT = 1 << TERM_BITS
const WORD_MASK = (TERM_COUNT >>> 1) - 1
const WHOLE_BIT = TERM_COUNT >>> 1

/** Kinds of terms, so that the word `5` and the amount 5 differ. */
export const WORD = 1
export const PAIR = 2
export const AMOUNT = 3
export const VERSION = 4
export const ENTITY = 5
const WHOLE = 6
const LIST = 7
const ADDRESS = 8

/** The bit that is set in a–z and clear in A–Z. */
const SMALL_LETTER = 0x20

/**
 * Hashes a term to a number in [0, 2^19). Terms are hashed, not listed, so that memory stays fixed whatever is read. With half a
 * million terms, one item pair in a thousand has a collision, which adds one weak shared term.
 */
export function termNumber(kind: number, text: string): number {
  return mixedBits(textHash(kind, text)) & WORD_MASK
}

/** Hashes a whole word, which counts beside its prefix, to a number in [2^19, 2^20). */
export function wholeWordNumber(word: string): number {
  return (mixedBits(textHash(WHOLE, word)) & WORD_MASK) | WHOLE_BIT
}

/** Returns `termNumber(WORD, word)` for the lower-case form of a word of a–z and A–Z in UTF-16 units. */
export function plainWordNumber(units: Uint16Array, start: number, end: number): number {
  return mixedBits(plainHash(WORD, units, start, end)) & WORD_MASK
}

/** Returns `wholeWordNumber` of the same. */
export function plainWholeNumber(units: Uint16Array, start: number, end: number): number {
  return (mixedBits(plainHash(WHOLE, units, start, end)) & WORD_MASK) | WHOLE_BIT
}

/** Hashes a text that is only compared with others of its kind to a number in [1, 2^32). */
export function textNumber(text: string): number {
  return mixedBits(textHash(LIST, text)) || 1
}

/** A 64-bit hash of an address: among a million, two collide in one of 37 million cases. */
export interface AddressKey {
  readonly low: number
  readonly high: number
}

export function addressKey(address: string): AddressKey {
  return { low: mixedBits(textHash(ADDRESS, address)), high: mixedBits(otherHash(address)) }
}

/**
 * Returns whether a term is a whole word. Whole words add to scores, but stories are not found by them: they are found by their
 * prefixes.
 */
export function isWholeWord(term: number): boolean {
  return (term & WHOLE_BIT) !== 0
}

/** FNV-1a over UTF-16 units. */
function textHash(seed: number, text: string): number {
  let hash = hashOf(seed)
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

/** FNV-1a over units of a–z and A–Z in lower case. */
function plainHash(seed: number, units: Uint16Array, start: number, end: number): number {
  let hash = hashOf(seed)
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at]! | SMALL_LETTER), 0x01000193)
  return hash
}

/** Returns the FNV-1a hash of an empty text. */
function hashOf(seed: number): number {
  return 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
}

/** Hashes by MurmurHash2's step over UTF-16 units, so that texts that collide under FNV-1a differ here. */
function otherHash(text: string): number {
  let hash = text.length
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x5bd1e995)
    hash ^= hash >>> 15
  }
  return hash
}
