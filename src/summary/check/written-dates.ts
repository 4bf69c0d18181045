import { everyMatch } from '../../lib/every-match.ts'
import { hanDigits } from '../../lib/han-digits.ts'
import type { Instant } from '../../lib/instant.ts'
import { monthNumber } from '../../lib/month-names.ts'
import { periodOf } from './relative-days.ts'

/** The parts of a date that a text gives: the weekday for `Tuesday`, month and day for `November 23`. */
export interface DateParts {
  readonly year?: number
  /** 1–12. */
  readonly month?: number
  readonly day?: number
  /** 0 Sunday to 6 Saturday. */
  readonly weekday?: number
  /** 1–4. */
  readonly quarter?: number
  /** The week's Monday, in days since 1970. */
  readonly week?: number
}

/** A date in a text. */
export interface WrittenDate {
  readonly start: number
  readonly end: number
  readonly text: string
  /**
   * Possible meanings. There are several if the writer's time zone decides: "yesterday" in an item published at 20:00 UTC.
   * Empty for a relative date without a reference time.
   */
  readonly readings: readonly DateParts[]
  /** Name of a relative date (see `Period`), by which texts can be compared without reference times. */
  readonly relative?: string
}

const EN_MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec'
const EN_WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const HAN_NUMBER = '[一二三四五六七八九十]{1,3}|\\d{1,2}'
const ORDINALS = ['first', 'second', 'third', 'fourth']

