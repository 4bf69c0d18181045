import { everyMatch } from '../../lib/every-match.ts'
import { quotationsOf } from '../figures.ts'
import type { Failure } from './failure.ts'
import { fold } from './fold.ts'
import type { Statement } from './statement.ts'

/** A quotation in single marks. A mark after a letter does not open one; a mark before a letter is an apostrophe. */
const SINGLE = /(?<![\p{L}\p{N}])[‘'](?![‘’'])((?:[^‘’'\n]|['’](?=\p{L})){1,400})['’](?!\p{L})/gu
/** A single word between single marks is not a quotation. */
const SEVERAL_WORDS = /.\s/su

/** Checks that each quotation of the sentence stands verbatim in the evidence; a translated quotation fails. */
export function checkQuotations(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const sources = evidence.map(({ folded }) => plain(folded))
  const singles = everyMatch(sentence.text, SINGLE).map((match) => match[1]!)
  return [...quotationsOf(sentence.text), ...singles.filter((quotation) => SEVERAL_WORDS.test(quotation))]
    .filter((quotation) => !sources.some((source) => holdsWords(source, plain(fold(quotation)))))
    .map((quotation) => ({ rule: 'quotation', found: quotation }))
}

/** Reduces a text to its words: punctuation becomes a space, and spaces next to Chinese and Japanese characters are removed. */
function plain(folded: string): string {
  return folded
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      '',
    )
}

const SPACED = /[\p{L}\p{N}]/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u

/** Whether a text contains the words as whole words: `t10` in `レーターt10を`, not in `at100`. */
function holdsWords(text: string, words: string): boolean {
  const joins = (one: string | undefined, other: string | undefined) =>
    [one, other].every((each) => each !== undefined && SPACED.test(each) && !UNSPACED.test(each))
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    if (!joins(text[at - 1], words[0]) && !joins(words.at(-1), text[end])) return true
  }
  return false
}
