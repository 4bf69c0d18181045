import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../lib/instant.ts'
import { percentIn } from '../lib/percent.ts'

/** Formats numbers, dates and names for a language and time zone. The examples are English; spacing and commas vary with the ICU version. */
export interface Format {
  /** `1,206` */
  number(value: number): string
  /** Exactly `digits` decimals, for columns of numbers. */
  fixed(value: number, digits: number): string
  /** At most `digits` decimals, without trailing zeros. */
  decimal(value: number, digits: number): string
  /** `62%` from 0.62, `99.6%` from 0.996: only nothing is 0%, and only all is 100%. */
  percent(share: number): string
  /** `Sun, 22 Nov 2026` */
  date(instant: Instant): string
  /** `22 Nov`; with the year if half a year or more from `now`. */
  day(instant: Instant, now: Instant): string
  /** An ISO 8601 date or interval, or `YYYY-Qn`: `22 Nov 2026`, `22 – 23 Nov 2026`, `Nov 2026`, `2026`, `Q4 2026`. */
  isoDate(iso: string): string
  /** `22 Nov, 13:44`; with the year in the same cases as `day`. */
  moment(instant: Instant, now: Instant): string
  /** `13:44` with the time zone's short name */
  time(instant: Instant): string
  /** `2 hr ago`, `5 mo ago`, `just now`; future instants count as now. */
  ago(instant: Instant, now: Instant): string
  /** `15 hrs`, `38 mins`: one unit only, from days to seconds. */
  span(milliseconds: number): string
  /** `Japanese` from `ja`; the tag itself if it is unknown. */
  language(tag: string): string
  /** `Japan` from `JP`. */
  country(code: string): string
  /** `a, b and c` */
  list(parts: readonly string[]): string
  /** CLDR plural category of `count`: `one`, `other` … */
  plural(count: number): Intl.LDMLPluralRule
}

/** Mean year of the Gregorian calendar. */
const YEAR_MS = 365.2425 * DAY_MS
const MONTH_MS = YEAR_MS / 12
/** Distance from which a day without its year is ambiguous. */
const FAR_MS = YEAR_MS / 2

/** Shown in place of "0 min ago". */
const JUST_NOW: Readonly<Record<string, string>> = {
  'en-GB': 'just now',
  'zh-Hant': '剛剛',
  'zh-Hans': '刚刚',
  ja: 'たった今',
  ko: '방금',
}

/** Patterns for a quarter of a year, which `Intl` cannot format. */
const QUARTERS: Readonly<Record<string, string>> = {
  'en-GB': 'Q$2 $1',
  'zh-Hant': '$1年第$2季',
  'zh-Hans': '$1年第$2季度',
  ja: '$1年第$2四半期',
  ko: '$1년 $2분기',
}

const formats = new Map<string, Format>()

/** @returns the format for a language and an IANA time zone; made on first use, in a few milliseconds, and cached */
export function formatIn(language: string, timeZone: string): Format {
  const key = `${language} ${timeZone}`
  const known = formats.get(key)
  if (known) return known
  const made = makeFormat(language === 'en' ? 'en-GB' : language, timeZone)
  formats.set(key, made)
  return made
}

function makeFormat(locale: string, timeZone: string): Format {
  const number = new Intl.NumberFormat(locale)
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const dayOnly = { timeZone, day: 'numeric', month: 'short' } as const
  const day = yearIfFar(locale, dayOnly)
  const civil = { timeZone: 'UTC', year: 'numeric', month: 'short' } as const
  const civilDay = new Intl.DateTimeFormat(locale, { ...civil, day: 'numeric' })
  const civilMonth = new Intl.DateTimeFormat(locale, civil)
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const moment = yearIfFar(locale, { ...dayOnly, ...clock })
  const time = new Intl.DateTimeFormat(locale, { timeZone, ...clock, timeZoneName: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'narrow' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const plural = new Intl.PluralRules(locale)
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code', languageDisplay: 'standard' })
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const decimals = [0, 1, 2, 3].map((digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }))
  const fixed = [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const units = (['day', 'hour', 'minute', 'second'] as const).map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }),
  )
  return {
    number: (value) => number.format(value),
    fixed: (value, digits) => (fixed[digits] ?? number).format(value),
    decimal: (value, digits) => (decimals[digits] ?? number).format(value),
    percent: percentIn(locale),
    date: (instant) => date.format(instant),
    day,
    isoDate(iso) {
      const [from, to] = iso.split('/')
      if (from && to) return civilDay.formatRange(new Date(from), new Date(to))
      if (/^\d{4}-\d\d-\d\d$/.test(iso)) return civilDay.format(new Date(iso))
      if (/^\d{4}-\d\d$/.test(iso)) return civilMonth.format(new Date(iso))
      return iso.replace(/^(\d{4})-Q(\d)$/, QUARTERS[locale] ?? 'Q$2 $1')
    },
    moment,
    // Chinese puts the zone in square brackets.
    time: (instant) => time.format(instant).replace(/[[\]]/g, ''),
    ago(instant, now) {
      const past = Math.max(0, now - instant)
      if (past >= 2 * YEAR_MS) return relative.format(-Math.floor(past / YEAR_MS), 'year')
      if (past >= 2 * MONTH_MS) return relative.format(-Math.floor(past / MONTH_MS), 'month')
      if (past >= 2 * DAY_MS) return relative.format(-Math.floor(past / DAY_MS), 'day')
      if (past >= HOUR_MS) return relative.format(-Math.floor(past / HOUR_MS), 'hour')
      if (past < MINUTE_MS) return JUST_NOW[locale] ?? relative.format(0, 'minute')
      return relative.format(-Math.floor(past / MINUTE_MS), 'minute')
    },
    span(milliseconds) {
      if (milliseconds >= 2 * DAY_MS) return units[0]!.format(Math.round(milliseconds / DAY_MS))
      if (milliseconds >= 2 * HOUR_MS) return units[1]!.format(Math.round(milliseconds / HOUR_MS))
      if (milliseconds >= MINUTE_MS || milliseconds < 1) return units[2]!.format(Math.round(milliseconds / MINUTE_MS))
      return units[3]!.format(Math.ceil(milliseconds / 1_000))
    },
    language: (tag) => nameOr(languages, tag),
    country: (code) => nameOr(regions, code),
    list: (parts) => list.format(parts),
    plural: (count) => plural.select(count),
  }
}

function yearIfFar(locale: string, parts: Intl.DateTimeFormatOptions): (instant: Instant, now: Instant) => string {
  const near = new Intl.DateTimeFormat(locale, parts)
  const far = new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric' })
  return (instant, now) => (Math.abs(now - instant) < FAR_MS ? near : far).format(instant)
}

/** Tags come from outside; a malformed one makes `of` throw. */
function nameOr(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
