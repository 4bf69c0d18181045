import { everyMatch } from '../lib/every-match.ts'
import { withEuropeanDigits } from '../lib/native-digits.ts'
import { SOUTH_EAST_ASIAN } from '../lib/unspaced-scripts.ts'

/** If more than this share of the longer words begin with a capital, the text is in headline case and capitals tell no names. */
export const HEADLINE_CASE_SHARE = 0.7

const ADDRESS = /(?:https?:\/\/|www\.)\S{1,2000}/gi
const ARABIC_VOWELS = /[\u064b-\u0652\u0640]/g
const TAG = /[#＃][\p{L}\p{M}\p{N}_]{1,100}/gu
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|_/gu
/** Characters of runs without spaces: Chinese, Japanese, Korean, Thai, Lao, Burmese, Khmer. */
const IN_RUN = `\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uac00-\\ud7a3${SOUTH_EAST_ASIAN}`
export const RUN = new RegExp(`[${IN_RUN}]`)
/** A run without spaces; a number; a word, which ends where such a run begins: `Codex上线`. */
export const TOKEN = new RegExp(
  `([${IN_RUN}]+)|(\\d+(?:[.,]\\d+)*)|[^\\P{L}${IN_RUN}](?:[^\\P{L}${IN_RUN}]|[\\p{M}'’])*`,
  'gu',
)
export const UNSPACED = new RegExp(`[\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3${SOUTH_EAST_ASIAN}]`)
/** Occurs in everything that the next two patterns match. */
const APOSTROPHE = /['’]/
const POSSESSIVE = /['’]s?$/
const ELISION = /^(?:[cdjlmnst]|qu|dell|nell|all|sull)['’](?=\p{L}{2})/iu

/** Text that `plainWords` returns as it is, unless there is an address in it. */
const UNCHANGED = /^[\t\n\r -"$-~]*$/
const MAY_BE_ADDRESS = /https?:|www\./i

/** Returns a text in NFKC without addresses and Arabic vowel signs, with hashtags split into words, and with European digits. */
export function plainWords(raw: string): string {
  if (UNCHANGED.test(raw) && !MAY_BE_ADDRESS.test(raw)) return raw
  return withEuropeanDigits(raw.normalize('NFKC'))
    .replace(ADDRESS, ' ')
    .replace(ARABIC_VOWELS, '')
    .replace(TAG, (tag) => ` ${tag.slice(1).replace(HUMP, ' ')} `)
}

/** Fewest letters of a longer word. */
export const LONG_WORD = 4
const LONG_WORDS = new RegExp(`\\p{L}{${LONG_WORD},}`, 'gu')

export function isHeadlineCase(text: string): boolean {
  let long = 0
  let capitals = 0
  for (const [word] of everyMatch(text, LONG_WORDS)) {
    long++
    if (isCapital(word)) capitals++
  }
  return capitals > HEADLINE_CASE_SHARE * long
}

export function isCapital(word: string): boolean {
  return word[0] !== word[0]!.toLowerCase()
}

export function isAcronym(word: string): boolean {
  return word.length > 1 && isCapital(word) && word === word.toUpperCase()
}

/** Removes a possessive ending, or an elided article before a word: `OpenAI’s`, `l’Europe`. */
export function bareWord(written: string): string {
  return APOSTROPHE.test(written) ? written.replace(POSSESSIVE, '').replace(ELISION, '') : written
}

/** Returns whether digits are a year from 2010 to 2039, which says nothing about an event. */
export function isYear(digits: string): boolean {
  return /^20[1-3]\d$/.test(digits)
}
