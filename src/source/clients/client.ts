import type { Instant } from '../../lib/instant.ts'
import type { FetchOutcome } from '../fetch-feed.ts'
import type { Fetcher } from '../fetcher.ts'
import type { FeedState, SourceKind } from '../types.ts'

/** A feed to be polled, with what is remembered of it. */
export interface PolledFeed {
  readonly url: string
  readonly kind: SourceKind
  readonly sourceId: string
  /** Without one the feed is due at once. */
  readonly state?: FeedState
}

/** What a client may use of the world. */
export interface ClientContext {
  readonly fetcher: Fetcher
  /** A clock: read before and after, for the latency. */
  readonly now: () => Instant
  readonly signal?: AbortSignal
  /** What is not fetched by `fetcher` is said here before it is kept. @returns whether there is room for it */
  readonly hold?: (bytes: number) => boolean
  /** Posts, as their server calls them, that a stream said were edited or deleted: to be looked up. */
  readonly suspects?: ReadonlySet<string>
}

/**
 * How the feeds of one kind of source are asked. Everything a client has to remember is in the outcome's `cursor`, so
 * that it is stored in one transaction with the items (invariant 1) and a poll that was not stored is simply made again.
 */
export interface SourceClient {
  /** Asks once. @throws only the signal's reason; every failure of the feed is an outcome */
  poll(feed: PolledFeed, context: ClientContext): Promise<FetchOutcome>
}
