import type { Instant } from '../lib/instant.ts'
import type { TermVector } from './term-vector.ts'

/** An item as the clusterer remembers it while its story is open. */
export interface OpenItem {
  readonly id: number
  /** Order of arrival. */
  readonly arrival: number
  readonly vector: TermVector
  /** Table of the item's language. */
  readonly language: number
  readonly title: string
  readonly at?: Instant
  readonly url?: string
  readonly pointsTo?: string
  readonly fingerprint: Uint32Array
  readonly entityIds: readonly string[]
  readonly isDigest: boolean
}

/** A story that items may still join. */
export interface OpenStory {
  readonly id: number
  /** All items, as they came; merged ones at the end. */
  readonly itemIds: number[]
  /** The latest, which alone are compared. */
  members: OpenItem[]
  /** Squared length of the sum of the members' vectors. */
  squaredLength: number
  firstAt?: Instant
  lastAt?: Instant
  lastArrival: number
  /** A digest's story: nothing joins it for its words. */
  readonly isClosed: boolean
  /** Grew since the last look for merges. */
  isChanged: boolean
}

/** Hours between a moment and a story's span; 0 within it; undefined where one has no date. */
export function gapHours(story: Pick<OpenStory, 'firstAt' | 'lastAt'>, from?: Instant, to = from): number | undefined {
  if (from === undefined || to === undefined || story.firstAt === undefined || story.lastAt === undefined)
    return undefined
  return Math.max(0, from - story.lastAt, story.firstAt - to) / 3_600_000
}

/** Widens a story's span by a moment. */
export function widenSpan(story: OpenStory, at: Instant | undefined): void {
  if (at === undefined) return
  story.firstAt = Math.min(at, story.firstAt ?? at)
  story.lastAt = Math.max(at, story.lastAt ?? at)
}
