import { civilInstant, daysInMonth } from './civil-time.ts'
import { type Instant, SECOND_MS } from './instant.ts'
import { zoneOffsetMinutes } from './zone-offset.ts'

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<half>[AaPp])\.?[Mm]\.?)?`
const ZONE = String.raw`(?: ?(?<zone>[Zz]|(?:UTC|GMT)? ?[+\-\u2212]\d{1,2}(?::?\d{2})?|[A-Za-z]{2,5}|[A-Za-z]+\/[A-Za-z_\/]+))?`
const EXTENDED = new RegExp(
  String.raw`^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,3})(?:\k<mark>(?<day>\d{1,2}))?\.?(?:(?:[Tt_ ]|, ?) ?${CLOCK}${ZONE})?$`,
)
const BASIC =
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:[Tt ]?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?:[.,](?<fraction>\d{1,9}))? ?(?<zone>[Zz]|[+-]\d{2}:?\d{2})?)?$/

/** Parses numeric dates: ISO 8601 extended and basic, ordinal dates, two-digit years, Unix time. */
export function parseNumericDate(text: string): Instant | undefined {
  const extended = EXTENDED.exec(text)?.groups
  if (extended) return parseExtended(extended)
  const unix = unixInstant(text)
  if (unix !== undefined) return unix
  const basic = BASIC.exec(text)?.groups
  if (basic) return civil(basic, Number(basic.month), Number(basic.day))
  return parseShort(text)
}

function parseExtended(groups: Partial<Record<string, string>>): Instant | undefined {
  const month = Number(groups.month)
  if (groups.day !== undefined) return civil(groups, month, Number(groups.day))
  if (groups.mark !== '-') return undefined
  // `2026-327` is the 327th day of the year, `2026-11` a month.
  if (groups.month!.length === 3) return ordinalInstant(Number(groups.year), month)
  return groups.hour === undefined ? civil(groups, month, 1) : undefined
}

function civil(groups: Partial<Record<string, string>>, month: number, day: number): Instant | undefined {
  const time = {
    year: Number(groups.year),
    month,
    day,
    hour: hourOfDay(Number(groups.hour ?? 0), groups.half),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    millisecond: Number((groups.fraction ?? '').slice(0, 3).padEnd(3, '0')),
  }
  const local = civilInstant(time)
  if (local === undefined || groups.zone === undefined) return local
  const offsetMinutes = zoneOffsetMinutes(groups.zone, local)
  return offsetMinutes === undefined ? undefined : civilInstant({ ...time, offsetMinutes })
}

/**
 * Converts an hour of a 12-hour clock to 0–23; 13 to 23 stay as they are.
 *
 * @param half `am` or `pm`, or its first letter; undefined: the hour is returned unchanged
 * @returns NaN for 0 or more than 23 with `half`
 */
export function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return hour > 12 && hour < 24 ? hour : Number.NaN
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
}

function unixInstant(text: string): Instant | undefined {
  const match = /^(\d{9,10})(?:\.\d{1,9})?$|^(\d{12,13})$/.exec(text)
  if (!match) return undefined
  return match[2] === undefined ? Math.floor(Number(text) * SECOND_MS) : Number(match[2])
}

/**
 * Parses the short forms. ISO 8601:1988 allowed two-digit years, which old feeds still have. Five digits (`03335`) are parsed only
 * if the year begins with 0: any other five-digit number is more likely a counter.
 */
function parseShort(text: string): Instant | undefined {
  const year = /^\d{4}$/.exec(text)
  if (year) return civilInstant({ year: Number(text), month: 1, day: 1 })
  const date = /^(\d{2})-?(\d{2})-?(\d{2})$/.exec(text)
  if (date) return civilInstant({ year: fullYear(Number(date[1])), month: Number(date[2]), day: Number(date[3]) })
  const month = /^-(\d{2})-?(\d{2})$/.exec(text)
  if (month) return civilInstant({ year: fullYear(Number(month[1])), month: Number(month[2]), day: 1 })
  const ordinal = /^(0\d|\d{4})([0-3]\d{2})$/.exec(text)
  return ordinal ? ordinalInstant(fullYear(Number(ordinal[1])), Number(ordinal[2])) : undefined
}

function ordinalInstant(year: number, dayOfYear: number): Instant | undefined {
  let day = dayOfYear
  for (let month = 1; month <= 12; month++) {
    const days = daysInMonth(year, month)
    if (day <= days) return civilInstant({ year, month, day })
    day -= days
  }
  return undefined
}

/** Expands a two-digit year: 70–99 are in the last century (POSIX says 69–99, but feeds are younger). */
export function fullYear(year: number): number {
  return year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year
}
