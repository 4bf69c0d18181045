import { civilInstant } from './civil-time.ts'
import type { Instant } from './instant.ts'
import { parseCjkDate, plainCjkDate } from './parse-cjk-date.ts'
import { parseNumericDate } from './parse-numeric-date.ts'
import { parseWordedDate } from './parse-worded-date.ts'

/** No date anybody writes is longer, a JavaScript one with the zone's full name included. */
const MAX_DATE_LENGTH = 120

/** Nothing on the web is older; feeds that write 1970 or year 1 mean "not known". */
const EARLIEST_INSTANT: Instant = Date.UTC(1990, 0, 1)

/**
 * The moment a feed means by a date: RFC 822 and RFC 850 with the mistakes seen in the wild, ISO 8601 and its variants,
 * asctime, Unix seconds and milliseconds, written dates in seventeen European languages, Chinese, Japanese (era years too)
 * and Korean. A date without a zone is UTC, but a date written in Korean, Japanese or Chinese is of that country.
 * The host's time zone plays no part.
 *
 * @param language BCP 47 of the feed: tells `2026年11月23日` of Tokyo (+09:00) from that of Beijing (+08:00, taken without it)
 * @returns undefined for what is no date, is impossible (30 February), lacks its year, or can be read two ways (`3/4/2026`)
 */
export function parseInstant(written: string, language?: string): Instant | undefined {
  if (written.length > MAX_DATE_LENGTH) return undefined
  const usual = USUAL.exec(written)
  if (usual) return usualInstant(usual)
  // Full-width digits and punctuation become plain ones.
  // Java adds the region in brackets to an offset that already says it.
  const plain = written
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/\[[\w/+-]{1,40}\]$/, '')
    .trim()
  const text = plainCjkDate(plain, language)
  if (text === '') return undefined
  // First where anything is Chinese, Japanese or Korean: `入力 2026.11.23 18:30` is digits, but of Tokyo.
  return parseCjkDate(text, language, plain) ?? parseNumericDate(text) ?? parseWordedDate(text)
}

/** RFC 822 as most feeds write it, in GMT. */
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
 * When an item counts as published: the moment said, but never after it arrived; the moment of arrival where nothing
 * plausible is said.
 */
export function clampInstant(said: Instant | undefined, arrivedAt: Instant): Instant {
  return said === undefined || said < EARLIEST_INSTANT ? arrivedAt : Math.min(said, arrivedAt)
}
