import { civilInstant } from '../../lib/civil-time.ts'
import { DAY_MS, dayNumber, type Instant } from '../../lib/instant.ts'
import { dayParts } from './relative-days.ts'
import type { DateParts, WrittenDate } from './written-dates.ts'

/**
 * Whether a date of a source is the one that a sentence gives: each part that the sentence names (year, month, day, weekday …) must
 * equal the source's, after parts that the source omits are resolved against its publication.
 *
 * @param anchor publication time of the source; without it, an omitted year may be any
 */
export function sameDate(said: WrittenDate, source: WrittenDate, anchor: Instant | undefined): boolean {
  if (said.relative !== undefined && said.relative === source.relative) return true
  const meant = source.readings.flatMap((reading) => resolved(reading, anchor))
  return said.readings.some((parts) => meant.some((date) => agrees(parts, date, anchor !== undefined)))
}

const PARTS = ['year', 'quarter', 'month', 'week', 'day', 'weekday'] as const

function agrees(said: DateParts, source: DateParts, isResolved: boolean): boolean {
  let shared = 0
  for (const part of PARTS) {
    if (said[part] === undefined) continue
    if (source[part] === undefined) {
      // Only the year may be missing, and only if the source's publication time is unknown.
      if (isResolved || part !== 'year') return false
    } else if (source[part] === said[part]) shared++
    else return false
  }
  return shared > 0
}

/** Returns the full dates near the anchor that the parts may mean. */
function resolved(parts: DateParts, anchor: Instant | undefined): readonly DateParts[] {
  const { year, month, day, weekday } = parts
  if (anchor === undefined) return [completed(parts)]
  const today = dayParts(anchor)
  if (year === undefined && month === undefined && day === undefined && weekday !== undefined) {
    const back = (today.weekday - weekday + 7) % 7
    return [-back, 7 - back, -back - 7].map((offset) => completed(dayParts(anchor + offset * DAY_MS)))
  }
  if (day !== undefined && month === undefined) {
    const months = [-1, 0, 1].map((step) => today.year * 12 + today.month - 1 + step)
    return months.map((each) => completed({ ...parts, year: Math.floor(each / 12), month: (each % 12) + 1 }))
  }
  if (year !== undefined || parts.week !== undefined) return [completed(parts)]
  // The nearest year; around the turn of the year, two.
  return [-1, 0, 1]
    .filter((step) => month === undefined || Math.abs(step * 12 + month - today.month) <= 8)
    .map((step) => completed({ ...parts, year: today.year + step }))
}

/** Adds derived parts: weekday and week of a day, quarter of a month. */
function completed(parts: DateParts): DateParts {
  const { year, month, day } = parts
  const quarter = month === undefined ? parts.quarter : Math.ceil(month / 3)
  const instant = year && month && day ? civilInstant({ year, month, day }) : undefined
  if (instant === undefined) return quarter === undefined ? parts : { ...parts, quarter }
  const { weekday } = dayParts(instant)
  return { ...parts, weekday, quarter, week: dayNumber(instant) - ((weekday + 6) % 7) }
}
