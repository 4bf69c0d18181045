import { DAY_MS, dayNumber, HOUR_MS, type Instant } from '../../lib/instant.ts'
import type { DateParts } from './written-dates.ts'

/** A relative date, by a name independent of language, with its meaning at an instant. */
export interface Period {
  /** `day-1` is yesterday, `month+1` next month. */
  readonly name: string
  readonly readings: (anchor: Instant) => readonly DateParts[]
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:today|tonight|this (?:morning|afternoon|evening)|今天|今日|오늘)$/, 'day+0'],
  [/^(?:yesterday|昨天|昨日|어제)$/, 'day-1'],
  [/^(?:tomorrow|明天|明日|내일)$/, 'day+1'],
  [/^前天$/, 'day-2'],
  [/^后天$/, 'day+2'],
  [/^(?:(?:earlier |later )?this week|(?:本|这|今)个?周|이번 ?주)$/, 'week+0'],
  [/^(?:last week|[上先]个?周|지난 ?주)$/, 'week-1'],
  [/^(?:next week|[下来]个?周|다음 ?주)$/, 'week+1'],
  [/^(?:(?:earlier |later )?this month|(?:本|这个?|今)月|이번 ?달|이달)$/, 'month+0'],
  [/^(?:last month|[上先]个?月|지난 ?달)$/, 'month-1'],
  [/^(?:next month|[下来]个?月|다음 ?달)$/, 'month+1'],
  [/^(?:(?:earlier |later )?this year|今年|올해|이번 ?해)$/, 'year+0'],
  [/^(?:last year|去年|昨年|작년|지난 ?해)$/, 'year-1'],
  [/^(?:next year|明年|来年|내년|다음 ?해)$/, 'year+1'],
  [/^this quarter$/, 'quarter+0'],
  [/^last quarter$/, 'quarter-1'],
  [/^next quarter$/, 'quarter+1'],
]

/** Parses a relative date in folded text; undefined for other words. */
export function periodOf(word: string): Period | undefined {
  const name = WORDS.find(([pattern]) => pattern.test(word))?.[1]
  return name === undefined ? undefined : { name, readings: (anchor) => readingsOf(name, anchor) }
}

/**
 * Resolves a relative date.
 *
 * @param name name of a `Period`
 * @param local an instant whose UTC day is the writer's local day
 */
export function periodOn(name: string, local: Instant): DateParts {
  const unit = name.replace(/[+-]\d$/, '')
  return partsFrom(unit, Number(name.slice(unit.length)), local)
}

/** Returns the distinct meanings at UTC−8, UTC and UTC+9, the range from California to Japan in which most news is written. */
function readingsOf(name: string, anchor: Instant): readonly DateParts[] {
  const zones = [anchor - 8 * HOUR_MS, anchor, anchor + 9 * HOUR_MS]
  const seen = new Map<string, DateParts>()
  for (const local of zones) {
    const parts = periodOn(name, local)
    seen.set(JSON.stringify(parts), parts)
  }
  return [...seen.values()]
}

function partsFrom(unit: string, step: number, local: Instant): DateParts {
  const date = new Date(unit === 'day' ? local + step * DAY_MS : local)
  if (unit === 'day') return dayParts(date.getTime())
  if (unit === 'week') return weekParts(local + 7 * step * DAY_MS)
  if (unit === 'year') return { year: date.getUTCFullYear() + step }
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + step * (unit === 'quarter' ? 3 : 1)
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return unit === 'quarter' ? { year, quarter: Math.ceil(month / 3) } : { year, month }
}

/** Returns year, month, day and weekday of an instant in UTC. */
export function dayParts(instant: Instant): Required<Omit<DateParts, 'quarter' | 'week'>> {
  const date = new Date(instant)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  }
}

/** Returns the week of an instant, identified by its Monday. */
function weekParts(instant: Instant): DateParts {
  const monday = instant - ((new Date(instant).getUTCDay() + 6) % 7) * DAY_MS
  return { week: dayNumber(monday) }
}
