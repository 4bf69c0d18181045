import type { Instant } from '../../lib/instant.ts'
import type { FetchOutcome } from '../fetch-feed.ts'
import type { Fetcher } from '../fetcher.ts'
import type { FeedState, SourceKind } from '../types.ts'

/** A feed to be polled, with what is remembered of it. */
export interface PolledFeed {
  readonly url: string
  readonly kind: SourceKind
  readonly sourceId: string
  /** Undefined before the first poll: the feed is due at once. */
  readonly state?: FeedState
}

/** What a client is given for a poll. */
export interface ClientContext {
  readonly fetcher: Fetcher
  /** A clock, read before and after for the latency. */
  readonly now: () => Instant
  readonly signal?: AbortSignal
  /** Called before bytes are kept that did not come from `fetcher`. @returns whether there is room for them */
  readonly hold?: (bytes: number) => boolean
  /** The server's ids of posts to be looked up, as a stream reported them edited or deleted. */
  readonly suspects?: ReadonlySet<string>
}

/**
 * Polls the feeds of one kind of source. Everything a client has to remember is in the outcome's `cursor`, so that it is
 * stored in one transaction with the items, and a poll that was not stored is simply repeated.
 */
export interface SourceClient {
  /** Polls once. @throws only the signal's reason; every failure of the feed is an outcome */
  poll(feed: PolledFeed, context: ClientContext): Promise<FetchOutcome>
}
