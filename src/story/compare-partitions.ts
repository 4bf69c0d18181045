/** A change to stories between two groupings of items. Story numbers are those of the grouping before. */
export type PartitionChange =
  /** These stories become one. */
  | { readonly type: 'merge'; readonly stories: readonly number[]; readonly items: number }
  /** Items leave a story for stories of their own; each part by its items. */
  | { readonly type: 'split'; readonly story: number; readonly parts: readonly (readonly number[])[] }
  /** Items leave a story for another that existed before. */
  | { readonly type: 'move'; readonly from: number; readonly into: number; readonly items: readonly number[] }

/**
 * Lists the differences between two groupings of the same items.
 *
 * Each group before has one heir: the group after that holds most of its items, in a tie the one with the lowest number. Groups
 * with the same heir merge; items that are not with their heir move to the group whose heir has them, or are split off if there is
 * none. Linear in the number of items, except for sorting.
 *
 * @param before item → story
 * @param after the same items → any other numbers
 * @returns merges, splits and moves, each by the lowest story number
 */
export function comparePartitions(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): readonly PartitionChange[] {
  const flows = flowsOf(before, after)
  const heirOf = new Map<number, number>()
  const sizeOf = new Map<number, number>()
  for (const [from, targets] of flows) {
    const [heir] = [...targets].sort(([a, itemsA], [b, itemsB]) => itemsB.length - itemsA.length || a - b)[0]!
    heirOf.set(from, heir)
    sizeOf.set(
      from,
      [...targets.values()].reduce((sum, items) => sum + items.length, 0),
    )
  }
  const claimants = new Map<number, number[]>()
  for (const [from, heir] of [...heirOf].sort(([a], [b]) => a - b)) {
    const claiming = claimants.get(heir)
    if (claiming === undefined) claimants.set(heir, [from])
    else claiming.push(from)
  }
  const merges: PartitionChange[] = [...claimants.values()]
    .filter((stories) => stories.length > 1)
    .map((stories) => ({ type: 'merge', stories, items: stories.reduce((sum, story) => sum + sizeOf.get(story)!, 0) }))
  const splits: PartitionChange[] = []
  const moves: PartitionChange[] = []
  for (const [from, targets] of [...flows].sort(([a], [b]) => a - b)) {
    const parts: (readonly number[])[] = []
    for (const [target, items] of [...targets].sort(([a], [b]) => a - b)) {
      if (target === heirOf.get(from)) continue
      const into = claimants.get(target)?.[0]
      if (into === undefined) parts.push(items)
      else moves.push({ type: 'move', from, into, items })
    }
    if (parts.length > 0) splits.push({ type: 'split', story: from, parts })
  }
  return [...merges, ...splits, ...moves]
}

/** Maps group before → group after → the items that go there, lowest first. */
function flowsOf(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): ReadonlyMap<number, ReadonlyMap<number, readonly number[]>> {
  const flows = new Map<number, Map<number, number[]>>()
  for (const [item, from] of [...before].sort(([a], [b]) => a - b)) {
    const to = after.get(item)
    if (to === undefined) continue
    const targets = flows.get(from) ?? new Map<number, number[]>()
    flows.set(from, targets)
    const items = targets.get(to)
    if (items === undefined) targets.set(to, [item])
    else items.push(item)
  }
  return flows
}
