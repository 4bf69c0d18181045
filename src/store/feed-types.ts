import type { Instant } from '../lib/instant.ts'
import type { FeedState, Source } from '../source/types.ts'
import type { ItemDraft } from './item-types.ts'

/** Result of one poll of one feed; stored in one transaction, so that no item is lost when the feed's validators have moved past it. */
export interface FeedUpdate {
  readonly state: FeedState
  /** Stored instead of `state` if no draft is new or edited: the schedule depends on that, and only the store can tell. */
  readonly stateIfUnchanged?: FeedState
  /** Empty after a failure or "not modified". */
  readonly drafts: readonly ItemDraft[]
  /** Keys of items that the source withdrew, such as a deleted post. Unknown keys are ignored. */
  readonly withdrawn?: readonly string[]
  /** How the poll went, for the source's page; the store adds the counts of inserted and revised items. */
  readonly poll?: Omit<FeedPoll, 'inserted' | 'revised'>
}

/** History entry of one poll of one feed. */
export interface FeedPoll {
  readonly at: Instant
  readonly outcome: 'changed' | 'unchanged' | 'failed'
  readonly status?: number
  /** What went wrong, in words. */
  readonly error?: string
  readonly latencyMs: number
  /** Delivered by a WebSub hub, not polled; not counted in `FeedDay.polls`. */
  readonly isDelivered?: boolean
  readonly bodyBytes: number
  /** Number of entries in the response; undefined if it was not parsed. */
  readonly entries?: number
  readonly inserted: number
  readonly revised: number
}

/** Sums over the polls of one day (UTC). */
export interface FeedDay {
  /** Days since 1970. */
  readonly day: number
  readonly polls: number
  readonly failures: number
  /** Sum, not mean. */
  readonly latencyMs: number
  readonly inserted: number
  readonly revised: number
  readonly bodyBytes: number
}

/** Track record of a source, for its page. Counts cover its newest 500 items that are in stories. */
export interface SourceRecord {
  /** Newest first; the last 30 of each feed. */
  readonly polls: readonly (FeedPoll & { readonly feedUrl: string })[]
  /** Oldest first, at most 31; days without a poll are omitted. */
  readonly days: readonly FeedDay[]
  readonly members: number
  /** Items with the role `copy`: another publisher has the same text. */
  readonly copies: number
  /** Items that are the original of their story, the one to read first. */
  readonly led: number
  /** Stories reported by several owners that this source reported first. */
  readonly first: number
}

export interface FeedOutcome {
  readonly inserted: readonly number[]
  readonly revised: readonly number[]
  readonly unchanged: number
  readonly withdrawn: readonly number[]
}

/** Current state and output of a source, for the sources pages. */
export interface SourceHealth {
  readonly source: Source
  readonly feeds: readonly FeedState[]
  readonly items: number
  /**
   * Items published in the last 7 days per day: divided by 7, or by the days since the source's first item if fewer, but at least 1.
   * Counted by publication date, since the first poll of a feed brings years of items.
   */
  readonly itemsPerDay: number
  /** Items published in the last 7 days. */
  readonly weekItems: number
  readonly lastItemAt?: Instant
}
