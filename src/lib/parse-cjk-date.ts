import { type CivilTime, civilInstant } from './civil-time.ts'
import { hanDigits } from './han-digits.ts'
import type { Instant } from './instant.ts'
import { hourOfDay } from './parse-numeric-date.ts'
import { zoneOffsetMinutes } from './zone-offset.ts'

/** Years to add to a year of an era: the era's first year minus one. */
const ERAS = new Map<string, number>([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
  ['中華民國', 1911],
  ['中华民国', 1911],
  ['民國', 1911],
  ['民国', 1911],
  ['西暦', 0],
  ['公元', 0],
  ['서기', 0],
])

/** Matches `2026. 11. 23.`, with periods and spaces as in Korean. */
const KOREAN_POINTS = /^\d{4}\. \d{1,2}\. \d/
const CJK = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/
const HANGUL = /[\uAC00-\uD7A3]/
const JAPANESE =
  /令和|平成|昭和|西暦|曜|午前|午後|入力|配信|掲載|公開|\([月火水木金土日](?:・?[祝休])?\)|[\u3040-\u30FF]/

const DATE =
  /^(?<era>令和|平成|昭和|中華民國|中华民国|民國|民国|西暦|公元|서기)? ?(?:(?<year>\d{1,4}|元) ?[年년]|(?<plainYear>\d{4})(?=[-/.])) ?[-/.]? ?(?<month>\d{1,2}) ?(?:[月월]|[-/.]) ?(?<day>\d{1,2}) ?(?:[日号號일]|\.)? ?(?<rest>.*)$/
const TIME =
  /^(?<before>午前|午後|上午|下午|早上|凌晨|清晨|中午|傍晚|晚上|晚間|晚间|오전|오후|새벽|아침|저녁|밤|[ap]m)? ?(?<hour>\d{1,2}) ?(?:[:時时시点點]) ?(?:(?<minute>\d{1,2}) ?(?:[:分분])? ?)?(?:(?<second>\d{1,2})(?:\.\d{1,3})? ?[秒초]?)? ?(?<after>[ap]m)? ?(?<zone>.*)$/i
const AFTER_NOON = /^(?:午後|下午|傍晚|晚上|晚間|晚间|오후|저녁|밤|pm)$/i
const WEEKDAY =
  /^[,、,]? ?\(?(?:[月火水木金土日](?:曜日?)?(?:・?[祝休])?|祝|休|(?:星期|週|周|礼拜|禮拜)[一二三四五六日天]|[월화수목금토일](?:요일)?)\)?[,、,]?/

/** Words that news sites put before or after a date: "posted", "updated", "entered". */
const AROUND =
  /^(?:(?:기사 ?|최종 ?|최초 ?)?(?:입력|수정|등록|작성|게시|승인|업데이트)일?시?|(?:最終)?(?:発行|公開|更新|配信|掲載|投稿|作成)(?:日時?)?|(?:发布|發布|發佈|发表|發表|更新|修改)(?:时间|時間|日期|于|於)?)\s?[:：]?\s?|\s?(?:更新|公開|配信|掲載|発表|入力|입력|수정|송고|发布|發布|發佈|发表|發表)$/g
/** Matches RFC 822 dates localised by publishing software: `週六, 28 十一月 2026`, `토, 28 11월 2026`; and `11月 28, 2026`. */
const DAY_FIRST =
  /^(?:[^\d,]{1,6}, ?)?(?:(?<day>\d{1,2}) ?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2}) ?[月월],?|(?<monthFirst>\d{1,2}|[一二三四五六七八九十]{1,2}) ?[月월] ?(?<dayLast>\d{1,2}),) ?(?<year>\d{4})(?=\s|$)/
