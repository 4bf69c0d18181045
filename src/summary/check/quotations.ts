import { quotationsOf } from '../figures.ts'
import type { Failure } from './failure.ts'
import { fold } from './fold.ts'
import type { Statement } from './statement.ts'

/** Single marks, which apostrophes look like: only around several words, and not after a letter. */
const SINGLE =
  /(?<![\p{L}\p{N}])[‘']([^‘’'\n]+(?:['’]\p{L}[^‘’'\n]*)*\s[^‘’'\n]*(?:['’]\p{L}[^‘’'\n]*)*)['’](?!\p{L})/gu

/** Each quotation of the sentence stands word for word in the evidence; a translated one does not, and is none. */
export function checkQuotations(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const sources = evidence.map(({ folded }) => plain(folded))
  const singles = [...sentence.text.matchAll(SINGLE)].map((match) => match[1]!)
  return [...quotationsOf(sentence.text), ...singles]
    .filter((quotation) => !sources.some((source) => source.includes(plain(fold(quotation)))))
    .map((quotation) => ({ rule: 'quotation', found: quotation }))
}

/** Words only: marks around and between them are the writer's. */
function plain(folded: string): string {
  return ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `.replace(
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
    '',
  )
}
