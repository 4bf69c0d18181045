import type { Instant } from '../lib/instant.ts'
import type { FeedState, Source } from '../source/types.ts'
import type { ItemDraft } from './item-types.ts'

/** What one poll of one feed brought; stored in one transaction (invariant 1). */
export interface FeedUpdate {
  readonly state: FeedState
  /** Kept in place of `state` where no draft was new or edited: only the store can tell, and the schedule depends on it. */
  readonly stateIfUnchanged?: FeedState
  /** Empty after a failure or "not modified". */
  readonly drafts: readonly ItemDraft[]
  /** Keys of items that the source has taken back: a deleted post. Those not stored are passed over. */
  readonly withdrawn?: readonly string[]
  /** How the poll went, for the source's page; what it inserted and revised is added by the store. */
  readonly poll?: Omit<FeedPoll, 'inserted' | 'revised'>
}

/** One poll of one feed, as it is remembered. */
export interface FeedPoll {
  readonly at: Instant
  readonly outcome: 'changed' | 'unchanged' | 'failed'
  readonly status?: number
  /** In words, after a failure. */
  readonly error?: string
  readonly latencyMs: number
  /** The hub delivered it; nobody asked. It counts as no poll of its day. */
  readonly isDelivered?: boolean
  readonly bodyBytes: number
  /** In the answer; undefined where it was not read. */
  readonly entries?: number
  readonly inserted: number
  readonly revised: number
}

/** The polls of one day (UTC), summed. */
export interface FeedDay {
  /** Days since 1970. */
  readonly day: number
  readonly polls: number
  readonly failures: number
  /** Sum over the polls. */
  readonly latencyMs: number
  readonly inserted: number
  readonly revised: number
  readonly bodyBytes: number
}

/** What a source has done, for its page. Counts are over its newest 500 items in stories. */
export interface SourceRecord {
  /** Newest first; the last 30 of each feed. */
  readonly polls: readonly (FeedPoll & { readonly feedUrl: string })[]
  /** Oldest first, at most 31; days without a poll are left out. */
  readonly days: readonly FeedDay[]
  readonly members: number
  /** Items whose text another publisher had too. */
  readonly copies: number
  /** Items that are the one to read first of their story. */
  readonly led: number
  /** Stories of several owners that it reported first. */
  readonly first: number
}

export interface FeedOutcome {
  readonly inserted: readonly number[]
  readonly revised: readonly number[]
  readonly unchanged: number
  readonly withdrawn: readonly number[]
}

/** How a source did, for the sources pages. */
export interface SourceHealth {
  readonly source: Source
  readonly feeds: readonly FeedState[]
  readonly items: number
  /**
   * Items published in the last 7 days, divided by 7, or by the days since the first was published, if fewer (a day at least). When they were
   * read says nothing: a feed read for the first time brings years.
   */
  readonly itemsPerDay: number
  /** Published in the last 7 days. */
  readonly weekItems: number
  readonly lastItemAt?: Instant
}
