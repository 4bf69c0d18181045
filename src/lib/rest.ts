import { type Instant, MINUTE_MS } from './instant.ts'

/** A time in which something is left alone. */
export interface Rest {
  readonly since: Instant
  readonly until: Instant
}

/** Clocks are set by seconds all the time. */
const SLACK_MS = MINUTE_MS

/**
 * Whether a rest lasts. One that has not begun yet was begun by a clock that ran ahead and was set right since: it would last as long as
 * the clock was ahead, which may be years.
 *
 * @returns false for no rest
 */
export function lasts(rest: Rest | undefined, now: Instant): boolean {
  return rest !== undefined && now < rest.until && rest.since <= now + SLACK_MS
}
