import { checkSentence } from './check/check-sentence.ts'
import { type CitedItem, evidenceOf } from './check/evidence.ts'
import type { Failure } from './check/failure.ts'
import type { CheckContext } from './check/types.ts'
import type { Summary, SummarySentence } from './types.ts'

export interface DroppedSentence {
  readonly sentence: SummarySentence
  /** At least one. */
  readonly failures: readonly Failure[]
}

/**
 * Stands before everything that is published: drops each sentence that its citations do not support.
 * A sentence with one false citation is dropped whole, for nobody knows which words rested on it.
 *
 * @param items the story's items as they are now, so that an edit at the source drops what it contradicts
 * @returns the summary with what passed, `droppedCount` raised by what did not, and the dropped with the reasons
 */
export function checkSummary(
  summary: Summary,
  items: readonly CitedItem[],
  context: CheckContext,
): { readonly summary: Summary; readonly dropped: readonly DroppedSentence[] } {
  const byId = new Map(items.map((item) => [item.id, item]))
  const dropped: DroppedSentence[] = []
  const passes = (sentence: SummarySentence) => {
    const failures = failuresOf(sentence, byId, context)
    if (failures.length > 0) dropped.push({ sentence, failures })
    return failures.length === 0
  }
  const { impact, ...rest } = summary
  const sentences = summary.sentences.filter(passes)
  const checked = { ...rest, sentences, ...(impact && passes(impact) ? { impact } : {}) }
  return { summary: { ...checked, droppedCount: summary.droppedCount + dropped.length }, dropped }
}

function failuresOf(
  sentence: SummarySentence,
  items: ReadonlyMap<number, CitedItem>,
  context: CheckContext,
): readonly Failure[] {
  const cited = evidenceOf(sentence.citations, items)
  return 'failure' in cited ? [cited.failure] : checkSentence(sentence, cited.evidence, context).failures
}
