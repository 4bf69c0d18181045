import { everyMatch } from '../lib/every-match.ts'
import { forEachPlainWord, isPlain } from '../lib/plain-words.ts'
import { markedPairs, SOUTH_EAST_ASIAN } from '../lib/unspaced-scripts.ts'
import { ENGLISH_NUMBERS } from './check/numerals.ts'

/** English stop words; a short list suffices for centrality. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'the a an and or of to in on for with by at from as is are was were be been it its this that these those he she they ' +
    'we you i his her their our has have had will would can could may not but if than then so also which who what when ' +
    'where how into over after before about more most other new said says per via up out one two some such no all'
  ).split(' '),
)

/** Pairs of Korean endings and particles ("is", "did", "from"), as frequent as the stop words above. */
const STOP_PAIRS: ReadonlySet<string> = new Set(
  (
    '했다 한다 하는 하고 하며 해야 되는 됐다 된다 였다 이다 있다 있는 없다 았다 었다 였습 습니 니다 합니 입니 됩니 했습 됐습 ' +
    '았습 었습 있습 에서 으로 에게 부터 까지 보다 라고 다고 라는 다는 들이 들은 들을 들의 이며 이고 지만 면서 이라 그리 하지'
  ).split(' '),
)

/** `RUN` matches Han and kana, Hangul, Thai and its like, or a word of another script, even without spaces between. Letters may have marks: `हिन्दी`. */
const HAN_OR_KANA = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー'
const LETTERS = `(?:(?![${HAN_OR_KANA}\\p{Script=Hangul}${SOUTH_EAST_ASIAN}])[\\p{L}\\p{N}]\\p{M}*)+`
const RUN = new RegExp(
  `([${HAN_OR_KANA}]+)|(\\p{Script=Hangul}+)|([${SOUTH_EAST_ASIAN}]+)|${LETTERS}(?:[.,'’-]${LETTERS})*`,
  'gu',
)

/**
 * Extracts the terms of a sentence for comparison with others: lower-case words without stop words and plural s;
 * for Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer, character bigrams, so that 송전선이 matches 송전선. `Twelve` and `12` are one term, and
 * `six-week` yields the terms of `six weeks`.
 *
 * @returns distinct terms, in order of appearance
 */
export function termsOf(text: string): ReadonlySet<string> {
  const terms = new Set<string>()
  if (isPlain(text)) {
    const lower = text.toLowerCase()
    forEachPlainWord(lower, ".,'’-", (start, end) => {
      addWord(lower.slice(start, end), terms)
    })
    return terms
  }
  for (const [run, han, hangul, southEastAsian] of everyMatch(text, RUN)) {
    if (han !== undefined) {
      if (run.length === 1) terms.add(run)
      addPairs(run, terms)
      // A single syllable after a word of another script is a particle and yields no pair: AI가, AI를.
    } else if (hangul !== undefined) addPairs(run, terms)
    else if (southEastAsian !== undefined) for (const pair of markedPairs(run)) terms.add(pair)
    else addWord(run.toLowerCase(), terms)
  }
  return terms
}

function addPairs(run: string, terms: Set<string>): void {
  for (let at = 0; at + 1 < run.length; at++) {
    const pair = run.slice(at, at + 2)
    if (!STOP_PAIRS.has(pair)) terms.add(pair)
  }
}

/** `six-week`, `240-megawatt`; not `gpt-5`, and not `5-4`. */
const COUNTED = /^(?:\d+(?:[.,]\d+)*|\p{L}+)-\p{L}/u

function addWord(word: string, terms: Set<string>): void {
  if (STOP_WORDS.has(word)) return
  const number = ENGLISH_NUMBERS.get(word)
  if (number !== undefined) {
    terms.add(String(number))
    return
  }
  const hyphen = word.indexOf('-')
  if (hyphen > 0 && COUNTED.test(word)) {
    const first = word.slice(0, hyphen)
    if (/^\d/.test(first) || ENGLISH_NUMBERS.has(first)) {
      for (const part of word.split('-')) addWord(part, terms)
      return
    }
  }
  terms.add(stem(word))
}

/**
 * Removes English plural and possessive endings and turns `centre` into `center`: `chips` matches `chip`, and little else is conflated.
 */
function stem(word: string): string {
  const mark = word.at(-2)
  const bare = (mark === "'" || mark === '’') && word.endsWith('s') ? word.slice(0, -2) : word
  const one = bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') ? bare.slice(0, -1) : bare
  return one.length > 4 && (one.endsWith('tre') || one.endsWith('bre')) ? `${one.slice(0, -2)}er` : one
}
