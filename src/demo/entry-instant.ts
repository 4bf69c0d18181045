import { DAY_MS, type Instant, MINUTE_MS } from '../lib/instant.ts'
import type { StandingEntry } from './world.ts'

/** How far ahead of the day's end an entry with `date: future` is dated. */
const FUTURE_MS = 3 * DAY_MS

/** When a minute of the demo day is said to have been; the day's last minute ends at `startAt`. */
export function instantOf(minute: number, startAt: Instant): Instant {
  return startAt - DAY_MS + minute * MINUTE_MS
}

/** When the entry says it was published; undefined where it gives no date. */
export function publishedInstant(entry: StandingEntry, startAt: Instant): Instant | undefined {
  if (entry.date === 'none') return undefined
  return entry.date === 'future' ? startAt + FUTURE_MS : instantOf(entry.minute, startAt)
}

/** When the entry says it was last changed: its edit, else its publication. */
export function updatedInstant(entry: StandingEntry, startAt: Instant): Instant | undefined {
  return entry.editedMinute === undefined ? publishedInstant(entry, startAt) : instantOf(entry.editedMinute, startAt)
}

/** When a feed last changed, by its entries' own dates; undefined for one without. Entries dated ahead do not count. */
export function lastChange(entries: readonly StandingEntry[], startAt: Instant): Instant | undefined {
  const instants = entries.filter(({ date }) => date === 'said').map((entry) => updatedInstant(entry, startAt)!)
  return instants.length === 0 ? undefined : Math.max(...instants)
}
