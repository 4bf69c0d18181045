import { keepBest } from '../lib/keep-best.ts'
import { type OpenItem, readVectorsAhead } from './open-item.ts'
import { glancesOf, type OpenStory } from './open-story.ts'
import type { SpreadVector } from './term-vector.ts'

/** A member, and its inner product with an item. */
export interface Likeness {
  readonly member: OpenItem
  readonly product: number
}

/** Members whose full vectors are compared after a glance at all. */
const AFTER_GLANCE = 4

/**
 * Returns the places of the members that are most similar to an item at a glance at their strongest terms, best first.
 *
 * @param spread holds the item's vector
 * @returns by story; undefined for one of so few members that all are compared
 */
export function glancedMembers(
  stories: readonly OpenStory[],
  spread: SpreadVector,
  count: number,
): readonly (readonly number[] | undefined)[] {
  const kept = Math.max(AFTER_GLANCE, count)
  const near: OpenItem[] = []
  const glanced = stories.map((story) => {
    if (story.members.length <= kept) return undefined
    const places = glancesOf(story).nearest(spread, kept)
    for (const place of places) near.push(story.members[place]!)
    return places
  })
  readVectorsAhead(near)
  return glanced
}

/**
 * Returns the members most similar to an item, best first; ties go to the latest. Of many members, only those found at a glance at
 * their strongest terms are compared.
 *
 * @param spread holds the item's vector
 * @param products inner products of the item and each member, if already computed
 * @param glanced as `glancedMembers` gives it for the story
 */
export function nearestMembers(
  story: OpenStory,
  spread: SpreadVector,
  count: number,
  products: readonly number[] | undefined,
  glanced: readonly number[] | undefined,
): readonly Likeness[] {
  const { members } = story
  const best: Likeness[] = []
  for (let index = 0; index < (glanced ?? members).length; index++) {
    const place = glanced?.[index] ?? index
    const member = members[place]!
    const product = products?.[place] ?? spread.product(member.words, member.vectorStart, member.vectorEnd)
    keepBest(best, { member, product }, count, isNearer)
  }
  return best
}

function isNearer(a: Likeness, b: Likeness): boolean {
  return a.product === b.product ? a.member.arrival > b.member.arrival : a.product > b.product
}
