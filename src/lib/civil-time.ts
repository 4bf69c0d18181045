import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from './instant.ts'

/** A date and time of day as written, with its offset from UTC. */
export interface CivilTime {
  /** 1–9999. */
  readonly year: number
  /** 1–12. */
  readonly month: number
  readonly day: number
  /** 0–24; 24 only as the end of the day. */
  readonly hour?: number
  readonly minute?: number
  /** 0–60; 60 as a leap second. */
  readonly second?: number
  readonly millisecond?: number
  /** East of UTC is positive. */
  readonly offsetMinutes?: number
}

/** Converts a civil time to an instant; undefined if it does not exist (30 February, 25:00, an offset of 99 hours). */
export function civilInstant(time: CivilTime): Instant | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0, offsetMinutes = 0 } = time
  if (![year, month, day, hour, minute, second, millisecond, offsetMinutes].every(Number.isInteger)) return undefined
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  const isEndOfDay = hour === 24 && minute === 0 && second === 0
  if (hour < 0 || (hour > 23 && !isEndOfDay) || minute < 0 || minute > 59 || second < 0 || second > 60) return undefined
  // Real offsets range from −12 hours to +14 (Kiritimati).
  if (Math.abs(offsetMinutes) > 15 * 60) return undefined
  const midnight = daysSinceEpoch(year, month, day) * DAY_MS
  return midnight + hour * HOUR_MS + (minute - offsetMinutes) * MINUTE_MS + second * SECOND_MS + millisecond
}

/** @returns 28–31 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** `Date.UTC` would read years below 100 as 1900 + year, so the year is set separately. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / DAY_MS
}
