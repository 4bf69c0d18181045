import { everyMatch } from '../lib/every-match.ts'
import { forEachPlainWord, isPlain } from '../lib/plain-words.ts'
import { ENGLISH_NUMBERS } from './check/numerals.ts'

/** Words so common that they tell nothing; enough for centrality, no linguistics. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'the a an and or of to in on for with by at from as is are was were be been it its this that these those he she they ' +
    'we you i his her their our has have had will would can could may not but if than then so also which who what when ' +
    'where how into over after before about more most other new said says per via up out one two some such no all'
  ).split(' '),
)

const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u

/**
 * Terms of a sentence for comparing it with others: lower-case words without the commonest and without plural s;
 * for Chinese and Japanese, character pairs. `Twelve` and `12` are one term, and a `six-week` pause lasts six weeks.
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
  for (const [run] of everyMatch(text, RUN)) {
    if (CJK.test(run)) {
      if (run.length === 1) terms.add(run)
      for (let at = 0; at + 1 < run.length; at++) terms.add(run.slice(at, at + 2))
      continue
    }
    addWord(run.toLowerCase(), terms)
  }
  return terms
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
 * English plural and possessive only, and `centre` as `center`: enough to meet `chips` and `chip`, too little to confuse.
 */
function stem(word: string): string {
  const mark = word.at(-2)
  const bare = (mark === "'" || mark === '’') && word.endsWith('s') ? word.slice(0, -2) : word
  const one = bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') ? bare.slice(0, -1) : bare
  return one.length > 4 && (one.endsWith('tre') || one.endsWith('bre')) ? `${one.slice(0, -2)}er` : one
}
