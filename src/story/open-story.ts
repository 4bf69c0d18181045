import { HOUR_MS, type Instant } from '../lib/instant.ts'
import { MemberGlances } from './member-glances.ts'
import type { OpenItem } from './open-item.ts'
import { TermSums } from './term-sums.ts'

/** A story that items may still join. */
export interface OpenStory {
  readonly id: number
  /**
   * All items in order of arrival; those of a story merged into it come last. Undefined while they are the members in their order,
   * as in nearly every story: a list takes 70 bytes. Read it with `itemIdsOf`.
   */
  ownItemIds: number[] | undefined
  /** The latest items, oldest first: a new item is compared with each. */
  members: OpenItem[]
  /** Glances of the members; undefined until first used. */
  glances: MemberGlances | undefined
  /** Sum of the vectors of all items except digests; undefined for a small story, whose items are all members. */
  sums: TermSums | undefined
  /** Squared length of that sum. */
  squaredLength: number
  /** Number of vectors in that sum. */
  summedItems: number
  /** Entry of the first address that leads to this story (see `AddressTable`); 0 if none does. */
  firstAddress: number
  /**
   * Its places in the story index, ascending; a bare number if there is only one, as in nearly every story: a list would take 60
   * bytes.
   */
  indexPlaces: number | readonly number[]
  firstAt?: Instant
  lastAt?: Instant
  /** Arrival of the latest item. */
  lastArrival: number
  /** Whether it is a digest's story, which nothing joins by similarity. */
  readonly isClosed: boolean
  /** Whether an operator decided what is in it: it is neither merged nor split. */
  isFixed: boolean
  /** Whether it took in a story that is similar in meaning: it is not split again by words. */
  isMergedByMeaning: boolean
  /** Number of items in the sum when it was last examined for merges; 0 before the first time. */
  lookedAtItems: number
  /** Id of the latest member when the members were last found to tell of one event; undefined once members were replaced. */
  wholeWithItem: number | undefined
}

/** Up to this many members, a product with each costs less than one with their sum, and a sum is as large as ten vectors. */
export const MOST_WITHOUT_SUMS = 6

/** Prior for the mean similarity of two items of one story; counts as one pair. */
export const USUAL_SIMILARITY = 0.25

const NOWHERE: readonly number[] = []

/** Creates a story of one item. */
export function openStory(id: number, item: OpenItem, isClosed: boolean): OpenStory {
  return {
    id,
    ownItemIds: undefined,
    members: [item],
    glances: undefined,
    sums: undefined,
    squaredLength: 1,
    summedItems: 1,
    firstAddress: 0,
    indexPlaces: NOWHERE,
    firstAt: item.at,
    lastAt: item.at,
    lastArrival: item.arrival,
    isClosed,
    isFixed: false,
    isMergedByMeaning: false,
    lookedAtItems: 0,
    wholeWithItem: undefined,
  }
}

/**
 * Adds an item to a story.
 *
 * @param product inner product of the item's vector and the story's sum
 * @param maxMembers how many of the latest items are kept for comparison
 */
export function joinStory(story: OpenStory, item: OpenItem, product: number, maxMembers: number): void {
  if (story.sums === undefined && story.members.length === MOST_WITHOUT_SUMS) story.sums = sumsOf(story)
  story.sums?.addVector(item.vector)
  story.squaredLength += 2 * product + 1
  story.summedItems++
  story.ownItemIds?.push(item.id)
  // `push` allocates room for sixteen more, and most stories stay as small as they are.
  if (story.sums === undefined) story.members = story.members.concat(item)
  else story.members.push(item)
  story.glances?.push(item.vector)
  if (story.members.length > maxMembers) {
    keepItemIds(story)
    story.members.shift()
    story.glances?.shift()
  }
  widenSpan(story, item.at)
  story.lastArrival = item.arrival
}

