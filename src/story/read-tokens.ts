import { everyMatch } from '../lib/every-match.ts'
import { TOKEN } from './plain-words.ts'

/** A run of Chinese, Japanese or Korean, a number, or a word, as it stands in a text. */
export interface Token {
  readonly kind: 'unspaced' | 'number' | 'word'
  readonly text: string
  readonly start: number
}

/** What a UTF-16 unit may be; 0 is one that was not asked for yet. */
const OTHER = 1
const LETTER = 2
/** What goes on a word and begins none: a mark, an apostrophe. */
const WITHIN_WORD = 3
const DIGIT = 4
const UNSPACED = 5
/** A voicing mark of Japanese: it goes on a word too. */
const UNSPACED_MARK = 6
const SURROGATE = 7
const KINDS = new Uint8Array(1 << 16)

const A_LETTER = /\p{L}/u
const MARK = /[\p{M}'’]/u
const RUN = /[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]/

/**
 * The matches of `TOKEN` in a text, in order. Read unit by unit: the pattern takes twice the time, and leaves an array and a string for each
 * match.
 */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    const kind = kindAt(text, at++)
    if (kind === LETTER) {
      while (at < text.length && isInWord(kindAt(text, at))) at++
      tokens.push({ kind: 'word', text: text.slice(start, at), start })
    } else if (kind === DIGIT) {
      at = endOfNumber(text, at)
      tokens.push({ kind: 'number', text: text.slice(start, at), start })
    } else if (isUnspaced(kind)) {
      while (at < text.length && isUnspaced(kindAt(text, at))) at++
      tokens.push({ kind: 'unspaced', text: text.slice(start, at), start })
    } else if (kind === SURROGATE) return matchTokens(text)
  }
  return tokens
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return KINDS[unit] || kindOf(unit)
}

function kindOf(unit: number): number {
  const letter = String.fromCharCode(unit)
  let kind = OTHER
  if (unit >= 0xd800 && unit < 0xe000) kind = SURROGATE
  else if (RUN.test(letter)) kind = MARK.test(letter) ? UNSPACED_MARK : UNSPACED
  else if (unit >= 0x30 && unit <= 0x39) kind = DIGIT
  else if (A_LETTER.test(letter)) kind = LETTER
  else if (MARK.test(letter)) kind = WITHIN_WORD
  KINDS[unit] = kind
  return kind
}

function isInWord(kind: number): boolean {
  return kind === LETTER || kind === WITHIN_WORD || kind === UNSPACED_MARK
}

function isUnspaced(kind: number): boolean {
  return kind === UNSPACED || kind === UNSPACED_MARK
}

/** Digits, and separators with digits behind them. @param at behind the first digit */
function endOfNumber(text: string, at: number): number {
  let end = at
  for (;;) {
    while (end < text.length && kindAt(text, end) === DIGIT) end++
    const isParted = text[end] === '.' || text[end] === ','
    if (!isParted || end + 1 >= text.length || kindAt(text, end + 1) !== DIGIT) return end
    end++
  }
}

/** For texts with letters of two units: the pattern reads whole characters. */
function matchTokens(text: string): readonly Token[] {
  return everyMatch(text, TOKEN).map(({ 0: token, 1: unspaced, 2: number, index }) => {
    const kind = unspaced !== undefined ? 'unspaced' : number !== undefined ? 'number' : 'word'
    return { kind, text: token, start: index }
  })
}
