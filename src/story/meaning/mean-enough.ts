import type { ClusterSettings } from '../cluster-settings.ts'
import { FEW_IN_ONE_LANGUAGE, shareInOneLanguage } from '../one-language.ts'
import type { OpenStory } from '../open-story.ts'

/**
 * Returns whether two stories that match by words are similar enough in meaning to be merged. The more items, the surer the
 * direction of their sum: more is required of two large stories than of two headlines. A setting of 0 requires nothing.
 *
 * @param similarity cosine of their meanings; undefined if one has none, so that words decide
 */
export function meanEnough(
  a: Pick<OpenStory, 'members'>,
  b: Pick<OpenStory, 'members'>,
  similarity: number | undefined,
  { mergeMeaning, foreignMergeMeaning }: Pick<ClusterSettings, 'mergeMeaning' | 'foreignMergeMeaning'>,
): boolean {
  if (similarity === undefined) return true
  const items = Math.min(a.members.length, b.members.length)
  const most = shareInOneLanguage(a, b) > FEW_IN_ONE_LANGUAGE ? mergeMeaning : foreignMergeMeaning
  return most === 0 || similarity >= (most * items) / (items + 1)
}
