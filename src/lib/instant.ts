/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. Published JSON has it in ISO 8601 in UTC. */
export type Instant = number

/** Formats an instant in ISO 8601 in UTC with milliseconds, e.g. `2026-11-23T08:00:00.000Z`; undefined stays undefined. */
export function isoInstant(instant: Instant): string
export function isoInstant(instant: Instant | undefined): string | undefined
export function isoInstant(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString()
}

/** Returns the day in UTC, e.g. `2026-11-23`. */
export function isoDate(instant: Instant): string {
  return isoInstant(instant).slice(0, 10)
}

/** Returns the day in UTC as the number of days since 1970-01-01. */
export function dayNumber(instant: Instant): number {
  return Math.floor(instant / DAY_MS)
}

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** Earliest plausible instant: nothing on the web is older, and feeds write 1970 or year 1 for "unknown". */
export const EARLIEST_INSTANT: Instant = Date.UTC(1990, 0, 1)
