import type { Item } from '../item/types.ts'

/** One submission or post about a story, with what readers there did. */
export interface Discussion {
  readonly itemId: number
  /** Likes, favourites or votes. */
  readonly points: number
  readonly comments: number
}

/** How communities responded to a story; apart from its coverage, as points are not reports. */
export interface CommunitySignal {
  readonly points: number
  readonly comments: number
  /** Liveliest first. */
  readonly discussions: readonly Discussion[]
}

type Reacted = Pick<Item, 'id' | 'form' | 'url' | 'points' | 'comments' | 'fetchedAt'>

/**
 * Sums the points and comments of a story's submissions and posts. A discussion that several feeds carry (the new and the front
 * page of one community) counts once, as last fetched; comments below articles do not count as discussions.
 *
 * @returns undefined if no community gave a number
 */
export function communitySignal(members: readonly Reacted[]): CommunitySignal | undefined {
  const heard = new Map<string, Reacted>()
  for (const item of members) {
    if (item.form !== 'submission' && item.form !== 'post') continue
    if (item.points === undefined && item.comments === undefined) continue
    const address = item.url ?? `item ${item.id}`
    const before = heard.get(address)
    if (before === undefined || isHeardLater(item, before)) heard.set(address, item)
  }
  if (heard.size === 0) return undefined
  const discussions = [...heard.values()]
    .map(({ id, points = 0, comments = 0 }) => ({ itemId: id, points, comments }))
    .sort((a, b) => b.points + b.comments - (a.points + a.comments) || a.itemId - b.itemId)
  const sum = (name: 'points' | 'comments') => discussions.reduce((total, each) => total + each[name], 0)
  return { points: sum('points'), comments: sum('comments'), discussions }
}

function isHeardLater(a: Reacted, b: Reacted): boolean {
  return a.fetchedAt > b.fetchedAt || (a.fetchedAt === b.fetchedAt && a.id < b.id)
}
