import type { ClusterSettings } from './cluster-settings.ts'
import type { OpenItem } from './open-item.ts'
import { type OpenStory, USUAL_SIMILARITY } from './open-story.ts'
import { mayHaveOwnNames, ownNames } from './own-names.ts'
import { pairProducts } from './pair-products.ts'

/** Items of a story that tell of a different event from the rest. */
export interface StorySplit {
  readonly story: OpenStory
  /** The items to split off, oldest first. */
  readonly leaving: readonly OpenItem[]
  /** Mean similarity of an item that leaves and one that stays, as a share of the mean similarity within the two groups. */
  readonly score: number
  /** Names that most of the leaving items bear and most of the staying ones do not, most distinctive first. */
  readonly names: readonly number[]
}

type SplitSettings = Pick<ClusterSettings, 'splitShare' | 'ownNames'>

/** Fewest items that make an event of their own. */
const MIN_ITEMS = 2

/**
 * Looks for two events in one story. Clustered by mean similarity, its items must form two groups that are far less similar to each
 * other than the items within each, and each group must name somebody that the other does not. Items in different languages are
 * less similar whatever they tell: they are clustered too, but their pairs do not count for how similar the groups are. An item
 * that is in the story because of a link follows the item it is bound to. Cubic in the kept members; a story that has not changed
 * since it was found to be one event is not examined again.
 */
export function findSplit(story: OpenStory, settings: SplitSettings): StorySplit | undefined {
  const latest = story.members.at(-1)?.id
  if (story.wholeWithItem !== undefined && story.wholeWithItem === latest) return undefined
  const split = splitOf(story, settings)
  if (split === undefined) story.wholeWithItem = latest
  return split
}

function splitOf(story: OpenStory, settings: SplitSettings): StorySplit | undefined {
  if (story.members.length < 2 * MIN_ITEMS) return undefined
  const members = unboundMembers(story)
  if (members.length < 2 * MIN_ITEMS || !mayHaveOwnNames(members, MIN_ITEMS, settings.ownNames)) return undefined
  const likeness = { count: members.length, rows: pairProducts(members.map(({ vector }) => vector)) }
  const halves = twoGroups(likeness)
  if (halves === undefined) return undefined
  const [fewer, more] = halves.map((half) => [...half].sort((a, b) => a - b)) as [number[], number[]]
  const score = shareAcross(likeness, members, fewer, more)
  if (score === undefined || score >= settings.splitShare) return undefined
  const apart = new Set(fewer)
  for (const index of members.keys()) {
    if (apart.has(index) || more.includes(index)) continue
    if (meanLikeness(likeness, [index], fewer) > meanLikeness(likeness, [index], more)) apart.add(index)
  }
  const apartItems = members.filter((_, index) => apart.has(index))
  const { level, names } = ownNames(
    apartItems,
    members.filter((_, index) => !apart.has(index)),
  )
  if (level < settings.ownNames) return undefined
  return { story, leaving: withBound(story, apartItems), score, names }
}

/** Returns the members that are not bound to another member. */
function unboundMembers({ members }: OpenStory): readonly OpenItem[] {
  if (members.every(({ boundTo }) => boundTo === undefined)) return members
  const ids = new Set(members.map(({ id }) => id))
  return members.filter(({ boundTo }) => boundTo === undefined || !ids.has(boundTo))
}

/** Returns the items and those bound to them, in story order. */
function withBound({ members }: OpenStory, items: readonly OpenItem[]): readonly OpenItem[] {
  const ids = new Set(items.map(({ id }) => id))
  // An item comes after the one it is bound to.
  for (const { id, boundTo } of members) if (boundTo !== undefined && ids.has(boundTo)) ids.add(id)
  return members.filter(({ id }) => ids.has(id))
}

/** Similarity of each two of some members, as a row-major matrix (see `pairProducts`). */
interface Likeness {
  readonly count: number
  readonly rows: Float64Array
}

interface Group {
  readonly items: readonly number[]
  readonly parts?: readonly [Group, Group]
}

