import { type Bound, boundOf, holds, rounds } from './bounds.ts'
import { type Numeral, numeralsOf } from './numerals.ts'

/** A number with its unit: `$1.2bn`, `12 億美元`, `三成`, `400 MW`. */
export interface Quantity {
  readonly value: number
  /** Currency code, `%`, or a unit of measurement; undefined for a plain count or an unknown unit. */
  readonly unit: string | undefined
  readonly start: number
  readonly end: number
  /** As written. */
  readonly text: string
  /** Whether the words around it make it an estimate or a bound. */
  readonly bound: Bound
  /** As written, with the words of its bound: `fewer than 40`. */
  readonly boundText: string
}

const CURRENCY_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:hk\$|hkd) ?$/, 'HKD'],
  [/(?:nt\$|twd) ?$/, 'TWD'],
  [/(?:s\$|sgd) ?$/, 'SGD'],
  [/(?:a\$|aud|au\$) ?$/, 'AUD'],
  [/(?:c\$|cad|ca\$) ?$/, 'CAD'],
  [/(?:rmb|cny|人民币) ?$/, 'CNY'],
  [/(?:us\$|\$|usd|美元) ?$/, 'USD'],
  [/(?:€|eur) ?$/, 'EUR'],
  [/(?:£|gbp) ?$/, 'GBP'],
  [/(?:₩|krw) ?$/, 'KRW'],
  [/jpy ?$/, 'JPY'],
]
const CURRENCY_AFTER: readonly (readonly [RegExp, string])[] = [
  [/^ ?(?:港元|港币|hong kong dollars?|hkd|홍콩 ?달러|香港ドル)/, 'HKD'],
  [/^ ?(?:新台币|台币|元新台币|new taiwan dollars?|twd|台湾ドル)/, 'TWD'],
  [/^ ?(?:新加坡元|新元|singapore dollars?|sgd)/, 'SGD'],
  [/^ ?(?:澳元|australian dollars?)/, 'AUD'],
  [/^ ?(?:美元|美金|us dollars?|u\.s\. dollars?|dollars?|usd|달러|ドル|米ドル)/, 'USD'],
  [/^ ?(?:人民币|元人民币|yuan|rmb|cny|renminbi|위안|人民元)/, 'CNY'],
  [/^ ?(?:日元|日圆|日币|円|yen\b|jpy|엔)/, 'JPY'],
  [/^ ?(?:韩元|韩圆|won\b|krw|ウォン|원)/, 'KRW'],
  [/^ ?(?:欧元|euros?\b|eur\b|유로|ユーロ)/, 'EUR'],
  [/^ ?(?:英镑|pounds?\b|gbp|파운드|ポンド)/, 'GBP'],
]
const PERCENT_AFTER =
  /^ ?(?:%p?|percent(?:age)?(?: points?)?|per cent|个百分点|パーセント|ポイント|퍼센트|프로(?![가-힣]))/
const PERCENT_BEFORE = /百分之$/
/** 成 and 할 are tenths. */
const TENTHS_AFTER = /^(?:成(?![为立功员果就长本交])|割(?=[^り]|$)|할(?=[ 이을의가로]))/
/** Units of measurement in folded text, which has 时 for 時, each with its base unit and factor. */
const MEASURES: readonly (readonly [RegExp, string, number])[] = [
  [/^[ -]?(?:twh|terawatt[- ]hours?|太瓦时|テラワット时|테라와트시)/, 'Wh', 1e12],
  [/^[ -]?(?:gwh|gigawatt[- ]hours?|吉瓦时|ギガワット时|기가와트시)/, 'Wh', 1e9],
  [/^[ -]?(?:mwh|megawatt[- ]hours?|兆瓦时|メガワット时|메가와트시)/, 'Wh', 1e6],
  [/^[ -]?(?:kwh|kilowatt[- ]hours?|千瓦时|キロワット时|킬로와트시)/, 'Wh', 1e3],
  [/^[ -]?(?:tw\b|terawatts?|太瓦|テラワット|테라와트)/, 'W', 1e12],
  [/^[ -]?(?:gw\b|gigawatts?|吉瓦|ギガワット|기가와트)/, 'W', 1e9],
  [/^[ -]?(?:mw\b|megawatts?|兆瓦|メガワット|메가와트)/, 'W', 1e6],
  [/^[ -]?(?:kw\b|kilowatts?|千瓦|キロワット|킬로와트)/, 'W', 1e3],
  // 千 of 千瓦 is read with the number before it: 1.2亿千瓦时.
  [/^ ?瓦时/, 'Wh', 1],
  [/^ ?瓦/, 'W', 1],
  [/^[ -]?(?:km\b|kilomet(?:re|er)s?|公里|キロメートル|킬로미터)/, 'm', 1e3],
  [/^[ -]?(?:nm\b|nanomet(?:re|er)s?|纳米|ナノメートル|나노)/, 'nm', 1],
  [/^[ -]?(?:gb\b|gigabytes?)/, 'B', 1e9],
  [/^[ -]?(?:tb\b|terabytes?)/, 'B', 1e12],
  [/^[ -]?(?:hours?|小时|个小时|时间|시간)/, 'hour', 1],
  [/^[ -]?(?:minutes?|分钟|分间|분(?![가-힣]))/, 'minute', 1],
  [/^[ -]?(?:weeks?|周(?![一二三四五六日])|个星期|周间|주(?=[ 간]))/, 'week', 1],
  [/^[ -]?(?:months?|个月|か月|カ月|ヶ月|개월)/, 'month', 1],
  [/^[ -]?(?:years?(?! old)|年间|년간)/, 'year', 1],
  [/^[ -]?(?:days?\b|天|日间|일간)/, 'day', 1],
]
/**
 * Finds the quantities of a text.
 *
 * @param text original text, for display; `folded` has the same length
 * @param skipped spans that are not quantities: dates, names with digits
 */