/** Matches `115/11/28`, with a year of the republic, in Taiwan. */
const REPUBLIC_YEAR = /^(1\d\d)([./-])(\d{1,2})\2(\d{1,2})(?=\D|$)/
/** Matches `R8.11.23`, as on Japanese forms, with the letter of an era since 1926. */
const SHORT_ERA = /^([RHS])(\d{1,2})\.(\d{1,2})\.(\d{1,2})(?=\s|$)/
const ERA_OF_LETTER = new Map([
  ['R', '令和'],
  ['H', '平成'],
  ['S', '昭和'],
])
/** Matches `26.11.23 18:30` and `'26/11/23`, with the year first, as is usual in these languages. */
const SHORT_YEAR = /^['’]?(\d{2})([./])(\d{1,2})\2(\d{1,2})(?=[.\s]|$)/

/**
 * Rewrites a date into a form that `parseCjkDate` reads, and removes words like "updated" around it; returns other texts unchanged.
 * @param language BCP 47: two-digit years come first only in Chinese, Japanese and Korean feeds
 */
export function plainCjkDate(text: string, language: string | undefined): string {
  const bare = text.replace(AROUND, '').replace(DAY_FIRST, (...match) => {
    const { day, month, monthFirst, dayLast, year } = match.at(-1) as Record<string, string | undefined>
    return `${year}年${month ?? monthFirst}月${day ?? dayLast}日`
  })
  const era = SHORT_ERA.exec(bare)
  if (era) return bare.replace(SHORT_ERA, `${ERA_OF_LETTER.get(era[1]!)}$2年$3月$4日`)
  if (/^zh-(?:hant|tw)\b/i.test(language ?? '') && REPUBLIC_YEAR.test(bare)) {
    return bare.replace(REPUBLIC_YEAR, '民國$1年$3月$4日')
  }
  return /^(?:zh|ja|ko)\b/i.test(language ?? '') ? bare.replace(SHORT_YEAR, '20$1年$3月$4日') : bare
}

/**
 * Parses dates in Chinese, Japanese or Korean: `2026年11月23日(月) 18時30分`, `令和8年11月23日`, `二〇二六年十一月二十三日`,
 * `2026년 11월 23일 오후 6:30`, `2026-11-23 下午6:30`, `2026/11/23(月) 18:30`. The year is required. Without a zone, the date is in the time
 * of Seoul, Tokyo or Beijing.
 *
 * @param written the text with the words around it, which tell the country if the date is only digits
 */
export function parseCjkDate(text: string, language?: string, written = text): Instant | undefined {
  if (!CJK.test(text) && !CJK.test(written) && !KOREAN_POINTS.test(text)) return undefined
  const plain = text.replace(/[〇零一二三四五六七八九十]{1,5}(?=[年月日号號時时点點分秒])/g, hanDigits)
  const date = DATE.exec(plain)?.groups
  if (!date) return undefined
  const year = fullEraYear(date.era, date.year ?? date.plainYear ?? '')
  if (year === undefined) return undefined
  const rest = (date.rest ?? '').replace(WEEKDAY, '').trim()
  const day = { year, month: Number(date.month), day: Number(date.day) }
  const home = homeOffsetMinutes(`${text} ${written}`, language)
  if (rest === '') return civilInstant({ ...day, offsetMinutes: home })
  const time = TIME.exec(rest)?.groups
  return time ? timedInstant(day, time, home) : undefined
}

function timedInstant(
  date: Pick<CivilTime, 'year' | 'month' | 'day'>,
  time: Partial<Record<string, string>>,
  home: number,
): Instant | undefined {
  const civil: CivilTime = {
    ...date,
    hour: writtenHour(Number(time.hour), time.before ?? time.after),
    minute: Number(time.minute ?? 0),
    second: Number(time.second ?? 0),
  }
  const local = civilInstant(civil)
  if (local === undefined) return undefined
  const zone = time.zone?.trim() ?? ''
  const offsetMinutes = zone === '' ? home : zoneOffsetMinutes(zone, local)
  return offsetMinutes === undefined ? undefined : civilInstant({ ...civil, offsetMinutes })
}

function writtenHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  // 午後0時 is noon; 中午12:30 needs no conversion.
  if (half === '中午') return hour < 3 ? hour + 12 : hour
  return hour === 0 ? (AFTER_NOON.test(half) ? 12 : 0) : hourOfDay(hour, AFTER_NOON.test(half) ? 'pm' : 'am')
}

function fullEraYear(era: string | undefined, written: string): number | undefined {
  const year = written === '元' ? 1 : Number(written)
  if (era !== undefined) return year + ERAS.get(era)!
  return written.length === 4 ? year : written.length === 2 ? 2000 + year : undefined
}

function homeOffsetMinutes(text: string, language: string | undefined): number {
  return HANGUL.test(text) || KOREAN_POINTS.test(text) || JAPANESE.test(text) || /^(?:ja|ko)\b/i.test(language ?? '')
    ? 540
    : 480
}
