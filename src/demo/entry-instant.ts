import { DAY_MS, type Instant, MINUTE_MS } from '../lib/instant.ts'
import type { StandingEntry } from './world.ts'

/** How far ahead of the day's end an entry with `date: future` is dated. */
const FUTURE_MS = 3 * DAY_MS

/** Returns the instant of a minute of the demo day, whose last minute ends at `startAt`. */
export function instantOf(minute: number, startAt: Instant): Instant {
  return startAt - DAY_MS + minute * MINUTE_MS
}

/** Returns when the entry says it was published; undefined where it gives no date. */
export function publishedInstant(entry: StandingEntry, startAt: Instant): Instant | undefined {
  if (entry.date === 'none') return undefined
  return entry.date === 'future' ? startAt + FUTURE_MS : instantOf(entry.minute, startAt)
}

/** Returns when the entry says it was last changed: its edit, else its publication. */
export function updatedInstant(entry: StandingEntry, startAt: Instant): Instant | undefined {
  return entry.editedMinute === undefined ? publishedInstant(entry, startAt) : instantOf(entry.editedMinute, startAt)
}

/** Returns the last change of a feed by its entries' dates; undefined where none has one. Entries dated in the future do not count. */
export function lastChange(entries: readonly StandingEntry[], startAt: Instant): Instant | undefined {
  const instants = entries.filter(({ date }) => date === 'said').map((entry) => updatedInstant(entry, startAt)!)
  return instants.length === 0 ? undefined : Math.max(...instants)
}
