import { compareText } from '../lib/compare-text.ts'
import type { Member } from '../story/types.ts'

/**
 * Returns the languages of a story's members in order of preference: by number of members, each weighted by its tier
 * (5 − tier); on a tie English first, then by code.
 *
 * @param wanted language that comes first if a member has it
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
