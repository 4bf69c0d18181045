import { DAY_MS, dayNumber, type Instant } from '../lib/instant.ts'
import { NOVELTY_WINDOW_MS } from './novelty-index.ts'

/**
 * Since when feeds are read day by day. A site that was off for a month knows no more of its week than a new one.
 *
 * @param polled days (UTC, since 1970) on which any feed was polled; empty where nobody kept them, which says nothing
 * @param first when the first story was told; undefined before
 * @returns `first`, or the end of the day on which reading began again where a day of the last week was missed
 */
export function readSince(polled: readonly number[], first: Instant | undefined, now: Instant): Instant | undefined {
  if (first === undefined || polled.length === 0) return first
  const known = new Set(polled)
  const today = dayNumber(now)
  const firstDay = Math.max(dayNumber(first), today - NOVELTY_WINDOW_MS / DAY_MS - 1)
  for (let day = today - 1; day >= firstDay; day--) {
    if (!known.has(day)) return Math.max(first, (day + 2) * DAY_MS)
  }
  return first
}
