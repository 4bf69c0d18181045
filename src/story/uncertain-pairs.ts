import type { Receipt } from './types.ts'

/** Two items for which the engine was not sure whether they report one event. */
export interface UncertainPair {
  /** The lower id first. */
  readonly itemIds: readonly [number, number]
  /** Whether the engine put them together. */
  readonly isTogether: boolean
  /** Distance of the score from its threshold, as a share of the threshold; 0 is a toss-up. */
  readonly distance: number
}

interface PlacedItem {
  readonly itemId: number
  readonly receipt: Receipt
}

/** Largest distance of an uncertain decision. */
const MOST_DISTANCE = 0.5

/**
 * Returns the closest decisions, nearest to the threshold first: what a person should look at to learn how often the engine errs.
 * Pairs already judged are left out. Only decisions by content count; a link or a copy is not a matter of degree.
 *
 * @param judged keys by `pairKey`
 */
export function uncertainPairs(
  members: readonly PlacedItem[],
  judged: ReadonlySet<string>,
  limit: number,
): readonly UncertainPair[] {
  const pairs = new Map<string, UncertainPair>()
  for (const { itemId, receipt } of members) {
    const { rule, score, threshold, nearestItemId } = receipt
    if ((rule !== 'content' && rule !== 'opened') || nearestItemId === undefined || nearestItemId === itemId) continue
    if (threshold <= 0) continue
    const distance = Math.abs(score - threshold) / threshold
    const key = pairKey(itemId, nearestItemId)
    if (distance > MOST_DISTANCE || judged.has(key)) continue
    const itemIds = itemId < nearestItemId ? ([itemId, nearestItemId] as const) : ([nearestItemId, itemId] as const)
    pairs.set(key, { itemIds, isTogether: rule === 'content', distance })
  }
  return [...pairs.values()]
    .sort((a, b) => a.distance - b.distance || a.itemIds[0] - b.itemIds[0] || a.itemIds[1] - b.itemIds[1])
    .slice(0, limit)
}

/** Returns a key that is the same for both orders. */
export function pairKey(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
