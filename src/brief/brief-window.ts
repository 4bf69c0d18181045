import { DAY_MS, EARLIEST_INSTANT, type Instant, isoDate } from '../lib/instant.ts'

/** The period of a brief: one day in its time zone. */
export interface BriefWindow {
  readonly from: Instant
  /** Exclusive. */
  readonly to: Instant
}

/** A date that is not a calendar day in the expected format, or before 1990. */
export class BriefDateError extends Error {
  override readonly name = 'BriefDateError'

  constructor(readonly date: string) {
    super(`${JSON.stringify(date)} is no date since 1990; expected YYYY-MM-DD, for example 2026-11-23`)
  }
}

/**
 * Returns the window of a day in a time zone, 23 to 25 hours long when clocks change.
 *
 * @param date `YYYY-MM-DD`
 * @param timeZone IANA name
 * @throws BriefDateError if `date` is not a date, or before 1990; RangeError for an unknown time zone
 * @example
 * briefWindow('2026-11-23', 'Asia/Hong_Kong').from // 2026-11-22T16:00:00Z
 */
export function briefWindow(date: string, timeZone: string): BriefWindow {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const midnight = match ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // No item is older than that, and calendars of centuries ago differ from the days of ISO 8601.
  const isDay = midnight >= EARLIEST_INSTANT && isoDate(midnight) === date
  if (!isDay) throw new BriefDateError(date)
  return { from: startOfDay(midnight, timeZone), to: startOfDay(midnight + DAY_MS, timeZone) }
}

/** Returns the day, `YYYY-MM-DD`, of an instant in a time zone. */
export function briefDate(instant: Instant, timeZone: string): string {
  return isoDate(instant + offsetAt(instant, timeZone))
}

/** Returns the instant at which a day begins; if clocks skip midnight, the first instant after it. */
function startOfDay(midnightUtc: number, timeZone: string): Instant {
  const before = midnightUtc - offsetAt(midnightUtc - DAY_MS, timeZone)
  const after = midnightUtc - offsetAt(midnightUtc + DAY_MS, timeZone)
  const day = isoDate(midnightUtc)
  const [early, late] = [Math.min(before, after), Math.max(before, after)]
  return briefDate(early, timeZone) === day && briefDate(early - 1, timeZone) !== day ? early : late
}

/** Returns the milliseconds by which local time is ahead of UTC. */
function offsetAt(instant: Instant, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
  return local - Math.floor(instant / 1_000) * 1_000
}
