import { checkNames } from '../check/names.ts'
import { checkDates, checkNumbers } from '../check/numbers.ts'
import type { Statement } from '../check/statement.ts'
import type { DocumentSentence, ReadDocuments } from './read-document.ts'

const MOST_SPANS = 3
/** Most further spans, for numbers, dates and names elsewhere: a dialogue names the speaker in one line and the price in another. */
const MOST_ANCHOR_SPANS = 5

/**
 * Selects the document sentences that support a sentence best. Greedy set cover: each adds most of the terms not yet covered, with rare
 * terms weighing more; then come sentences with the numbers, dates and names that are still missing.
 *
 * @returns best first, at most eight; empty if no terms are shared
 */
export function bestSpans(sentence: Statement, documents: ReadDocuments): readonly DocumentSentence[] {
  const chosen = mostCovering(sentence, documents)
  return [...chosen, ...withAnchors(sentence, chosen, documents)]
}

function mostCovering(sentence: Statement, documents: ReadDocuments): readonly DocumentSentence[] {
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

/** Selects sentences with the numbers, dates and names that the chosen ones lack, those with most of them first. */
function withAnchors(
  sentence: Statement,
  chosen: readonly DocumentSentence[],
  documents: ReadDocuments,
): readonly DocumentSentence[] {
  const open = lacking(
    sentence,
    chosen.map(({ statement }) => statement),
  )
  // Skip what no document contains at all.
  for (const found of lacking(sentence, documents.wholes)) open.delete(found)
  if (open.size === 0) return []
  const candidates = documents.sentences.map((each) => ({ each, lacks: lacking(sentence, [each.statement]) }))
  const added: DocumentSentence[] = []
  while (open.size > 0 && added.length < MOST_ANCHOR_SPANS) {
    let best: DocumentSentence | undefined
    let most = 0
    for (const { each, lacks } of candidates) {
      const count = [...open].filter((found) => !lacks.has(found)).length
      if (count > most) {
        best = each
        most = count
      }
    }
    if (!best) break
    added.push(best)
    const { lacks } = candidates.find(({ each }) => each === best)!
    for (const found of open) if (!lacks.has(found)) open.delete(found)
  }
  return added
}

function lacking(sentence: Statement, evidence: readonly Statement[]): Set<string> {
  const failures = [checkNumbers, checkDates, checkNames].flatMap((rule) => rule(sentence, evidence))
  return new Set(failures.map(({ found }) => found))
}
