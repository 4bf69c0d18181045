import { DAY_MS, dayNumber, type Instant } from '../lib/instant.ts'
import { NOVELTY_WINDOW_MS } from './novelty-index.ts'

/**
 * Returns since when feeds have been read every day. A site that was off for a month knows no more of the last week than a new one.
 *
 * @param polled days (UTC, since 1970) on which any feed was polled; empty if no days were recorded, which proves no gap
 * @param first when the first story was told; undefined before that
 * @returns `first`, or, if a day of the last week was missed, the end of the day after the last one missed
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
