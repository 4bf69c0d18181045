import { DAY_MS, HOUR_MS, type Instant, isoDate } from '../lib/instant.ts'
import { isPlain } from '../lib/plain-words.ts'
import { saysIntent } from './check/modality.ts'
import { dayParts, periodOn } from './check/relative-days.ts'
import { Statement } from './check/statement.ts'
import type { DateParts, WrittenDate } from './check/written-dates.ts'
import { quotedPassages } from './quoted-passages.ts'

/** The date meant by a relative time expression of a text. */
export interface AbsoluteDate {
  /** Offset of the end of the expression. */
  readonly at: number
  /** ISO 8601: `2026-11-23`, `2026-11`, `2026`, or an interval `2026-11-22/2026-11-23`; a quarter as `2026-Q4`. */
  readonly date: string
}

export interface DatedFrom {
  readonly publishedAt: Instant
  /** ISO 3166-1 code of the publisher, whose local day counts; `INT` if unknown. */
  readonly country: string
}

/** Least and greatest UTC offset of a country, in hours. */
const CLOCKS: Readonly<Record<string, readonly [number, number]>> = {
  ...{ US: [-8, -4], CA: [-8, -3], MX: [-8, -5], BR: [-5, -3], AR: [-3, -3], CL: [-4, -3] },
  ...{ GB: [0, 1], IE: [0, 1], PT: [0, 1], EU: [0, 3], FR: [1, 2], DE: [1, 2], ES: [1, 2], IT: [1, 2], NL: [1, 2] },
  ...{ BE: [1, 2], CH: [1, 2], AT: [1, 2], SE: [1, 2], NO: [1, 2], DK: [1, 2], PL: [1, 2], CZ: [1, 2], FI: [2, 3] },
  ...{ UA: [2, 3], IL: [2, 3], ZA: [2, 2], NG: [1, 1], KE: [3, 3], SA: [3, 3], AE: [4, 4], IN: [5.5, 5.5] },
  ...{ TH: [7, 7], VN: [7, 7], ID: [7, 9], CN: [8, 8], HK: [8, 8], MO: [8, 8], TW: [8, 8], SG: [8, 8], MY: [8, 8] },
  ...{ PH: [8, 8], JP: [9, 9], KR: [9, 9], AU: [8, 11], NZ: [12, 13] },
}
/** For other countries: the range of UTC offsets in which most news is written. */
const ANYWHERE = [-8, 9] as const
/** Greatest distance in days of a bare day of the month from the publication; it must fit in one month only. */
const NEAR_DAYS = 12
const PLAIN_ONE = /day|tonight|tomorrow|\b(?:this|last|next) /i
const MAY_HOLD_ONE =
  /day|tonight|tomorrow|\b(?:this|last|next) |[今昨明去来來本这這先週周曜日前后後上下]|오늘|어제|내일|이번|지난|다음|올해|작년|내년|이달|요일|일/iu
/** What may follow a bare day of the month; without it, the words may mean a number of days (`3日先`). */
const DAY_GOES_ON =
  /^ ?(?:[、,，()（）]|に|付|夜|朝|午[前后]|上午|下午|凌晨|晚|早|电|讯|[发発宣][布表]|表示|称|消息|오전|오후|[에은는](?![가-힣]))/
/** Words before a weekday that make it ambiguous: writers do not agree which Monday `next Monday` is. */
const OF_ANOTHER_WEEK =
  /(?:\b(?:last|past|next|coming|this) |[上下先来今本这]个?(?:周[の的]?)?|(?:지난|다음|이번) ?주? ?)$/
/** The same behind a weekday: `Monday of last week`, `Monday week`. */
const NAMES_ITS_WEEK = /^(?: of)?,? (?:(?:last|next|this|that|the (?:previous|following)) )?week\b/
/** Words with which a weekday is the name of another day, or of a firm. */
const NAMED_BEFORE = /\b(?:black|cyber|giving|good|holy|palm|ash|easter|super|bloody|patch) $/
const NAMED_BEHIND = /^\.com\b/

/**
 * Resolves the relative time expressions of a sentence (`yesterday`, `last week`, `on Monday`, `23日`) against the publication time of
 * its source. If the day depends on the writer's time zone, both days are given. Expressions that may refer to the past or the future,
 * or that are within a quotation, are left out.
 *
 * @example
 * absoluteDates('It opened yesterday.', 'en', { publishedAt: Date.UTC(2026, 10, 24, 12), country: 'GB' })
 * // [{ at: 19, date: '2026-11-23' }]
 */
