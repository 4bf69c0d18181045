import { everyMatch } from '../lib/every-match.ts'
import { HEADLINE_CASE_SHARE, isAcronym, isCapital, isHeadlineCase, LONG_WORD, RUN, TOKEN } from './plain-words.ts'

export type TokenKind = 'unspaced' | 'number' | 'word'

/** Kinds of UTF-16 units; 0 is one not classified yet. Ordered so that a comparison tells which units may continue a token. */
const OTHER = 1
const DIGIT = 2
const SURROGATE = 3
const UNSPACED = 4
/** A Japanese voicing mark, a vowel sign or tone mark of Thai: it continues a run and a word. */
const UNSPACED_MARK = 5
/** A mark or an apostrophe: it continues a word but does not begin one. */
const WITHIN_WORD = 6
const LETTER = 7
/** A–Z and a–z. */
const CAPITAL = 8
const SMALL = 9
const KINDS = new Uint8Array(1 << 16)

const POINT = 0x2e
const COMMA = 0x2c
const A_LETTER = /\p{L}/u
const MARK = /[\p{M}'’]/u

/**
 * Reads the matches of `TOKEN` in a text, in order: runs without spaces (Chinese, Thai …), numbers, words. Reading unit by unit from
 * an array takes a third of the time of the pattern: the engine has a dozen representations of strings, and asking one for a unit
 * takes longer than the work done with it.
 */
export class TokenReader {
  #text = ''
  /** UTF-16 units of the text and their kinds; both arrays are longer than the text. */
  #units = new Uint16Array(1_024)
  #bytes = Buffer.from(this.#units.buffer)
  #kinds = new Uint8Array(1_024)
  /** Bit set of the kinds in the text. */
  #has = 0
  #kind: TokenKind = 'word'
  #start = 0
  #end = 0
  /** The least and the greatest kind among the units of a word. */
  #least = 0
  #greatest = 0
  /** For a text with surrogate pairs: its tokens, and how many were read. */
  #matched: readonly RegExpExecArray[] | undefined
  #read = 0

  /** Starts reading a text. */
  set(text: string): void {
    if (text.length + 2 > this.#kinds.length) this.#makeRoom(text.length + 2)
    this.#text = text
    this.#end = 0
    this.#bytes.write(text, 0, 'utf16le')
    let has = 0
    for (let at = 0; at < text.length; at++) {
      const kind = KINDS[this.#units[at]!] || kindOf(this.#units[at]!)
      this.#kinds[at] = kind
      has |= 1 << kind
    }
    this.#kinds.fill(OTHER, text.length, text.length + 2)
    this.#has = has
    // Only the pattern reads surrogate pairs as characters.
    this.#matched = (has & (1 << SURROGATE)) === 0 ? undefined : everyMatch(text, TOKEN)
    this.#read = 0
  }

  #makeRoom(length: number): void {
    this.#units = new Uint16Array(length * 2)
    this.#bytes = Buffer.from(this.#units.buffer)
    this.#kinds = new Uint8Array(length * 2)
  }

  /**
   * Advances to the next token, which the other members describe.
   *
   * @returns false after the last
   */
  next(): boolean {
    if (this.#matched !== undefined) return this.#nextMatched(this.#matched)
    const kinds = this.#kinds
    const { length } = this.#text
    let at = this.#end
    while (at < length && !isStart(kinds[at]!)) at++
    if (at === length) return false
    this.#start = at
    const kind = kinds[at++]!
    if (kind === DIGIT) {
      this.#kind = 'number'
      this.#end = this.#endOfNumber(at)
    } else if (kind <= UNSPACED_MARK) {
      this.#kind = 'unspaced'
      while (isUnspaced(kinds[at]!)) at++
      this.#end = at
    } else {
      this.#kind = 'word'
      let [least, greatest] = [kind, kind]
      for (; kinds[at]! >= UNSPACED_MARK; at++) {
        if (kinds[at]! < least) least = kinds[at]!
        if (kinds[at]! > greatest) greatest = kinds[at]!
      }
      this.#least = least
      this.#greatest = greatest
      this.#end = at
    }
    return true
  }

  /**
   * Returns where a number ends: digits, and separators with digits after them.
   *
   * @param at index after the first digit
   */
  #endOfNumber(at: number): number {
    const kinds = this.#kinds
    let end = at
    for (;;) {
      while (kinds[end] === DIGIT) end++
      const isParted = end < this.#text.length && (this.#units[end] === POINT || this.#units[end] === COMMA)
      if (!isParted || kinds[end + 1] !== DIGIT) return end
      end++
    }
  }

  #nextMatched(matched: readonly RegExpExecArray[]): boolean {
    const match = matched[this.#read++]
    if (match === undefined) return false
    const { 0: token, 1: unspaced, 2: number, index } = match
    this.#kind = unspaced !== undefined ? 'unspaced' : number !== undefined ? 'number' : 'word'
    this.#start = index
    this.#end = index + token.length
    this.#least = OTHER
    return true
  }

  get kind(): TokenKind {
    return this.#kind
  }

  /** Index in the text where the token begins. */
  get start(): number {
    return this.#start
  }

  get end(): number {
    return this.#end
  }

  get text(): string {
    return this.#text.slice(this.#start, this.#end)
  }

  /** Whether a word consists only of the letters A–Z and a–z. */
  get isPlain(): boolean {
    return this.#least >= CAPITAL
  }

  /** Whether a word begins with a capital. */
  get isCapital(): boolean {
    return this.isPlain ? this.#kinds[this.#start] === CAPITAL : isCapital(this.text)
  }

  /** Whether a word is an acronym, as `isAcronym` has it. */
  get isAcronym(): boolean {
    return this.isPlain ? this.#greatest === CAPITAL && this.#end - this.#start > 1 : isAcronym(this.text)
  }

  /** Whether a digit, 0–9, follows the token. */
  get isBeforeDigit(): boolean {
    return this.#kinds[this.#end] === DIGIT
  }

  /** Whether a digit follows the token directly or one unit later. */
  get isNearDigit(): boolean {
    return this.isBeforeDigit || this.#kinds[this.#end + 1] === DIGIT
  }

  /** UTF-16 units of the text; the array is longer than the text. */
  get units(): Uint16Array {
    return this.#units
  }

  /** Whether the text has a run without spaces. */
  get hasUnspaced(): boolean {
    return (this.#has & ((1 << UNSPACED) | (1 << UNSPACED_MARK))) !== 0
  }

  /** Whether the text is in headline case, as `isHeadlineCase` has it. */
  get isHeadlineCase(): boolean {
    if (this.hasUnspaced || this.#matched !== undefined) return isHeadlineCase(this.#text)
    const kinds = this.#kinds
    let long = 0
    let capitals = 0
    for (let at = 0; at < this.#text.length; at++) {
      const start = at
      while (kinds[at]! >= LETTER) at++
      if (at - start < LONG_WORD) continue
      long++
      if (kinds[start] === CAPITAL || (kinds[start] === LETTER && isCapital(this.#text[start]!))) capitals++
    }
    return capitals > HEADLINE_CASE_SHARE * long
  }
}

function isStart(kind: number): boolean {
  return kind >= LETTER || kind === DIGIT || isUnspaced(kind)
}

function isUnspaced(kind: number): boolean {
  return kind === UNSPACED || kind === UNSPACED_MARK
}

function kindOf(unit: number): number {
  const letter = String.fromCharCode(unit)
  let kind = OTHER
  if (unit >= 0xd800 && unit < 0xe000) kind = SURROGATE
  else if (RUN.test(letter)) kind = MARK.test(letter) ? UNSPACED_MARK : UNSPACED
  else if (letter >= '0' && letter <= '9') kind = DIGIT
  else if (letter >= 'A' && letter <= 'Z') kind = CAPITAL
  else if (letter >= 'a' && letter <= 'z') kind = SMALL
  else if (A_LETTER.test(letter)) kind = LETTER
  else if (MARK.test(letter)) kind = WITHIN_WORD
  KINDS[unit] = kind
  return kind
}
