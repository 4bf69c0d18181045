import { checkSentence } from '../check/check-sentence.ts'
import { type CitedItem, citedText, evidenceOf } from '../check/evidence.ts'
import type { Failure } from '../check/failure.ts'
import type { CheckContext, Evidence } from '../check/types.ts'
import { splitSentences } from '../split-sentences.ts'
import type { Citation, SummarySentence } from '../types.ts'

/**
 * Checks a model's sentence against its quotes, and then against the whole sentences in which they stand: a quote may leave out what
 * denies it, or calls it a plan ("Olsson denied that | the company will cut 400 jobs").
 *
 * @returns the failures of the first of the two checks that has any; empty if both pass
 */
export function failuresOf(
  sentence: SummarySentence,
  items: ReadonlyMap<number, CitedItem>,
  context: CheckContext,
): readonly Failure[] {
  const cited = evidenceOf(sentence.citations, items)
  if ('failure' in cited) return [cited.failure]
  const { failures } = checkSentence(sentence, cited.evidence, context)
  if (failures.length > 0) return failures
  const around = sentence.citations.map((citation, place) => {
    const evidence = cited.evidence[place]!
    return { ...evidence, quote: sentencesAround(citation, items.get(citation.itemId)!) } satisfies Evidence
  })
  return checkSentence(sentence, around, context).failures
}

/** Returns the sentences of an item that a quote touches, its title as one. */
function sentencesAround({ start, end }: Citation, item: CitedItem): string {
  const base = item.title.length + 1
  const touched = splitSentences(item.text)
    .map((span) => ({ start: base + span.start, end: base + span.end }))
    .filter((span) => start < span.end && span.start < end)
  const isOfTitle = start < base
  const from = isOfTitle ? 0 : (touched[0]?.start ?? start)
  const to = touched.at(-1)?.end ?? (isOfTitle ? item.title.length : end)
  return citedText(item).slice(from, to)
}
