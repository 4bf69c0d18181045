import { HOUR_MS } from '../lib/instant.ts'
import type { Decision } from './decision.ts'
import type { ItemTerms, NamedTerm } from './item-terms.ts'
import type { OpenItem } from './open-item.ts'
import { rounded } from './rounded.ts'
import type { StoryScore } from './story-similarity.ts'
import type { SpreadVector, VectorPlace } from './term-vector.ts'
import type { Receipt } from './types.ts'

/** Most terms shown of each kind. */
const SHOWN = 8
/** Least strength of a term shown; weaker ones are in every text. */
const LEAST_STRENGTH = 0.04

/** What a receipt lists as shared. */
export type SharedTexts = Pick<Receipt, 'sharedTerms' | 'sharedEntities' | 'sharedNumbers'>

/**
 * Writes the receipt of why an item is in its story.
 *
 * @param spread holds the item's vector
 * @param more words that mean the same, if they are known
 */
export function writeReceipt(
  item: OpenItem,
  spread: SpreadVector,
  terms: ItemTerms,
  decision: Decision,
  more: Pick<Receipt, 'sharedMeanings'> = {},
): Receipt {
  const { rule, threshold, best, runnerUp } = decision
  const nearest = best?.nearest[0]
  const gap = nearest?.at === undefined || item.at === undefined ? undefined : Math.abs(item.at - nearest.at) / HOUR_MS
  return {
    rule,
    score: rounded(best?.score ?? 0),
    threshold,
    ...sharedTexts(terms.named, spread, best?.nearest ?? []),
    ...(gap !== undefined && { gapHours: rounded(gap) }),
    ...(nearest !== undefined && { nearestItemId: nearest.id }),
    ...(more.sharedMeanings !== undefined && { sharedMeanings: more.sharedMeanings }),
    ...meaningIn(best),
    ...(runnerUp !== undefined && { runnerUp: { storyId: runnerUp.story.id, score: rounded(runnerUp.score) } }),
  }
}

function meaningIn(best: StoryScore | undefined): Pick<Receipt, 'meaning' | 'meaningGain'> {
  if (best?.meaning === undefined) return {}
  const { similarity, gain } = best.meaning
  return { meaning: rounded(similarity), ...(rounded(gain) !== 0 && { meaningGain: rounded(gain) }) }
}

/** Returns whether an item is in its story because of its meaning: by its words alone it would not be there. */
export function isForItsMeaning({ rule, score, threshold, meaning, meaningGain = 0 }: Receipt): boolean {
  if (rule === 'merge') return meaning !== undefined
  return rule === 'content' && score - meaningGain < threshold
}

/**
 * Returns the terms of an item that others contain too, strongest first.
 *
 * @param named terms of the item, whole words excluded
 * @param spread holds the item's vector
 */
export function sharedTexts(
  named: readonly NamedTerm[],
  spread: SpreadVector,
  others: readonly VectorPlace[],
): SharedTexts {
  const sumOf = spread.sumsOver(others)
  const shared: { readonly strength: number; readonly named: NamedTerm }[] = []
  for (const each of named) {
    const strength = spread.strength(each.term)
    if (strength >= LEAST_STRENGTH && sumOf(each.term) > 0) shared.push({ strength, named: each })
  }
  shared.sort((a, b) => b.strength - a.strength)
  const texts = { word: [] as string[], entity: [] as string[], number: [] as string[] }
  for (const { kind, text } of shared.map((each) => each.named)) {
    const ofKind = texts[kind]
    if (ofKind.length < SHOWN && !ofKind.includes(text)) ofKind.push(text)
  }
  return { sharedTerms: texts.word, sharedEntities: texts.entity, sharedNumbers: texts.number }
}
