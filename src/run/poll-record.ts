import { DAY_MS, type Instant } from '../lib/instant.ts'
import { parseInstant } from '../lib/parse-instant.ts'
import type { FetchOutcome } from '../source/fetch-feed.ts'
import type { FeedShape } from '../source/schedule.ts'
import type { Entry, ParsedFeed } from '../source/types.ts'
import type { FeedUpdate } from '../store/feed-types.ts'
import type { ReadResult } from './draft-reader.ts'

/** Returns the number of bytes of the answer's body. */
export function bodyBytesOf(outcome: FetchOutcome): number {
  if (outcome.type === 'changed') return outcome.bytes.length
  return outcome.type === 'read' ? outcome.bodyBytes : 0
}

/**
 * Returns the record of a poll that is stored.
 *
 * @param result the outcome after the answer was parsed
 */
export function pollOf(
  outcome: FetchOutcome,
  result: FetchOutcome,
  read: ReadResult | undefined,
  at: Instant,
): NonNullable<FeedUpdate['poll']> {
  return {
    at,
    outcome: result.type === 'read' ? 'changed' : result.type,
    status: result.status,
    error: result.type === 'failed' ? result.error : result.type === 'unchanged' ? undefined : result.unread?.error,
    latencyMs: result.latencyMs,
    bodyBytes: bodyBytesOf(outcome),
    entries: read && 'feed' in read ? read.feed.entries.length : undefined,
  }
}

/** Returns the shape of a feed. Entries dated more than a day ahead count as future ones: no time zone explains that. */
export function feedShape({ entries, isSalvaged }: ParsedFeed, now: Instant): FeedShape {
  const isAhead = ({ published }: Entry) => published !== undefined && (parseInstant(published) ?? now) > now + DAY_MS
  const ids = entries.flatMap(({ id }) => id ?? [])
  return {
    entries: entries.length,
    futureEntries: entries.filter(isAhead).length,
    repeatedIds: ids.length - new Set(ids).size,
    isSalvaged,
  }
}