type Reader = (match: RegExpExecArray) => DateParts | undefined
/** Cheap tests for the patterns below; most texts fail them. */
const SIGNS = {
  digit: /\d/,
  month: /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/,
  quarter: /q[1-4]|quarter/,
  day: /day/,
  foreign: /[^\0-\x7f]/,
} as const
/** Patterns of absolute dates for folded text; where two overlap, the earlier pattern wins. */
const ABSOLUTE: readonly (readonly [keyof typeof SIGNS, RegExp, Reader])[] = [
  ['digit', /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, (m) => ymd(m[1], m[2], m[3])],
  [
    'foreign',
    new RegExp(`(?:(\\d{4}) ?[年년] ?)?(${HAN_NUMBER}) ?[月월](?: ?(${HAN_NUMBER}) ?[日号일])?`, 'g'),
    (m) => ymd(m[1], m[2], m[3]),
  ],
  [
    'month',
    new RegExp(`(?<![a-z])(${EN_MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d%])(?:,? ((?:19|20)\\d{2}))?(?!\\d)`, 'g'),
    (m) => ymd(m[3], m[1], m[2]),
  ],
  [
    'month',
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${EN_MONTH})\\b\\.?(?:,? ((?:19|20)\\d{2})(?!\\d))?`, 'g'),
    (m) => ymd(m[3], m[2], m[1]),
  ],
  [
    'month',
    new RegExp(`(?<![a-z])(${EN_MONTH})\\.?,? ((?:19|20)\\d{2})(?!\\d)`, 'g'),
    (m) => ymd(m[2], m[1], undefined),
  ],
  [
    'month',
    new RegExp(
      `(?<=\\b(?:in|since|by|until|till|during|early|late|mid|of|last|next|this|from|through|before|after)[ -])(${EN_MONTH})\\b`,
      'g',
    ),
    (m) => ymd(undefined, m[1], undefined),
  ],
  ['quarter', /\bq([1-4])(?: (?:of )?((?:19|20)\d{2}))?\b/g, (m) => quarter(Number(m[1]), m[2])],
  ['quarter', /\b(first|second|third|fourth)[ -]quarter\b/g, (m) => quarter(ORDINALS.indexOf(m[1]!) + 1)],
  ['foreign', /第([一二三四1-4])(?:季|四半期)/g, (m) => quarter('一二三四'.indexOf(m[1]!) + 1 || Number(m[1]))],
  ['foreign', /([1-4]) ?분기/g, (m) => quarter(Number(m[1]))],
  [
    'day',
    /\b(sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?\b/g,
    (m) => ({ weekday: EN_WEEKDAYS.indexOf(m[1]!) }),
  ],
  [
    'foreign',
    /(?:星期|周|礼拜)([日天一二三四五六])/g,
    (m) => ({ weekday: m[1] === '天' ? 0 : '日一二三四五六'.indexOf(m[1]!) }),
  ],
  ['foreign', /([日月火水木金土])曜/g, (m) => ({ weekday: '日月火水木金土'.indexOf(m[1]!) })],
  ['foreign', /([일월화수목금토])요일/g, (m) => ({ weekday: '일월화수목금토'.indexOf(m[1]!) })],
  [
    'foreign',
    /(?<![\d.,万亿千百])(\d{1,2}) ?(?:日|일)(?![间以内程本元常线后天동간 ]?(?:间|间|以上|以内|内|后|동안|간))/g,
    (m) => ymd(undefined, undefined, m[1]),
  ],
  ['foreign', /(?<!\d)((?:19|20)\d{2}) ?[年년]/g, (m) => ({ year: Number(m[1]) })],
  [
    'digit',
    /(?<![\d.,$€£¥₩/-])((?:19|20)\d{2})(?![\d%,]|\.\d| ?[万亿千百人个台家名억만가-힣])/g,
    (m) => ({ year: Number(m[1]) }),
  ],
]

const RELATIVE =
  /\b(?:today|tonight|this (?:morning|afternoon|evening)|yesterday|tomorrow|(?:this|last|next) (?:week|month|year|quarter)|earlier this (?:week|month|year)|later this (?:week|month|year))\b|今天|今日|昨天|昨日|明天|明日|前天|后天|(?:本|这|上|下|今|先|来)(?:个)?周(?![一二三四五六日刊年期边围末])|(?:本|这|上|下|今|先|来)(?:个)?月|今年|去年|昨年|明年|来年|오늘|어제|내일|(?:이번|지난|다음) ?(?:주|달|해)(?![가-힣]{2})|올해|작년|지난해|내년|이달/g

/** Finds the dates of a text, in order, without overlap; relative ones are resolved against `anchor`. */
export function datesOf(text: string, folded: string, anchor: Instant | undefined): readonly WrittenDate[] {
  const found: WrittenDate[] = []
  const isFree = (start: number, end: number) => !found.some((date) => start < date.end && end > date.start)
  const isPresent = new Map<string, boolean>()
  for (const [sign, pattern, read] of ABSOLUTE) {
    const isHere = isPresent.get(sign) ?? SIGNS[sign].test(folded)
    isPresent.set(sign, isHere)
    if (!isHere) continue
    for (const match of everyMatch(folded, pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const parts = isFree(start, end) ? read(match) : undefined
      if (parts) found.push({ start, end, text: text.slice(start, end), readings: [parts] })
    }
  }
  for (const match of everyMatch(folded, RELATIVE)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const period = periodOf(match[0])
    if (!period || !isFree(start, end)) continue
    const readings = anchor === undefined ? [] : period.readings(anchor)
    found.push({ start, end, text: text.slice(start, end), readings, relative: period.name })
  }
  return found.sort((a, b) => a.start - b.start)
}

function quarter(number: number, year?: string): DateParts {
  return { quarter: number, ...(year ? { year: Number(year) } : {}) }
}

function ymd(year: string | undefined, month: string | undefined, day: string | undefined): DateParts | undefined {
  const y = year === undefined ? undefined : Number(year)
  const m = month === undefined ? undefined : numberOf(month)
  const d = day === undefined ? undefined : numberOf(day)
  if ((m !== undefined && !(m >= 1 && m <= 12)) || (d !== undefined && !(d >= 1 && d <= 31))) return undefined
  return {
    ...(y === undefined ? {} : { year: y }),
    ...(m === undefined ? {} : { month: m }),
    ...(d === undefined ? {} : { day: d }),
  }
}

function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  const month = monthNumber(written)
  if (month !== undefined) return month
  return Number(hanDigits(written))
}
