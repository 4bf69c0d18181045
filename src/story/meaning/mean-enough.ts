import type { ClusterSettings } from '../cluster-settings.ts'
import { FEW_IN_ONE_LANGUAGE, shareInOneLanguage } from '../one-language.ts'
import type { OpenStory } from '../open-story.ts'

/**
 * Whether two stories that say the same by their words may be one as far as they mean the same. The more items, the surer the direction of their
 * sum: of two large stories more is asked than of two headlines. A setting of 0 asks nothing.
 *
 * @param similarity of their meanings; undefined where one has none: words decide
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
