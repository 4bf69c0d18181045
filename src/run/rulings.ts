import type { StoryRulings } from '../store/operator-types.ts'
import type { StoryRecord } from '../store/story-types.ts'
import type { StoryItem } from '../story/types.ts'
import type { CheckContext } from '../summary/check/types.ts'
import { checkSummary, type DroppedSentence } from '../summary/check.ts'
import { datedSummary } from '../summary/dated-summary.ts'
import { everySummary, withOthers } from '../summary/summaries-in.ts'
import type { Headline, Summary } from '../summary/types.ts'

type Record = Omit<StoryRecord, 'revision'>

/**
 * Applies an operator's rulings to a newly told story. A corrected sentence keeps its citations and must pass the same check as any other;
 * if it fails, for instance because an item was edited since, it is dropped and counted.
 *
 * @param items the story's items as they are now
 */
export function withRulings(
  told: Record,
  rulings: StoryRulings | undefined,
  items: readonly StoryItem[],
  context: CheckContext,
): Record {
  if (rulings === undefined || Object.keys(rulings).length === 0) return told
  const { headline, retracted } = rulings
  return {
    ...told,
    rulings,
    ...(headline === undefined ? {} : { headline: correctedHeadline(told.headline, headline) }),
    summary: datedSummary(correctedSummary(told.summary, rulings, items, context).summary, items),
    state: retracted === undefined ? told.state : 'retracted',
  }
}

/** Returns the corrected headline without those in other languages, as their titles still contain the error. */
function correctedHeadline({ language, itemId }: Headline, text: string): Headline {
  return { text, language, itemId }
}

/** @returns the summary with its sentences corrected or struck, and the sentences that do not pass the check */
export function correctedSummary(
  summary: Summary,
  { sentences: corrections = [] }: StoryRulings,
  items: readonly StoryItem[],
  context: CheckContext,
): { readonly summary: Summary; readonly dropped: readonly DroppedSentence[] } {
  if (corrections.length === 0) return { summary, dropped: [] }
  const byText = new Map(corrections.map((each) => [each.from, each]))
  const [main, ...others] = everySummary(summary)
  const dropped: DroppedSentence[] = []
  const correct = (each: Summary) => {
    const checked = correctedAlone(each, byText, items, context)
    dropped.push(...checked.dropped)
    return checked.summary
  }
  // A correction in the main summary removes those in other languages, as their reports still contain the error.
  const isInMain = [...main!.sentences, ...(main!.impact ? [main!.impact] : [])].some(({ text }) => byText.has(text))
  return { summary: withOthers([main!, ...(isInMain ? [] : others)].map(correct)), dropped }
}

function correctedAlone(
  summary: Summary,
  byText: ReadonlyMap<string, { readonly to?: string }>,
  items: readonly StoryItem[],
  context: CheckContext,
) {
  const sentences = summary.sentences.flatMap((sentence) => {
    const correction = byText.get(sentence.text)
    if (correction === undefined) return [sentence]
    return correction.to === undefined ? [] : [{ ...sentence, text: correction.to }]
  })
  const { impact, ...rest } = summary
  const isStruck = impact !== undefined && byText.has(impact.text) && byText.get(impact.text)!.to === undefined
  return checkSummary({ ...rest, sentences, ...(impact && !isStruck ? { impact } : {}) }, items, context)
}
