import { compareText } from '../lib/compare-text.ts'
import type { Member } from '../story/types.ts'

/**
 * Languages of a story's members, the one to write for readers in first: most reports, each weighted by its tier
 * (a primary or reporting source more than comment); English on a tie, then by code.
 *
 * @param wanted taken first where a member has it
 */
export function summaryLanguages(members: readonly Member[], wanted?: string): readonly string[] {
  const weights = new Map<string, number>()
  for (const { item, tier } of members) weights.set(item.language, (weights.get(item.language) ?? 0) + (5 - tier))
  return [...weights.keys()].sort(
    (a, b) =>
      Number(b === wanted) - Number(a === wanted) ||
      weights.get(b)! - weights.get(a)! ||
      Number(b === 'en') - Number(a === 'en') ||
      compareText(a, b),
  )
}
