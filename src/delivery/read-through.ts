import type { Instant } from '../lib/instant.ts'
import { MINUTE_MS } from '../lib/instant.ts'
import type { Store } from '../store/types.ts'

/** A feed whose poll is overdue by more than this is behind: the program was off, or has just been started for the first time. */
const BEHIND_AFTER_MS = 5 * MINUTE_MS
/** Share of feeds that may be behind: a feed that never answers in time must not keep an edition from being stored. */
const MOST_BEHIND = 0.05

/**
 * Returns whether everything that the sources have published by now has been fetched and clustered, so that the edition of a day that is
 * over is complete. It is false right after the first start, or after the program was off.
 */
export async function isReadThrough(store: Store, now: Instant): Promise<boolean> {
  const { backlog } = await store.counts(now)
  if (backlog > 0) return false
  const [sources, states] = await Promise.all([store.sources(), store.feedStates()])
  const dueAt = new Map(states.map(({ feedUrl, nextPollAt }) => [feedUrl, nextPollAt]))
  const feeds = sources.filter(({ isEnabled }) => isEnabled).flatMap((source) => source.feeds)
  const behind = feeds.filter(({ url }) => (dueAt.get(url) ?? 0) < now - BEHIND_AFTER_MS)
  return behind.length <= feeds.length * MOST_BEHIND
}
