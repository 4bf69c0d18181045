import type { OpenStory } from './open-story.ts'

/** Share of the pairs of items of two stories that are in one language, up to which the stories are in different ones. */
export const FEW_IN_ONE_LANGUAGE = 0.2

/** Items by language, all 0 between calls: most pairs of stories are asked about, and a map would take ten times as long. */
const COUNTS = new Uint32Array(256)

/** Share of the pairs of an item of one story and an item of the other that are in one language: 0–1. */
export function shareInOneLanguage(a: Pick<OpenStory, 'members'>, b: Pick<OpenStory, 'members'>): number {
  for (const { language } of a.members) COUNTS[language]!++
  let pairs = 0
  for (const { language } of b.members) pairs += COUNTS[language]!
  for (const { language } of a.members) COUNTS[language] = 0
  return pairs / (a.members.length * b.members.length)
}
