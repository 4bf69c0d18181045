import { understoodIn } from '../lib/ui-languages.ts'
import type { Member } from '../story/types.ts'
import { summariseStory } from './extractive.ts'
import type { Headline, OtherSummary, Summary } from './types.ts'

/**
 * Makes an extractive summary, and further ones for readers of other languages that independent reports are in. Each consists of
 * sentences in its language and is led by the report whose title is the headline in that language.
 *
 * @param languages BCP 47 tags of readers' languages
 * @param isWithdrawn whether a title declares a retraction
 */
export function summariseIn(
  members: readonly Member[],
  languages: readonly string[],
  headline: Headline,
  isWithdrawn?: (title: string) => boolean,
): Summary {
  const main = summariseStory(members, { headlineItemId: headline.itemId, language: headline.language, isWithdrawn })
  const others = (headline.others ?? []).flatMap(({ language, itemId }): readonly OtherSummary[] => {
    if (!languages.includes(language) || language === main.sentences[0]?.language) return []
    const { sentences, impact } = summariseStory(members, { headlineItemId: itemId, language, isWithdrawn })
    const isOwn = sentences.length > 0 && sentences.every((sentence) => sentence.language === language)
    return isOwn ? [{ language, sentences, droppedCount: 0, ...(impact && { impact }) }] : []
  })
  return others.length > 0 ? { ...main, others } : main
}

/** Returns a summary that readers of a language understand, else the main one, to be marked with its language. */
export function summaryIn(summary: Summary, language: string): Summary {
  const main = summary.sentences[0]?.language
  const told = [...(main === undefined ? [] : [{ language: main, summary }]), ...(summary.others ?? [])]
  const found = understoodIn(told, language)
  return found === undefined || 'summary' in found ? summary : asSummary(found)
}

/** Splits a summary into the main one and the others as summaries of their own. */
export function everySummary({ others = [], ...main }: Summary): readonly Summary[] {
  return [main, ...others.map(asSummary)]
}

/** Inverse of `everySummary`; others without sentences are dropped. */
export function withOthers([main, ...others]: readonly Summary[]): Summary {
  const kept = others.flatMap(({ sentences, impact, droppedCount }): readonly OtherSummary[] => {
    const [first] = sentences
    return first ? [{ language: first.language, sentences, droppedCount, ...(impact && { impact }) }] : []
  })
  return kept.length > 0 ? { ...main!, others: kept } : main!
}

function asSummary({ sentences, impact, droppedCount }: OtherSummary): Summary {
  return { method: 'extractive', sentences, droppedCount, ...(impact && { impact }) }
}