export function quantitiesOf(text: string, folded: string, skipped: readonly Span[]): readonly Quantity[] {
  return [...eachQuantity(text, folded, skipped)]
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Finds the quantities of a text one by one, for callers that need only the first: reading a unit costs ten times finding a number. */
export function* eachQuantity(text: string, folded: string, skipped: readonly Span[]): Generator<Quantity> {
  for (const numeral of numeralsOf(folded)) {
    if (skipped.some((place) => numeral.start < place.end && numeral.end > place.start)) continue
    yield quantityAt(text, folded, numeral)
  }
}

function quantityAt(text: string, folded: string, { value, start, end }: Numeral): Quantity {
  const before = folded.slice(Math.max(0, start - 24), start)
  const after = folded.slice(end, end + 24)
  const whole = (unit: string | undefined, factor: number, from: number, length: number): Quantity => {
    const written = boundOf(folded, from, end + length)
    return {
      value: value * factor,
      unit,
      start: from,
      end: end + length,
      text: text.slice(from, end + length).trim(),
      bound: written.bound,
      boundText: text.slice(written.start, written.end).trim(),
    }
  }
  const percent = PERCENT_AFTER.exec(after)
  if (percent) return whole('%', 1, start, percent[0].length)
  if (PERCENT_BEFORE.test(before)) return whole('%', 1, start - 3, 0)
  const tenths = TENTHS_AFTER.exec(after)
  if (tenths) return whole('%', 10, start, tenths[0].length)
  for (const [pattern, currency] of CURRENCY_BEFORE) {
    const found = pattern.exec(before)
    if (found) return whole(currency, 1, start - found[0].length, 0)
  }
  for (const [pattern, currency] of CURRENCY_AFTER) {
    const found = pattern.exec(after)
    if (found) return whole(currency, 1, start, found[0].length)
  }
  for (const [pattern, unit, factor] of MEASURES) {
    const found = pattern.exec(after)
    if (found) return whole(unit, factor, start, found[0].length)
  }
  return whole(undefined, 1, start, 0)
}

/**
 * Whether a quantity of a sentence says no more than one of its source: same unit if both have one, same value except for a rounding
 * that the sentence calls one, and a bound that follows from the bound of the source.
 */
export function sameQuantity(said: Quantity, source: Quantity): boolean {
  if (!isSameValue(said, source)) return isRounded(said, source)
  // The power of a plant is what it draws or gives at most.
  const isPower = source.unit === 'W' && source.bound === 'most'
  return holds(said.bound, isPower ? 'plain' : source.bound)
}

/** Whether two quantities have the same value and no different units, whatever their bounds. */
export function isSameValue(said: Quantity, source: Quantity): boolean {
  return isSameUnit(said, source) && closeTo(said.value, source.value)
}

function isSameUnit(said: Quantity, source: Quantity): boolean {
  if (said.unit !== undefined && source.unit !== undefined && said.unit !== source.unit) return false
  return said.unit !== '%' || source.unit !== undefined
}

/** "More than 500" for 512, "nearly $3bn" for 2.9: a rounding by at most 5 %, to fewer significant digits. */
function isRounded(said: Quantity, source: Quantity): boolean {
  if (!isSameUnit(said, source)) return false
  const gap = (source.value - said.value) / Math.max(Math.abs(source.value), 1e-9)
  if (Math.abs(gap) > 0.05 || !isRounder(said.value, source.value)) return false
  return rounds(said.bound, source.bound, gap)
}

function closeTo(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}

/** Whether a number has fewer significant digits than the other. */
function isRounder(a: number, b: number): boolean {
  const digits = (value: number) => String(Number(value.toPrecision(12))).replace(/^0\.0*|\.|0+$/g, '').length
  return digits(a) < digits(b)
}
