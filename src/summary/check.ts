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
 * Drops each sentence that its citations do not support; every published summary passes through here.
 * A sentence with one false citation is dropped, because nobody knows which words rested on it.
 *
 * @param items the story's current items, so that an edit by the source drops the sentences it contradicts
 * @returns the summary of the sentences that passed, with `droppedCount` increased, and the dropped sentences with reasons
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