/** Returns the two groups that are merged last, the smaller first; a lone item that was merged late is in neither. */
function twoGroups(likeness: Likeness): readonly [readonly number[], readonly number[]] | undefined {
  let group = gathered(likeness)
  while (group.parts !== undefined) {
    const [smaller, larger] =
      group.parts[0].items.length < group.parts[1].items.length ? group.parts : [group.parts[1], group.parts[0]]
    if (smaller.items.length >= MIN_ITEMS) return [smaller.items, larger.items]
    group = larger
  }
  return undefined
}

/** Merges all items into one group by average linkage: the two groups with the highest mean similarity first, ties to the oldest. */
function gathered({ count, rows }: Likeness): Group {
  const groups = Array.from({ length: count }, (_, index): Group | undefined => ({ items: [index] }))
  const sums = rows.slice()
  /** Number of items in each group; 0 once merged into another. A typed array, as it is read again and again for each pair of groups. */
  const sizes = new Int32Array(count).fill(1)
  /** For each group, the later group that is most similar and their mean similarity, so that not all pairs are compared each time. */
  const nearest = new Int32Array(count)
  const means = new Float64Array(count)
  const look = (a: number) => {
    const row = a * count
    const size = sizes[a]!
    means[a] = -1
    for (let b = a + 1; b < count; b++) {
      if (sizes[b] === 0) continue
      const mean = sums[row + b]! / (size * sizes[b]!)
      if (mean <= means[a]!) continue
      means[a] = mean
      nearest[a] = b
    }
  }
  for (let a = 0; a < count; a++) look(a)
  for (let left = count; left > 1; left--) {
    let a = 0
    for (let other = 1; other < count; other++) if (means[other]! > means[a]!) a = other
    const b = nearest[a]!
    groups[a] = { items: [...groups[a]!.items, ...groups[b]!.items], parts: [groups[a]!, groups[b]!] }
    groups[b] = undefined
    sizes[a]! += sizes[b]!
    sizes[b] = 0
    means[b] = -1
    for (let other = 0; other < count; other++) {
      sums[a * count + other]! += sums[b * count + other]!
      sums[other * count + a] = sums[a * count + other]!
    }
    for (let other = 0; other < b; other++) {
      if (sizes[other] === 0) continue
      if (other === a || nearest[other] === a || nearest[other] === b) look(other)
      else if (other < a) {
        const mean = sums[other * count + a]! / (sizes[other]! * sizes[a]!)
        if (!isNearer(mean, a, means[other]!, nearest[other]!)) continue
        means[other] = mean
        nearest[other] = a
      }
    }
  }
  return groups[0]!
}

function isNearer(mean: number, place: number, bestMean: number, bestPlace: number): boolean {
  return mean > bestMean || (mean === bestMean && place < bestPlace)
}

/**
 * Returns the mean similarity across two groups as a share of that within them, over pairs in one language.
 *
 * @returns undefined if no pair across the groups is in one language
 */
function shareAcross(
  likeness: Likeness,
  members: readonly OpenItem[],
  a: readonly number[],
  b: readonly number[],
): number | undefined {
  const areComparable = (x: number, y: number) => members[x]!.language === members[y]!.language
  const across = { sum: 0, pairs: 0 }
  const within = { sum: USUAL_SIMILARITY, pairs: 1 }
  const add = (to: { sum: number; pairs: number }, x: number, y: number) => {
    if (!areComparable(x, y)) return
    to.sum += likeness.rows[x * likeness.count + y]!
    to.pairs++
  }
  for (const x of a) for (const y of b) add(across, x, y)
  for (const group of [a, b]) {
    for (const [place, x] of group.entries()) for (const y of group.slice(place + 1)) add(within, x, y)
  }
  return across.pairs === 0 ? undefined : (across.sum * within.pairs) / (across.pairs * within.sum)
}

function meanLikeness({ count, rows }: Likeness, a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += rows[x * count + y]!
  return sum / (a.length * b.length)
}
