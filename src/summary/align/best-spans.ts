import { checkNames } from '../check/names.ts'
import { checkDates, checkNumbers } from '../check/numbers.ts'
import type { Statement } from '../check/statement.ts'
import type { DocumentSentence, ReadDocuments } from './read-document.ts'

const MOST_SPANS = 3
/** Further ones for numbers, dates and names that stand elsewhere: a dialogue says who speaks in one line and the price in another. */
const MOST_ANCHOR_SPANS = 5

/**
 * The document sentences that support a sentence best: again and again the one that has most of what the others have not, rare terms
 * weighing more; then those that have the numbers, dates and names which are in none of them.
 *
 * @returns best first, at most eight; none where nothing is shared
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

/** Sentences that hold what the chosen ones lack, those with most of it first. */
function withAnchors(
  sentence: Statement,
  chosen: readonly DocumentSentence[],
  documents: ReadDocuments,
): readonly DocumentSentence[] {
  const open = lacking(
    sentence,
    chosen.map(({ statement }) => statement),
  )
  // What no document has at all is looked for in no sentence.
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
