import { HOUR_MS, type Instant } from '../lib/instant.ts'
import { MemberGlances } from './member-glances.ts'
import type { OpenItem } from './open-item.ts'
import { TermSums } from './term-sums.ts'

/** A story that items may still join. */
export interface OpenStory {
  readonly id: number
  /**
   * All items, as they came; those of a story taken in at the end. Undefined while they are the members in their order, as in nearly every
   * story: a list takes 70 bytes. `itemIdsOf` reads it.
   */
  ownItemIds: number[] | undefined
  /** The latest, oldest first: an item is held against each. */
  members: OpenItem[]
  /** Of the members; undefined until asked for. */
  glances: MemberGlances | undefined
  /** Sum of the vectors of all items but digests; undefined for a small story, all of whose items are among the members. */
  sums: TermSums | undefined
  /** Squared length of that sum. */
  squaredLength: number
  /** Vectors in that sum. */
  summedItems: number
  /** Of the addresses that lead to this story, the entry of the first (see `AddressTable`); 0: none does. */
  firstAddress: number
  /** Its places in the story index, ascending: the number alone of one, as nearly every story has, for a list would take 60 bytes. */
  indexPlaces: number | readonly number[]
  firstAt?: Instant
  lastAt?: Instant
  /** Arrival of the latest item. */
  lastArrival: number
  /** A digest's story: nothing joins it for its words. */
  readonly isClosed: boolean
  /** Neither merged nor split: an operator decided what is in it. */
  isFixed: boolean
  /** Holds a story that was merged into it for what it means: words do not split it again. */
  isMergedByMeaning: boolean
  /** Items in the sum at the last look for merges; 0 before the first. */
  lookedAtItems: number
  /** The latest member when the members were last found to tell of one event; undefined once others took their place. */
  wholeWithItem: number | undefined
}

/** A product with this many members costs less than one with the sum of their vectors, and a sum is as large as ten vectors. */
export const MOST_WITHOUT_SUMS = 6

/** Mean similarity of two items of one story, taken for one too small to tell; counts as one pair. */
export const USUAL_SIMILARITY = 0.25

const NOWHERE: readonly number[] = []

/** A story of one item. */
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
 * Puts an item into a story.
 *
 * @param product of the item's vector and the story's sum
 * @param maxMembers how many of the latest are kept to be compared
 */
export function joinStory(story: OpenStory, item: OpenItem, product: number, maxMembers: number): void {
  if (story.sums === undefined && story.members.length === MOST_WITHOUT_SUMS) story.sums = sumsOf(story)
  story.sums?.addVector(item.vector)
  story.squaredLength += 2 * product + 1
  story.summedItems++
  story.ownItemIds?.push(item.id)
  // A list that is pushed to takes room for sixteen more: most stories stay as small as they are.
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

/**
 * Takes an item out of those that others are held against. In a large story its share of the sum stays: the story's words are
 * for the most part those of the others.
 */
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

/** Parts a story from some of its members, which become a story of their own; addresses stay with the old one. */
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

/** All items of a story, as they came. */
export function itemIdsOf({ ownItemIds, members }: OpenStory): readonly number[] {
  return ownItemIds ?? members.map(({ id }) => id)
}

/** To be called before the items are no longer the members in their order. @returns the list of its own that the story has from now on */
export function keepItemIds(story: OpenStory): number[] {
  story.ownItemIds ??= [...itemIdsOf(story)]
  return story.ownItemIds
}

/** Puts other members in place of those that a story has. */
export function setMembers(story: OpenStory, members: OpenItem[]): void {
  story.members = members
  story.glances = undefined
  story.wholeWithItem = undefined
}

export function glancesOf(story: OpenStory): MemberGlances {
  story.glances ??= new MemberGlances(story.members.map(({ vector }) => vector))
  return story.glances
}

/** The sum of a story's vectors; the story's own where it has one. */
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

/** Hours between a moment (or a span) and a story's span; 0 where they touch; undefined where one has no date. */
export function gapHours(story: Pick<OpenStory, 'firstAt' | 'lastAt'>, from?: Instant, to = from): number | undefined {
  if (from === undefined || to === undefined || story.firstAt === undefined || story.lastAt === undefined) {
    return undefined
  }
  return Math.max(0, from - story.lastAt, story.firstAt - to) / HOUR_MS
}

/** Hours between the spans of two stories; 0 where they touch, or one has no date. */
export function hoursBetween(a: OpenStory, b: OpenStory): number {
  return gapHours(a, b.firstAt, b.lastAt) ?? 0
}

/** Widens a story's span by a moment. */
export function widenSpan(story: OpenStory, at: Instant | undefined): void {
  if (at === undefined) return
  story.firstAt = Math.min(at, story.firstAt ?? at)
  story.lastAt = Math.max(at, story.lastAt ?? at)
}