/** Removes an item from a story. In a large story its vector stays in the sum, most of which comes from the other items. */
export function removeItem(story: OpenStory, itemId: number): void {
  story.ownItemIds = story.ownItemIds?.filter((id) => id !== itemId)
  setMembers(
    story,
    story.members.filter((member) => member.id !== itemId),
  )
  if (story.sums !== undefined) return
  story.squaredLength = squaredLengthOf(story)
  story.summedItems = story.members.length
  story.lookedAtItems = Math.min(story.lookedAtItems, story.summedItems)
}

/** Moves some members of a story to a new story; addresses stay with the old one. */
export function partStory(story: OpenStory, leaving: readonly OpenItem[], id: number): OpenStory {
  const gone = new Set(leaving.map((item) => item.id))
  const keptIds = story.ownItemIds?.filter((itemId) => !gone.has(itemId))
  const [first, ...others] = leaving
  const parted = openStory(id, first!, false)
  for (const item of others) {
    joinStory(parted, item, sumsOf(parted).product(item.vector), leaving.length)
  }
  const sums = sumsOf(parted)
  if (story.sums !== undefined) {
    story.squaredLength += parted.squaredLength - 2 * sums.productOfSums(story.sums)
    sums.forEach((term, sum) => {
      story.sums!.add(term, -sum)
    })
  }
  setMembers(
    story,
    story.members.filter((item) => !gone.has(item.id)),
  )
  story.summedItems -= leaving.length
  if (story.sums === undefined) story.squaredLength = squaredLengthOf(story)
  story.ownItemIds = keptIds
  parted.lookedAtItems = parted.summedItems
  story.lookedAtItems = story.summedItems
  return parted
}

/** Returns the ids of all items of a story (see `ownItemIds`). */
export function itemIdsOf({ ownItemIds, members }: OpenStory): readonly number[] {
  return ownItemIds ?? members.map(({ id }) => id)
}

/** Returns the number of items of a story. */
export function itemCount({ ownItemIds, members }: OpenStory): number {
  return (ownItemIds ?? members).length
}

/**
 * Gives a story a list of ids of its own. Call it before its items cease to be the members in their order.
 *
 * @returns that list
 */
export function keepItemIds(story: OpenStory): number[] {
  story.ownItemIds ??= [...itemIdsOf(story)]
  return story.ownItemIds
}

/** Replaces the members of a story. */
export function setMembers(story: OpenStory, members: OpenItem[]): void {
  story.members = members
  story.glances = undefined
  story.wholeWithItem = undefined
}

export function glancesOf(story: OpenStory): MemberGlances {
  story.glances ??= new MemberGlances(story.members.map(({ vector }) => vector))
  return story.glances
}

/** Returns the sum of a story's vectors; the stored one if there is one. */
export function sumsOf(story: OpenStory): TermSums {
  if (story.sums !== undefined) return story.sums
  const sums = new TermSums(story.members.length * 100)
  for (const { vector } of story.members) sums.addVector(vector)
  return sums
}

function squaredLengthOf(story: OpenStory): number {
  const sums = sumsOf(story)
  return sums.productOfSums(sums)
}

/** Returns the hours between a moment (or a span) and a story's span; 0 if they touch; undefined if one has no date. */
export function gapHours(story: Pick<OpenStory, 'firstAt' | 'lastAt'>, from?: Instant, to = from): number | undefined {
  if (from === undefined || to === undefined || story.firstAt === undefined || story.lastAt === undefined) {
    return undefined
  }
  return Math.max(0, from - story.lastAt, story.firstAt - to) / HOUR_MS
}

/** Returns the hours between the spans of two stories; 0 if they touch, or one has no date. */
export function hoursBetween(a: OpenStory, b: OpenStory): number {
  return gapHours(a, b.firstAt, b.lastAt) ?? 0
}

/** Widens a story's span to include a moment. */
export function widenSpan(story: OpenStory, at: Instant | undefined): void {
  if (at === undefined) return
  story.firstAt = Math.min(at, story.firstAt ?? at)
  story.lastAt = Math.max(at, story.lastAt ?? at)
}
