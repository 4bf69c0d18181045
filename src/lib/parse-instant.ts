import { civilInstant } from './civil-time.ts'
import { EARLIEST_INSTANT, type Instant } from './instant.ts'
import { parseCjkDate, plainCjkDate } from './parse-cjk-date.ts'
import { parseNumericDate } from './parse-numeric-date.ts'
import { parseWordedDate } from './parse-worded-date.ts'

/** Maximum length of a date; real ones are shorter, even JavaScript's with the full name of the zone. */
const MAX_DATE_LENGTH = 120

/**
 * Parses a date of a feed: RFC 822 and RFC 850 with mistakes seen in the wild, ISO 8601 and its variants, asctime, Unix
 * seconds and milliseconds, dates in Chinese, Japanese (era years too) and Korean, and month names of seventeen other
 * languages. A date without a zone is UTC, but one in Korean, Japanese or Chinese is in that country's time.
 * The host's time zone does not matter.
 *
 * @param language BCP 47 tag of the feed; tells `2026年11月23日` in Tokyo (+09:00) from Beijing (+08:00, the default)
 * @returns undefined for anything but a date, an impossible one (30 February), one without a year, or an ambiguous one (`3/4/2026`)
 */
export function parseInstant(written: string, language?: string): Instant | undefined {
  if (written.length > MAX_DATE_LENGTH) return undefined
  const usual = USUAL.exec(written)
  if (usual) return usualInstant(usual)
  // NFKC converts full-width digits and punctuation to ASCII.
  // Java appends the region in brackets to the offset.
  const plain = written
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/\[[\w/+-]{1,40}\]$/, '')
    .trim()
  const text = plainCjkDate(plain, language)
  if (text === '') return undefined
  // CJK first: `入力 2026.11.23 18:30` would also parse as a numeric date, but is in Tokyo's time.
  return parseCjkDate(text, language, plain) ?? parseNumericDate(text) ?? parseWordedDate(text)
}

/** Fast path: RFC 822 as most feeds write it, in GMT. */
const USUAL =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ([12]\d{3}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|\+0000)$/

const MONTHS: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function usualInstant([, day, month, year, hour, minute, second]: RegExpExecArray): Instant | undefined {
  return civilInstant({
    year: Number(year),
    month: MONTHS.indexOf(month!) + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  })
}

/**
 * Returns when an item counts as published: the instant stated, but no later than its arrival; its arrival if no plausible instant
 * is stated.
 */
export function clampInstant(said: Instant | undefined, arrivedAt: Instant): Instant {
  return said === undefined || said < EARLIEST_INSTANT ? arrivedAt : Math.min(said, arrivedAt)
}
