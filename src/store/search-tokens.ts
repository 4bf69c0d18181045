import { toSimplified } from '../entity/traditional-to-simplified.ts'
import { everyMatch } from '../lib/every-match.ts'
import { withEuropeanDigits } from '../lib/native-digits.ts'
import { isSouthEastAsian, markedCharacters, SOUTH_EAST_ASIAN } from '../lib/unspaced-scripts.ts'

/** UTF-16 units of a text that are indexed; with MAX_TOKENS it keeps a `tsvector` under its limit of 1 MB. */
const MAX_INDEXED_UNITS = 100_000
/** PostgreSQL allows at most 16,383 positions in a `tsvector`. */
const MAX_TOKENS = 16_000
export const MAX_TOKEN_UNITS = 64

/** A run of letters and digits: one word, or characters of a script without spaces: Chinese, Japanese, Korean, Thai … */
export interface SearchRun {
  readonly isUnspaced: boolean
  readonly text: string
}

const UNSPACED = `\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々ー${SOUTH_EAST_ASIAN}`
/**
 * Group 1: a run without spaces; group 2: a word. Symbols and punctuation are excluded because some, such as radicals (⺀), have the
 * script Han.
 */
const RUN = new RegExp(
  `((?:(?![\\p{S}\\p{P}])[${UNSPACED}])+)|((?:[a-z0-9]|(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+)`,
  'gu',
)
const ASCII_WORD = /[a-z0-9]+/g
const ASCII_ONLY = /^[\x00-\x7f]*$/

/**
 * Yields the runs of a text, normalised for the index and for queries alike: lower case, folded by `foldAccents`, traditional
 * characters as simplified ones. Linear in the length of the text.
 */
export function* searchRuns(text: string): Generator<SearchRun> {
  const lower = text.toLowerCase()
  if (ASCII_ONLY.test(lower)) {
    for (const [word] of everyMatch(lower, ASCII_WORD))
      yield { isUnspaced: false, text: word.slice(0, MAX_TOKEN_UNITS) }
    return
  }
  for (const { isUnspaced, text } of foldedRuns(foldAccents(lower))) {
    yield { isUnspaced, text: isUnspaced ? Array.from(text, toSimplified).join('') : text.slice(0, MAX_TOKEN_UNITS) }
  }
}

/**
 * Yields the runs of a text that is already folded, each with its offset.
 *
 * @param folded lower case, without accents
 */
export function* foldedRuns(folded: string): Generator<SearchRun & { readonly start: number }> {
  for (const { 1: unspaced, 2: word, index } of everyMatch(folded, RUN)) {
    yield { isUnspaced: unspaced !== undefined, text: unspaced ?? word!, start: index }
  }
}

/**
 * What many writers leave out: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs, hamza and stretching, and the
 * invisible joiners of Persian and Indic scripts.
 */
const LEFT_OUT =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d]+/g
/** Letters that Unicode does not decompose, and Arabic letters that keyboards of other countries write otherwise. */
const LETTERS = new Map(
  'ı-i đ-d ð-d ł-l ø-o ħ-h ß-ss æ-ae œ-oe þ-th ى-ي ی-ي ک-ك ہ-ه ة-ه'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string]),
)
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g')

/**
 * Folds a text so that a query finds what it would find if everybody wrote with the same keyboard: NFKC, without what many leave out,
 * with European digits. Voicing marks of kana, Hangul, and vowel signs of Indic and South-East Asian scripts are kept.
 *
 * @param text lower case
 * @example
 * foldAccents('đà nẵng ٢٠٢٦') // 'da nang 2026'
 */
export function foldAccents(text: string): string {
  const bare = text.normalize('NFKD').replace(LEFT_OUT, '').normalize('NFKC')
  return withEuropeanDigits(bare.replace(LETTER, (letter) => LETTERS.get(letter)!))
}

/**
 * Splits a text into the tokens to index: words, and pairs of characters of runs without spaces, in text order; then each distinct
 * character of those runs. So any part of such a run is found as a phrase of pairs, and a single character as a token.
 *
 * @example
 * searchTokens('AI 產業鏈') // ['ai', '产业', '业链', '产', '业', '链']
 */
export function searchTokens(text: string): string[] {
  const tokens: string[] = []
  const characters = new Set<string>()
  for (const run of searchRuns(text.slice(0, MAX_INDEXED_UNITS))) {
    if (tokens.length >= MAX_TOKENS) break
    if (run.isUnspaced) addRun(run.text, tokens, characters)
    else tokens.push(run.text)
  }
  return [...tokens, ...characters].slice(0, MAX_TOKENS)
}

function addRun(run: string, pairs: string[], characters: Set<string>): void {
  let before: string | undefined
  for (const character of charactersOf(run)) {
    if (before !== undefined) pairs.push(before + character)
    characters.add(character)
    before = character
  }
}

/** Returns the characters of a run without spaces, those of Thai, Lao, Burmese and Khmer with their marks. */
export function charactersOf(run: string): Iterable<string> {
  return isSouthEastAsian(run) ? markedCharacters(run) : run
}

/** @returns the pairs of characters of a run without spaces; empty for a single character */
export function runPairs(run: string): readonly string[] {
  const pairs: string[] = []
  addRun(run, pairs, new Set())
  return pairs
}
