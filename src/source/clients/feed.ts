import { fetchFeed } from '../fetch-feed.ts'
import type { SourceClient } from './client.ts'

/** Client for everything that is one document at one address: RSS, Atom, JSON Feed, and lists of APIs that come whole. */
export const feedClient: SourceClient = {
  poll: (feed, { fetcher, now, signal }) => fetchFeed(feed, feed.state, fetcher, now, signal),
}
