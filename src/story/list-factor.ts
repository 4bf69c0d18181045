import type { ClusterSettings } from './cluster-settings.ts'
import type { OpenItem } from './open-item.ts'
import type { OpenStory } from './open-story.ts'

/**
 * What one publisher dates to the same moment is a list (the parts of a round-up, a paper server's announcement), and a list tells each
 * event once: less than 1 for a story with a member out of the item's list. But what follows at once in it may go on about the same, and a
 * remark does in one of two cases, whatever words it takes: more than 1.
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

/** What `listFactor` is at most for an item, whatever the story. */
export function greatestListFactor(
  { list, isRemark }: Pick<OpenItem, 'list' | 'isRemark'>,
  { sameList, remarkInList }: ClusterSettings,
): number {
  return list === 0 ? 1 : Math.max(1, sameList, isRemark ? remarkInList : 1)
}
