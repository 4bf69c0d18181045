import type { Instant } from '../lib/instant.ts'
import { MINUTE_MS } from '../lib/instant.ts'
import type { Store } from '../store/types.ts'

/** A feed whose poll is due for longer is behind: the program was off, or has just been started for the first time. */
const BEHIND_AFTER_MS = 5 * MINUTE_MS
/** Share of the feeds that may be behind: one that never answers in time must not keep an edition from being kept. */
const MOST_BEHIND = 0.05

/**
 * Whether what the sources had published by now has been read and told, so that an edition of a day that is over lacks nothing.
 * It has not right after a first start, nor after the program was off.
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
