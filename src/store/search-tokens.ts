import { toSimplified } from '../entity/traditional-to-simplified.ts'
import { everyMatch } from '../lib/every-match.ts'

/** UTF-16 units of a text that are indexed; with MAX_TOKENS it keeps a `tsvector` under its limit of 1 MB. */
const MAX_INDEXED_UNITS = 100_000
/** PostgreSQL allows at most 16,383 positions in a `tsvector`. */
const MAX_TOKENS = 16_000
export const MAX_TOKEN_UNITS = 64

/** A run of letters and digits: one word, or a sequence of CJK characters. */
export interface SearchRun {
  readonly isCjk: boolean
  readonly text: string
}

/** Group 1: a CJK run; group 2: a word. Symbols and punctuation are excluded because some, such as radicals (⺀), have the script Han. */
const RUN =
  /((?:(?![\p{S}\p{P}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー])+)|((?:[a-z0-9]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー])[\p{L}\p{N}\p{M}])+)/gu
const ASCII_WORD = /[a-z0-9]+/g
const ASCII_ONLY = /^[\x00-\x7f]*$/

/**
 * Yields the runs of a text, normalised for the index and for queries alike: lower case, NFKC, without accents, traditional
 * characters as simplified ones. Linear in the length of the text.
 */
export function* searchRuns(text: string): Generator<SearchRun> {
  const lower = text.toLowerCase()
  if (ASCII_ONLY.test(lower)) {
    for (const [word] of everyMatch(lower, ASCII_WORD)) yield { isCjk: false, text: word.slice(0, MAX_TOKEN_UNITS) }
    return
  }
  for (const { isCjk, text } of foldedRuns(foldAccents(lower))) {
    yield { isCjk, text: isCjk ? Array.from(text, toSimplified).join('') : text.slice(0, MAX_TOKEN_UNITS) }
  }
}

/**
 * Yields the runs of a text that is already folded, each with its offset.
 *
 * @param folded lower case, without accents
 */
export function* foldedRuns(folded: string): Generator<SearchRun & { readonly start: number }> {
  for (const { 1: cjk, 2: word, index } of everyMatch(folded, RUN)) {
    yield { isCjk: cjk !== undefined, text: cjk ?? word!, start: index }
  }
}

/** Removes Latin, Greek and Cyrillic accents, and normalises to NFKC; voicing marks of kana and Hangul are kept. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFKC')
}

/**
 * Splits a text into the tokens to index: words and CJK bigrams in text order, then each distinct CJK character. So any
 * part of a CJK run is found as a phrase of bigrams, and a single character as a token.
 *
 * @example
 * searchTokens('AI 產業鏈') // ['ai', '产业', '业链', '产', '业', '链']
 */
export function searchTokens(text: string): string[] {
  const tokens: string[] = []
  const characters = new Set<string>()
  for (const run of searchRuns(text.slice(0, MAX_INDEXED_UNITS))) {
    if (tokens.length >= MAX_TOKENS) break
    if (run.isCjk) addCjkRun(run.text, tokens, characters)
    else tokens.push(run.text)
  }
  return [...tokens, ...characters].slice(0, MAX_TOKENS)
}

function addCjkRun(run: string, pairs: string[], characters: Set<string>): void {
  let before: string | undefined
  for (const character of run) {
    if (before !== undefined) pairs.push(before + character)
    characters.add(character)
    before = character
  }
}

/** @returns the bigrams of a CJK run; empty for a single character */
export function cjkPairs(run: string): readonly string[] {
  const pairs: string[] = []
  addCjkRun(run, pairs, new Set())
  return pairs
}
