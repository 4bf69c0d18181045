import type { Statement } from '../check/statement.ts'
import type { DocumentSentence, ReadDocuments } from './read-document.ts'

const MOST_SPANS = 3

/**
 * The document sentences that support a sentence best: again and again the one that has most of what the others have not, rare terms
 * weighing more.
 *
 * @returns best first, at most three; none where nothing is shared
 */
export function bestSpans(sentence: Statement, documents: ReadDocuments): readonly DocumentSentence[] {
  const open = new Set([...sentence.terms].filter((term) => documents.frequency.has(term)))
  const weightOf = (term: string) => 1 / (1 + Math.log(documents.frequency.get(term)!))
  const chosen: DocumentSentence[] = []
  while (open.size > 0 && chosen.length < MOST_SPANS) {
    let best: DocumentSentence | undefined
    let bestWeight = 0
    for (const candidate of documents.sentences) {
      let weight = 0
      for (const term of open) if (candidate.statement.terms.has(term)) weight += weightOf(term)
      if (weight > bestWeight) {
        best = candidate
        bestWeight = weight
      }
    }
    if (!best) break
    chosen.push(best)
    for (const term of best.statement.terms) open.delete(term)
  }
  return chosen
}
