import { everyMatch } from '../lib/every-match.ts'
import { HEADLINE_CASE_SHARE, isAcronym, isCapital, isHeadlineCase, LONG_WORD, TOKEN } from './plain-words.ts'

export type TokenKind = 'unspaced' | 'number' | 'word'

/** What a UTF-16 unit may be; 0 is one that was not asked for yet. In an order by which a comparison tells what may follow what. */
const OTHER = 1
const DIGIT = 2
const SURROGATE = 3
const UNSPACED = 4
/** A voicing mark of Japanese: it goes on a run and a word. */
const UNSPACED_MARK = 5
/** What goes on a word and begins none: a mark, an apostrophe. */
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
const RUN = /[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]/

/**
 * The matches of `TOKEN` in a text, in order: runs of Chinese, Japanese or Korean, numbers, words. Read unit by unit out of an array, which
 * takes a third of the time of the pattern: a string comes in a dozen forms inside of the engine, and to ask one for a unit takes longer
 * than what is done with it.
 */
export class TokenReader {
  #text = ''
  /** UTF-16 units of the text, and what each may be; longer than it. */
  #units = new Uint16Array(1_024)
  #bytes = Buffer.from(this.#units.buffer)
  #kinds = new Uint8Array(1_024)
  /** Of kinds, as bits: which are in the text. */
  #has = 0
  #kind: TokenKind = 'word'
  #start = 0
  #end = 0
  /** The least and the greatest kind of the units of a word. */
  #least = 0
  #greatest = 0
  /** Where letters of two units are in the text: its tokens, and how many were read. */
  #matched: readonly RegExpExecArray[] | undefined
  #read = 0

  /** Begins a text. */
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
    // The pattern reads whole characters.
    this.#matched = (has & (1 << SURROGATE)) === 0 ? undefined : everyMatch(text, TOKEN)
    this.#read = 0
  }

  #makeRoom(length: number): void {
    this.#units = new Uint16Array(length * 2)
    this.#bytes = Buffer.from(this.#units.buffer)
    this.#kinds = new Uint8Array(length * 2)
  }

  /** Goes to the next token, of which the rest tells. @returns false behind the last */
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

  /** Digits, and separators with digits behind them. @param at behind the first digit */
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

  /** Where the token stands in the text. */
  get start(): number {
    return this.#start
  }

  get end(): number {
    return this.#end
  }

  get text(): string {
    return this.#text.slice(this.#start, this.#end)
  }

  /** Whether a word is of the letters A–Z and a–z alone. */
  get isPlain(): boolean {
    return this.#least >= CAPITAL
  }

  /** Of a word. */
  get isCapital(): boolean {
    return this.isPlain ? this.#kinds[this.#start] === CAPITAL : isCapital(this.text)
  }

  /** Of a word. */
  get isAcronym(): boolean {
    return this.isPlain ? this.#greatest === CAPITAL && this.#end - this.#start > 1 : isAcronym(this.text)
  }

  /** Whether a digit, 0–9, stands behind the token. */
  get isBeforeDigit(): boolean {
    return this.#kinds[this.#end] === DIGIT
  }

  /** Whether a digit stands behind the token or one unit further. */
  get isNearDigit(): boolean {
    return this.isBeforeDigit || this.#kinds[this.#end + 1] === DIGIT
  }

  /** The units of the text, and more behind them. */
  get units(): Uint16Array {
    return this.#units
  }

  /** Whether the text has a character of Chinese, Japanese or Korean. */
  get hasUnspaced(): boolean {
    return (this.#has & ((1 << UNSPACED) | (1 << UNSPACED_MARK))) !== 0
  }

  /** As `isHeadlineCase` of the text. */
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