export function absoluteDates(
  text: string,
  language: string,
  { publishedAt, country }: DatedFrom,
): readonly AbsoluteDate[] {
  // Most sentences have no such expression: one test instead of twenty patterns.
  if (!(isPlain(text) ? PLAIN_ONE : MAY_HOLD_ONE).test(text)) return []
  const statement = new Statement(text, language, publishedAt, NO_NAMES)
  const quoted = quotedPassages(text)
  const days = CLOCKS[country] ?? ANYWHERE
  const locals = [...new Set(days)].map((hours) => publishedAt + hours * HOUR_MS)
  return statement.dates.flatMap((written) => {
    if (/^'s(?![a-z])/.test(statement.folded.slice(written.end))) return []
    if (quoted.some(([start, end]) => written.start >= start && written.end <= end)) return []
    const date = dateOf(written, statement, locals)
    return date === undefined ? [] : [{ at: written.end, date }]
  })
}

const NO_NAMES = { gazetteer: { findEntities: () => [], displayName: () => '' } }

function dateOf(written: WrittenDate, statement: Statement, locals: readonly Instant[]): string | undefined {
  const { relative, readings } = written
  if (relative !== undefined) return dayOrInterval(locals.map((local) => periodIso(relative, local)))
  const [{ year, month, day, weekday, quarter, week } = {}] = readings as readonly DateParts[]
  if (year !== undefined || month !== undefined || quarter !== undefined || week !== undefined) return undefined
  if (weekday !== undefined) return weekdayIso(written, weekday, statement, locals)
  if (day === undefined || !DAY_GOES_ON.test(statement.folded.slice(written.end))) return undefined
  return dayOrInterval(locals.map((local) => nearestDayIso(day, local)))
}

/** Returns one date, or two days as an interval; undefined if the two are not days or one is unresolved. */
function dayOrInterval(dates: readonly (string | undefined)[]): string | undefined {
  const [first, second] = [...new Set(dates)]
  if (second === undefined || first === undefined) return dates.includes(undefined) ? undefined : first
  return first.length === 10 && second.length === 10 ? `${first}/${second}` : undefined
}

function periodIso(name: string, local: Instant): string | undefined {
  const { year, month, day, quarter, week } = periodOn(name, local)
  if (week !== undefined) return `${isoDate(week * DAY_MS)}/${isoDate((week + 6) * DAY_MS)}`
  if (day !== undefined) return `${year}-${padded(month!)}-${padded(day)}`
  if (quarter !== undefined) return `${year}-Q${quarter}`
  return month === undefined ? String(year) : `${year}-${padded(month)}`
}

/** Returns the last such weekday up to the publication; undefined for habits, plans and weekdays of another week. */
function weekdayIso(
  { start, end, text }: WrittenDate,
  weekday: number,
  statement: Statement,
  locals: readonly Instant[],
): string | undefined {
  const isHabit = /days$/i.test(text)
  const { folded } = statement
  const [before, behind] = [folded.slice(0, start), folded.slice(end)]
  const saysWhich = OF_ANOTHER_WEEK.test(before) || NAMES_ITS_WEEK.test(behind)
  const isName = NAMED_BEFORE.test(before) || NAMED_BEHIND.test(behind)
  if (isHabit || saysWhich || isName || saysIntent(statement)) return undefined
  const back = (local: Instant) => (dayParts(local).weekday - weekday + 7) % 7
  const nearest = [...locals].sort((a, b) => back(a) - back(b))[0]!
  return isoDate(nearest - back(nearest) * DAY_MS)
}

function nearestDayIso(day: number, local: Instant): string | undefined {
  const { year, month } = dayParts(local)
  const near = [-1, 0, 1]
    .map((step) => Date.UTC(year, month - 1 + step, day))
    .filter((instant) => new Date(instant).getUTCDate() === day && Math.abs(instant - local) <= NEAR_DAYS * DAY_MS)
  return near.length === 1 ? isoDate(near[0]!) : undefined
}

const padded = (part: number): string => String(part).padStart(2, '0')
