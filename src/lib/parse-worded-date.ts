import { type CivilTime, civilInstant } from './civil-time.ts'
import type { Instant } from './instant.ts'
import { monthNumber } from './month-names.ts'
import { fullYear, hourOfDay, parseNumericDate } from './parse-numeric-date.ts'
import { zoneOffsetMinutes } from './zone-offset.ts'

const CLOCK = /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(am|pm)?$/
const HALF = /^(\d{1,2})?([ap])\.?m\.?$/
const WEEKDAY =
  /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?$|^(?:lun|mar|mer|jeu|ven|sam|dim)(?:di)?\.?$/
/** Words and signs between the parts of a written date, which are ignored. */
const CONNECTING = new Set(
  'at of de del the um le den den. o on à às alle ore klo om kl kl. uhr г. г в - – | ·'.split(' '),
)

interface Parts {
  numbers: string[]
  month?: number
  year?: number
  day?: number
  clock?: Pick<CivilTime, 'hour' | 'minute' | 'second' | 'millisecond'>
  half?: string
  zone?: string
}

/**
 * Parses dates with words in them: RFC 822, RFC 850, asctime, `Dec 16, 2012 5:00 PM ET`, `16 de diciembre de 2012`.
 * The weekday is not checked against the date. Returns undefined if any part is not understood.
 */
export function parseWordedDate(text: string): Instant | undefined {
  const lower = text.toLowerCase()
  const hungarian = /^(\d{4})-(\p{L}{3,12})-(\d{1,2})t?(.*)$/u.exec(lower)
  if (hungarian) {
    const month = monthNumber(hungarian[2]!)
    const clock = hungarian[4]!.trim()
    return month && parseNumericDate(`${hungarian[1]}-${month}-${hungarian[3]}${clock === '' ? '' : `T${clock}`}`)
  }
  const parts = readParts(tokens(lower))
  return parts && partsInstant(parts)
}

function tokens(lower: string): readonly string[] {
  return (
    lower
      // Removes a comment that repeats the zone: `+0900 (Japan Standard Time)`.
      .replace(/\([^()]{0,60}\)$/, '')
      // Removes a first word before a comma, usually a weekday in some language.
      .replace(/^\p{L}{2,13}\.?, ?/u, '')
      .replace(/^(\d{1,2})\. (\d{1,2})\. (\d{4})(?=\s|$)/, '$1.$2.$3')
      .replace(/(\d)t(\d)/g, '$1 $2')
      .replace(/(\d{1,2})-(\p{L}{3,12}\.?)-(\d{2,4})/u, '$1 $2 $3')
      .replaceAll(',', ' ')
      .split(' ')
      .filter((token) => token !== '')
      // At the end, `AT` is the Atlantic time zone.
      .filter((token, index, all) => (token === 'at' && index === all.length - 1) || !CONNECTING.has(token))
  )
}

function readParts(words: readonly string[]): Parts | undefined {
  const parts: Parts = { numbers: [] }
  for (const [index, word] of words.entries()) {
    if (!readPart(parts, word, index)) return undefined
  }
  return parts
}

function readPart(parts: Parts, word: string, index: number): boolean {
  const clock = CLOCK.exec(word)
  // `18.30.00` is a date unless a date precedes it.
  const isDated = parts.month !== undefined && parts.numbers.length === 2
  if (clock && parts.clock === undefined && (isDated || !/^\d{1,2}\.\d{2}\.\d{2}$/.test(word))) {
    parts.clock = {
      hour: Number(clock[1]),
      minute: Number(clock[2]),
      second: Number(clock[3] ?? 0),
      millisecond: Number((clock[4] ?? '').slice(0, 3).padEnd(3, '0')),
    }
    if (clock[5]) parts.half = clock[5]
    return true
  }
  const half = HALF.exec(word)
  if (half) return readHalf(parts, half)
  const number = /^'?(\d{1,4})(?:st|nd|rd|th|\.|º|er)?$/.exec(word)
  if (number) return parts.numbers.push(number[1]!) <= 2
  const month = monthNumber(word)
  if (month !== undefined && parts.month === undefined) {
    parts.month = month
    return true
  }
  if (readSeparatedDate(parts, word)) return true
  if (index <= 1 && WEEKDAY.test(word)) return true
  if (parts.clock === undefined && parts.half === undefined) return false
  return readZone(parts, word)
}

/** Reads `PM` after the time, or `5pm` alone. */
function readHalf(parts: Parts, half: RegExpExecArray): boolean {
  if (half[1] !== undefined) {
    if (parts.clock !== undefined) return false
    parts.clock = { hour: Number(half[1]), minute: 0, second: 0, millisecond: 0 }
  }
  if (parts.half !== undefined || parts.clock === undefined) return false
  parts.half = half[2]!
  return true
}

/** Reads a zone; in `GMT -0500` the offset takes precedence over the name. */
function readZone(parts: Parts, word: string): boolean {
  if (parts.zone === undefined) parts.zone = word
  else if (/^[+\-\u2212]\d/.test(word)) parts.zone = word
  else return zoneOffsetMinutes(word, 0) !== undefined
  return true
}

/** Reads `2006/09/15`, `16.12.2012` or `12/16/2012`; with slashes or hyphens only if it is unambiguous. */
function readSeparatedDate(parts: Parts, word: string): boolean {
  if (parts.year !== undefined) return false
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/.exec(word)
  if (yearFirst) {
    parts.year = Number(yearFirst[1])
    parts.month = Number(yearFirst[3])
    parts.day = Number(yearFirst[4])
    return true
  }
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(word)
  if (!yearLast) return false
  const [first, second] = [Number(yearLast[1]), Number(yearLast[3])]
  const isDayFirst = yearLast[2] === '.' || first > 12 || first === second
  if (!isDayFirst && second <= 12) return false
  parts.year = fullYear(Number(yearLast[4]))
  parts.day = isDayFirst ? first : second
  parts.month = isDayFirst ? second : first
  return true
}

function partsInstant(parts: Parts): Instant | undefined {
  const date = datePart(parts)
  if (date === undefined) return undefined
  const { hour = 0, ...rest } = parts.clock ?? {}
  const time: CivilTime = { ...date, ...rest, hour: hourOfDay(hour, parts.half) }
  const local = civilInstant(time)
  if (local === undefined || parts.zone === undefined) return local
  const offsetMinutes = zoneOffsetMinutes(parts.zone, local)
  return offsetMinutes === undefined ? undefined : civilInstant({ ...time, offsetMinutes })
}

function datePart(parts: Parts): Pick<CivilTime, 'year' | 'month' | 'day'> | undefined {
  const { year, month, day, numbers } = parts
  if (year !== undefined && month !== undefined && day !== undefined) {
    return numbers.length === 0 ? { year, month, day } : undefined
  }
  const [first, second] = numbers
  if (month === undefined || first === undefined || second === undefined) return undefined
  // If the first number has three or four digits, it is the year; otherwise the year comes last.
  const isYearFirst = first.length > 2
  const yearWritten = isYearFirst ? first : second
  const fullWritten = yearWritten.length === 2 ? fullYear(Number(yearWritten)) : Number(yearWritten)
  return { year: fullWritten, month, day: Number(isYearFirst ? second : first) }
}
