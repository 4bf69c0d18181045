import type { StoryItem } from '../story/types.ts'
import { absoluteDates } from './absolute-dates.ts'
import { everySummary, withOthers } from './summaries-in.ts'
import type { Summary, SummarySentence } from './types.ts'

/** Adds to each sentence the dates of its relative time expressions, resolved against the first item it cites. */
export function datedSummary(summary: Summary, items: readonly StoryItem[]): Summary {
  const byId = new Map(items.map((item) => [item.id, item]))
  const dated = ({ dates: _before, ...sentence }: SummarySentence): SummarySentence => {
    const item = byId.get(sentence.citations[0]?.itemId ?? 0)
    if (!item) return sentence
    const { publishedAt, publisher } = item
    const dates = absoluteDates(sentence.text, sentence.language, { publishedAt, country: publisher.country })
    return dates.length > 0 ? { ...sentence, dates } : sentence
  }
  return withOthers(
    everySummary(summary).map(({ impact, ...rest }) => ({
      ...rest,
      sentences: rest.sentences.map(dated),
      ...(impact && { impact: dated(impact) }),
    })),
  )
}
