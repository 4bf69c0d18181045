import { everyMatch } from '../lib/every-match.ts'
import { forEachPlainWord, isPlain } from '../lib/plain-words.ts'

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
 * for Chinese and Japanese, character pairs.
 *
 * @returns distinct terms, in order of appearance
 */
export function termsOf(text: string): ReadonlySet<string> {
  const terms = new Set<string>()
  if (isPlain(text)) {
    const lower = text.toLowerCase()
    forEachPlainWord(lower, ".,'’-", (start, end) => {
      const word = lower.slice(start, end)
      if (!STOP_WORDS.has(word)) terms.add(stem(word))
    })
    return terms
  }
  for (const [run] of everyMatch(text, RUN)) {
    if (CJK.test(run)) {
      if (run.length === 1) terms.add(run)
      for (let at = 0; at + 1 < run.length; at++) terms.add(run.slice(at, at + 2))
      continue
    }
    const word = run.toLowerCase()
    if (!STOP_WORDS.has(word)) terms.add(stem(word))
  }
  return terms
}

/** English plural and possessive only: enough to meet `chips` and `chip`, too little to confuse. */
function stem(word: string): string {
  const mark = word.at(-2)
  const bare = (mark === "'" || mark === '’') && word.endsWith('s') ? word.slice(0, -2) : word
  return bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') ? bare.slice(0, -1) : bare
}
