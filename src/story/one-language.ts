import type { OpenStory } from './open-story.ts'

/** Largest share of the pairs of items that are in one language for two stories to be in different languages. */
export const FEW_IN_ONE_LANGUAGE = 0.2

/** Items by language, all 0 between calls: this runs for most pairs of stories, and a map would take ten times as long. */
const COUNTS = new Uint32Array(256)

/** Returns the share of the pairs of an item of one story and an item of the other that are in one language, 0–1. */
export function shareInOneLanguage(a: Pick<OpenStory, 'members'>, b: Pick<OpenStory, 'members'>): number {
  for (const { language } of a.members) COUNTS[language]!++
  let pairs = 0
  for (const { language } of b.members) pairs += COUNTS[language]!
  for (const { language } of a.members) COUNTS[language] = 0
  return pairs / (a.members.length * b.members.length)
}
