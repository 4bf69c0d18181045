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
 * Lays what an operator decided over a story as it was told anew. A corrected sentence keeps its citations and must pass the same
 * check as every other; one that does not, because an item was edited since, is dropped and counted.
 *
 * @param items the story's, as they are now
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

/** What was corrected in one language stands for all: the titles of reports in others say what was wrong. */
function correctedHeadline({ language, itemId }: Headline, text: string): Headline {
  return { text, language, itemId }
}

/** @returns the summary with its sentences corrected or struck, and those corrections that do not pass the check */
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
  // What was corrected in the main one stands for all, as with headlines: reports in others say what was wrong.
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
