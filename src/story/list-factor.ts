import type { ClusterSettings } from './cluster-settings.ts'
import type { OpenItem } from './open-item.ts'
import type { OpenStory } from './open-story.ts'

/**
 * Returns a factor for the similarity of an item and a story by the lists of their publishers. What one publisher dates to the same
 * moment is a list (the parts of a round-up, a paper server's announcement), and a list tells each event once: less than 1 for a
 * story with a member from the item's list. But the next entry of a list may go on about the same event: 1 if the story holds the
 * entry before, and more than 1 for a remark, which goes on in one of two cases, whatever its words.
 */
export function listFactor(
  { members }: OpenStory,
  { list, arrival, isRemark }: OpenItem,
  { sameList, remarkInList }: ClusterSettings,
): number {
  if (list === 0) return 1
  let isListed = false
  for (let index = members.length - 1; index >= 0; index--) {
    const member = members[index]!
    if (member.list !== list) continue
    if (member.arrival === arrival - 1) return isRemark ? remarkInList : 1
    isListed = true
  }
  return isListed ? sameList : 1
}

/** Returns the upper bound of `listFactor` for an item, whatever the story. */
export function greatestListFactor(
  { list, isRemark }: Pick<OpenItem, 'list' | 'isRemark'>,
  { sameList, remarkInList }: ClusterSettings,
): number {
  return list === 0 ? 1 : Math.max(1, sameList, isRemark ? remarkInList : 1)
}
