import { briefDate, briefWindow } from '../brief/brief-window.ts'
import { DAY_MS, type Instant, MINUTE_MS } from '../lib/instant.ts'

/**
 * Returns when the brief of a day is sent: at a local time on the following day. A time that clocks skip becomes the first moment
 * after the gap; of a time that occurs twice, the first counts.
 *
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 * @example
 * sendTime('2026-11-23', 'Asia/Hong_Kong', '07:00') // 2026-11-23T23:00:00Z
 */
export function sendTime(date: string, timeZone: string, time: string): Instant {
  const day = briefWindow(briefDate(briefWindow(date, timeZone).to, timeZone), timeZone)
  const wanted = minutesOf(time)
  const straight = day.from + wanted * MINUTE_MS
  const shift = (wanted - localMinutes(straight, timeZone)) * MINUTE_MS
  const candidates = [straight - Math.abs(shift), straight, straight + Math.abs(shift)]
  const exact = candidates.filter((at) => at >= day.from && at < day.to && localMinutes(at, timeZone) === wanted)
  return exact[0] ?? firstAfter(straight, wanted, timeZone)
}

/** Returns the latest day whose brief is due by now. */
export function lastSentDay(now: Instant, timeZone: string, time: string): string {
  const yesterday = briefDate(briefWindow(briefDate(now, timeZone), timeZone).from - 1, timeZone)
  if (now >= sendTime(yesterday, timeZone, time)) return yesterday
  return briefDate(briefWindow(yesterday, timeZone).from - 1, timeZone)
}

/** Returns the first whole minute at which clocks show more than the wanted time; clocks skip at most a day (Samoa, 2011). */
function firstAfter(straight: Instant, wanted: number, timeZone: string): Instant {
  for (let at = straight - 2 * 60 * MINUTE_MS; at < straight + DAY_MS; at += MINUTE_MS) {
    if (localMinutes(at, timeZone) > wanted && localMinutes(at - MINUTE_MS, timeZone) < wanted) return at
  }
  return straight
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

function localMinutes(at: Instant, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric' },
  }).formatToParts(at)
  const read = (type: 'hour' | 'minute') => Number(parts.find((part) => part.type === type)?.value)
  return read('hour') * 60 + read('minute')
}
