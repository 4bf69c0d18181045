import type { StoryItem } from '../story/types.ts'
import { collapseSpace, numbersOf, quotationsOf } from './figures.ts'
import type { Citation, Summary, SummarySentence } from './types.ts'

export const CHECK_FAILURES = ['no-citation', 'unknown-item', 'not-verbatim', 'number', 'quotation'] as const
/**
 * Why a sentence is not published: it cites nothing; cites an item that is not there; its quote is not at its span;
 * a number or a quotation in it is in none of its quotes.
 */
export type CheckFailure = (typeof CHECK_FAILURES)[number]

export interface DroppedSentence {
  readonly sentence: SummarySentence
  readonly failure: CheckFailure
  /** The number, quotation or item id that was not found. */
  readonly detail: string
}

type CitedItem = Pick<StoryItem, 'id' | 'title' | 'text'>

/** @returns the text that citations count in */
export function citedText(item: Pick<CitedItem, 'title' | 'text'>): string {
  return `${item.title}\n${item.text}`
}

/**
 * Stands before everything that is published: drops each sentence that its citations do not support.
 * A sentence with one false citation is dropped whole, for nobody knows which words rested on it.
 *
 * @param items the story's items as they are now, so that an edit at the source drops what it contradicts
 * @returns the summary with what passed, `droppedCount` raised by what did not, and the dropped with the reason
 */
export function checkSummary(
  summary: Summary,
  items: readonly CitedItem[],
): { readonly summary: Summary; readonly dropped: readonly DroppedSentence[] } {
  const textById = new Map(items.map((item) => [item.id, citedText(item)]))
  const dropped: DroppedSentence[] = []
  const passes = (sentence: SummarySentence) => {
    const failure = failureOf(sentence, textById)
    if (failure) dropped.push(failure)
    return !failure
  }
  const { impact, ...rest } = summary
  const sentences = summary.sentences.filter(passes)
  const checked = { ...rest, sentences, ...(impact && passes(impact) ? { impact } : {}) }
  return { summary: { ...checked, droppedCount: summary.droppedCount + dropped.length }, dropped }
}

function failureOf(sentence: SummarySentence, textById: ReadonlyMap<number, string>): DroppedSentence | undefined {
  const fail = (failure: CheckFailure, detail: string) => ({ sentence, failure, detail })
  if (sentence.citations.length === 0) return fail('no-citation', '')
  for (const citation of sentence.citations) {
    const text = textById.get(citation.itemId)
    if (text === undefined) return fail('unknown-item', String(citation.itemId))
    if (!isVerbatim(citation, text)) return fail('not-verbatim', citation.quote)
  }
  const quotes = sentence.citations.map((citation) => citation.quote)
  const numbers = new Set(quotes.flatMap((quote) => [...numbersOf(quote)]))
  for (const number of numbersOf(sentence.text)) if (!numbers.has(number)) return fail('number', number)
  const plainQuotes = quotes.map(collapseSpace)
  for (const quotation of quotationsOf(sentence.text)) {
    if (!plainQuotes.some((quote) => quote.includes(quotation))) return fail('quotation', quotation)
  }
  return undefined
}

function isVerbatim({ start, end, quote }: Citation, text: string): boolean {
  return quote !== '' && start >= 0 && start < end && end <= text.length && text.slice(start, end) === quote
}
