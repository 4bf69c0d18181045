import type { StoryItem } from '../../story/types.ts'
import type { Citation } from '../types.ts'
import { isCutAt } from './cut.ts'
import type { Failure } from './failure.ts'
import type { Evidence } from './types.ts'

/** The fields of an item that citations need. */
export type CitedItem = Pick<StoryItem, 'id' | 'title' | 'text' | 'language' | 'publishedAt'>

/** Returns the text that the offsets of citations refer to. */
export function citedText(item: Pick<CitedItem, 'title' | 'text'>): string {
  return `${item.title}\n${item.text}`
}

/**
 * Verifies citations and returns the spans they cite.
 *
 * @returns the evidence, or the first failure: one false citation rejects all, as nobody knows which words rested on it
 */
export function evidenceOf(
  citations: readonly Citation[],
  items: ReadonlyMap<number, CitedItem>,
): { readonly evidence: readonly Evidence[] } | { readonly failure: Failure } {
  if (citations.length === 0) return { failure: { rule: 'citation', reason: 'none', found: '' } }
  const evidence: Evidence[] = []
  for (const citation of citations) {
    const item = items.get(citation.itemId)
    if (!item) return { failure: { rule: 'citation', reason: 'unknown-item', found: String(citation.itemId) } }
    const text = citedText(item)
    if (!isVerbatim(citation, text)) {
      return { failure: { rule: 'citation', reason: 'not-verbatim', found: citation.quote } }
    }
    if (isCutAt(text, citation.start) || isCutAt(text, citation.end)) {
      return { failure: { rule: 'citation', reason: 'cut', found: citation.quote } }
    }
    evidence.push({ quote: citation.quote, language: item.language, publishedAt: item.publishedAt })
  }
  return { evidence }
}

function isVerbatim({ start, end, quote }: Citation, text: string): boolean {
  return quote !== '' && start >= 0 && start < end && end <= text.length && text.slice(start, end) === quote
}
