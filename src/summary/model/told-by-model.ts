import type { CitedItem } from '../check/evidence.ts'
import type { CheckContext } from '../check/types.ts'
import type { Headline, Summary, SummarySentence } from '../types.ts'
import { failuresOf } from './failures-of.ts'
import type { DroppedPart, ModelSummary } from './types.ts'

/**
 * Rechecks a model's summary against the current items, which may have been edited or retracted, and drops the parts that fail. A
 * dropped part does not come back, and its words are not kept.
 *
 * @returns undefined if no sentence is left, so that the extractive summary is shown
 */
export function stillSupported(
  byModel: ModelSummary,
  items: readonly CitedItem[],
  context: CheckContext,
): ModelSummary | undefined {
  const byId = new Map(items.map((item) => [item.id, item]))
  const dropped: DroppedPart[] = []
  const keep = (part: DroppedPart['part'], sentence: SummarySentence | undefined) => {
    if (sentence === undefined) return []
    const rules = [...new Set(failuresOf(sentence, byId, context).map(({ rule }) => rule))]
    if (rules.length === 0) return [sentence]
    dropped.push({ part, rules })
    return []
  }
  const { headline, sentences, impact, ...about } = byModel
  const [keptHeadline] = keep('headline', headline)
  const kept = sentences.flatMap((sentence) => keep('sentence', sentence))
  const [keptImpact] = keep('impact', impact)
  if (kept.length === 0) return undefined
  return {
    ...about,
    sentences: kept,
    dropped: [...byModel.dropped, ...dropped],
    ...(keptHeadline && { headline: keptHeadline }),
    ...(keptImpact && { impact: keptImpact }),
  }
}

/** Converts a model's summary to the published form, with its model, number of reports and dropped parts. */
export function summaryByModel(byModel: ModelSummary): Summary {
  const { model, writtenAt, independent, sentences, impact, dropped } = byModel
  const made = { model, writtenAt, independent, dropped }
  return { method: 'model', ...made, sentences, ...(impact && { impact }), droppedCount: dropped.length }
}

/** Returns the model's headline, with those of reports in other languages; undefined if none passed the check. */
export function headlineByModel({ headline }: ModelSummary, chosen: Headline): Headline | undefined {
  if (!headline) return undefined
  const { text, language, citations } = headline
  const others = [chosen, ...(chosen.others ?? [])]
    .filter((other) => other.language !== language)
    .map(({ text, language, itemId }): Headline => ({ text, language, itemId }))
  return { text, language, itemId: citations[0]!.itemId, ...(others.length > 0 && { others }) }
}
