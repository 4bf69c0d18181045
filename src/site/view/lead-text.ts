import { primaryLanguage } from '../../lib/primary-language.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { AbsoluteDate } from '../../summary/absolute-dates.ts'
import { isFirstPerson } from '../../summary/readable-alone.ts'
import type { SummarySentence } from '../../summary/types.ts'

/** Width of the two lines under a headline, in characters; a CJK character counts as two. */
const MOST_UNITS = 260

export interface LeadText {
  readonly text: string
  readonly language: string
  readonly dates: readonly AbsoluteDate[]
}

/**
 * Returns the first sentences of the summary that fit in two lines, without any that repeats the headline. Sentences are never cut:
 * the first is taken whole even if it is too long.
 *
 * @returns undefined if no sentence is left
 */
export function leadText({
  summary,
  headline,
}: Pick<StoryRecord, 'summary'> & { readonly headline: { readonly text: string } }): LeadText | undefined {
  const language = summary.sentences[0]?.language
  if (!language) return undefined
  let units = 0
  const taken: SummarySentence[] = []
  for (const sentence of summary.sentences) {
    if (sentence.language !== language) break
    if (sameWords(sentence.text, headline.text)) continue
    units += widthOf(sentence.text)
    if (units > MOST_UNITS && taken.length > 0) break
    taken.push(sentence)
    if (units > MOST_UNITS / 2) break
  }
  if (taken.length === 0) return undefined
  const blank = /^(zh|ja)/.test(primaryLanguage(language)) ? '' : ' '
  let text = ''
  const dates: AbsoluteDate[] = []
  for (const sentence of taken) {
    if (text !== '') text += blank
    // Quotation marks, because without its source beside it "we" would mean this site.
    const [open, close] = isFirstPerson(sentence.text) ? quotationMarks(language) : ['', '']
    text += open
    for (const { at, date } of sentence.dates ?? []) dates.push({ at: text.length + at, date })
    text += sentence.text + close
  }
  return { text, language, dates }
}

function quotationMarks(language: string): readonly [string, string] {
  return /^(zh-Hant|ja|yue)/.test(language) ? ['「', '」'] : ['“', '”']
}

function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/g)?.length ?? 0)
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\p{P}\p{S}\s]+/gu, ' ')
      .trim()
  return words(a) === words(b)
}
