import { type Instant, MINUTE_MS } from './instant.ts'

/** A back-off or lease: the period in which something is left alone. */
export interface Rest {
  readonly since: Instant
  readonly until: Instant
}

/** Tolerance for `since` in the future, as clocks are often adjusted by seconds. */
const SLACK_MS = MINUTE_MS

/**
 * Whether a rest is in force. One that starts in the future does not count: the clock was ahead when it began and has been corrected since,
 * and the rest could last for years.
 *
 * @returns false for undefined
 */
export function lasts(rest: Rest | undefined, now: Instant): boolean {
  return rest !== undefined && now < rest.until && rest.since <= now + SLACK_MS
}
