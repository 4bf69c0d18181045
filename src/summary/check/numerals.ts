import { everyMatch } from '../../lib/every-match.ts'

/** A number found in a folded text: its value without unit or currency. */
export interface Numeral {
  readonly value: number
  readonly start: number
  /** Exclusive; includes the words that multiply the number. */
  readonly end: number
}

const DIGITS = /(?<![a-z0-9])(?<![a-z0-9][-_./])\d+(?:[.,]\d+)*/g
const CJK_FACTORS: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  兆: 1e12,
  천: 1e3,
  만: 1e4,
  억: 1e8,
  조: 1e12,
  백: 100,
}
/** A run of CJK factors; 兆 before a unit of measurement is excluded, as it means mega (兆瓦 is a megawatt). */
const CJK_FACTOR_RUN = /^(?: ?(?:[百千万亿천만억조백]|兆(?![瓦赫字位])))+/
const LATIN_FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  bln: 1e9,
  billion: 1e9,
  tn: 1e12,
  trln: 1e12,
  trillion: 1e12,
}
const LATIN_FACTOR = /^[\s-]?(thousand|million|billion|trillion|bln|mln|trln|bn|mn|tn|[kmb])(?![a-z0-9])/
/** English number words from two to ninety; numbers between the tens are compounds of two. */
export const ENGLISH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, index + 2] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const),
])
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const UNITS = 'one|two|three|four|five|six|seven|eight|nine'
const ENGLISH = new RegExp(
  `\\b(?:(${TENS})(?:[- ](${UNITS}))?|(${[...ENGLISH_NUMBERS.keys()].join('|')})|(?:a|one)(?= (?:hundred|thousand|million|billion|trillion|dozen)))\\b( hundred| dozen)?`,
  'g',
)
const FOREIGN = /[^\0-\x7f]/
const HAN_DIGITS = '零一二三四五六七八九'
/** Digits after the factor they are below, in Korean also after a space; not years, and not digits with a point or a unit of time. */
const CJK_REST = /^(?:[万亿만억]|[만억] )(\d{1,3}(?:,\d{3})|\d{1,4})(?![\d.,:]|[ ]?[年년月월日일时시])/

/**
 * Han numerals: percentages, then those with a factor, then small ones before a counter. One with a factor must begin where its run of
 * digits does, which keeps matching linear on long runs.
 */
const HAN =
  /(?<=百分之)[零一二三四五六七八九两十百]+(?:点[零一二三四五六七八九]+)?|(?<![零〇一二三四五六七八九两])[零〇一二三四五六七八九两][零〇一二三四五六七八九两十百千万亿]*(?:亿|万|千|百|十)(?:[零〇一二三四五六七八九两十百千万]*[零〇一二三四五六七八九十百千万])?|十[一二三四五六七八九]?(?:[万亿]|(?=[个家名人年月日次倍项款台座位种件间国天%]))|[二三四五六七八九两](?=[个家名人年次倍项款台座位种件间成社天つ]|小时|分钟|时间)/g

/** Finds the numbers of a folded text, in order: digits with their multipliers (`12亿5000万`), English words, Han numerals. */
export function numeralsOf(folded: string): readonly Numeral[] {
  const found = [...digitNumerals(folded), ...englishNumerals(folded), ...hanNumerals(folded)]
  return found.sort((a, b) => a.start - b.start)
}

function digitNumerals(folded: string): Numeral[] {
  const found: Numeral[] = []
  let taken = 0
  for (const match of everyMatch(folded, DIGITS)) {
    const start = match.index
    if (start < taken) continue
    const written = writtenValue(match[0])
    if (written === undefined) continue
    let { value, end } = multiplied(folded, written, start + match[0].length)
    // 12亿5000万: the next part must be of a smaller order.
    for (let order = value / written; order >= 1e4; ) {
      const next = /^ ?(\d+(?:[.,]\d+)*)(?= ?[千万亿천만억百백])/.exec(folded.slice(end, end + 16))
      const part = next ? writtenValue(next[1]!) : undefined
      if (!next || part === undefined) break
      const more = multiplied(folded, part, end + next[0].length)
      if (more.value / part >= order) break
      order = more.value / part
      value += more.value
      end = more.end
    }
    // 4万1000件: the digits below the last factor have no factor of their own.
    const rest = CJK_REST.exec(folded.slice(end - 1, end + 16))
    const below = rest ? writtenValue(rest[1]!) : undefined
    if (rest && below !== undefined && below < 10_000 && value >= 10_000) {
      value += below
      end += rest[0].length - 1
    }
    found.push({ value, start, end })
    taken = end
  }
  return found
}

function multiplied(folded: string, written: number, end: number): { value: number; end: number } {
  const after = folded.slice(end, end + 14)
  const cjk = CJK_FACTOR_RUN.exec(after)?.[0]
  if (cjk) {
    const factor = [...cjk].reduce((product, unit) => product * (CJK_FACTORS[unit] ?? 1), 1)
    return { value: written * factor, end: end + cjk.length }
  }
  const latin = LATIN_FACTOR.exec(after)
  if (!latin) return { value: written, end }
  return { value: written * LATIN_FACTORS[latin[1]!]!, end: end + latin[0].length }
}

/** Parses `1,234.5`, `1.234,5` and `1,234`: a comma before three digits groups, any other separator is a decimal point. */
function writtenValue(digits: string): number | undefined {
  if (digits.length > 18) return undefined
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)
  const german = /^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits)
  const plain = grouped
    ? digits.replaceAll(',', '')
    : german
      ? digits.replaceAll('.', '').replace(',', '.')
      : digits.replace(',', '.')
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}

function englishNumerals(folded: string): Numeral[] {
  return everyMatch(folded, ENGLISH).map((match) => {
    const [all, tens, unit, word, times] = match
    const small = tens ? ENGLISH_NUMBERS.get(tens)! + (unit ? wordValue(unit) : 0) : word ? wordValue(word) : 1
    const scaled = small * (times === ' hundred' ? 100 : times === ' dozen' ? 12 : 1)
    return { start: match.index, ...multiplied(folded, scaled, match.index + all.length) }
  })
}

function wordValue(word: string): number {
  return word === 'one' ? 1 : ENGLISH_NUMBERS.get(word)!
}

function hanNumerals(folded: string): Numeral[] {
  if (!FOREIGN.test(folded)) return []
  return everyMatch(folded, HAN).map((match) => ({
    value: hanValue(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Parses a Han numeral: 三千五百万 → 35,000,000, 六点五 → 6.5. A final digit without a unit counts as ones. */
function hanValue(written: string): number {
  const [whole, decimals] = written.split('点')
  if (decimals !== undefined) {
    return Number(`${hanValue(whole!)}.${[...decimals].map((digit) => HAN_DIGITS.indexOf(digit)).join('')}`)
  }
  let total = 0
  let section = 0
  let digit = 0
  for (const unit of written) {
    const place = unit === '〇' ? 0 : unit === '两' ? 2 : HAN_DIGITS.indexOf(unit)
    if (place >= 0) {
      digit = place
      continue
    }
    const factor = CJK_FACTORS[unit]!
    if (factor >= 1e4) {
      total = (total + section + digit) * factor
      section = 0
    } else section += (digit || 1) * factor
    digit = 0
  }
  return total + section + digit
}
