import { everyMatch } from '../../lib/every-match.ts'
import { foldSentence } from './fold-sentence.ts'

/** A number with its unit in a sentence. */
export interface FoundQuantity {
  readonly value: number
  readonly unit: string
  readonly start: number
  readonly end: number
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
  만: 1e4,
  억: 1e8,
  조: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  十万: 1e5,
}
const SCALE_WORD =
  'thousand|million|billion|trillion|bn|mn|tn|k(?![a-z])|千亿|百亿|千万|百万|十万|[万亿億兆만억조]|千(?!瓦|米|ワ|キ)'
const NUMBER = `(?<number>\\d+(?:[.,]\\d+)*)(?:\\s?-\\s?\\d+(?:[.,]\\d+)*)?\\s?(?<scale>${SCALE_WORD})?\\s?`
const CURRENCIES: readonly (readonly [string, string])[] = [
  ['HKD', 'hk\\$|港元|港币|hong kong dollars?'],
  ['USD', 'us\\$|(?<![a-z])\\$|美元|us dollars?|米ドル'],
  ['TWD', 'nt\\$|新台币'],
  ['SGD', 's\\$|新元'],
  ['CNY', 'rmb|人民币|yuan|cny|元'],
  ['JPY', '¥|yen|日元|円|日圆'],
  ['KRW', '원|韩元|won'],
]
const PER_KWH = '(?:\\s?/\\s?|\\s?(?:a|per|each)\\s)(?:kwh|kilowatt[- ]hours?)'
const KWH_BEFORE = '(?:每(?:度(?:电)?|千瓦时|kwh)|per kwh|1kwh(?:あたり|当たり))'

/** Unit, factor to it, and pattern of the text after the number. The first match wins. */
const AFTER_NUMBER: readonly (readonly [string, number, string])[] = [
  [
    'g/kWh',
    1,
    '(?:g|grams?|gco2e?q?|克)(?: of)?(?: (?:co2|carbon dioxide)e?)?\\s?(?:/|per|a|(?=[^,。]{0,12}千瓦时))\\s?(?:kwh|kilowatt[- ]hour)?',
  ],
  // Becomes g/kWh if the kilowatt-hour is written before the number.
  ['g', 1, '(?:grams?|克)'],
  ['HK¢/kWh', 1, `hk(?: cents?|¢)(?:${PER_KWH})?`],
  ['USD/kWh', 0.01, `(?:us )?cents?${PER_KWH}`],
  ['USD/kWh', 0.01, 'us cents?'],
  ['GWh', 1, '(?:gwh|gigawatt[- ]hours?)'],
  ['kWh', 1, '(?:kwh|kilowatt[- ]hours?|千瓦时|千瓦時)'],
  ['MW', 1000, '(?:gw|gigawatts?|吉瓦|ギガワット)(?!h)'],
  ['MW', 1, '(?:mw|megawatts?|兆瓦|メガワット|메가와트)(?!h)'],
  ['MW', 0.001, '(?:kw|kilowatts?|千瓦|キロワット)(?!h|时|時)'],
  ['MW', 0.000001, '瓦(?!时)'],
  ['PFLOPS', 1000, '(?:eflops|exaflops|エクサフロップス)'],
  ['PFLOPS', 1, '(?:pflops|petaflops|ペタフロップス|p算力)'],
  ['Tbps', 1, '(?:tbps|terabits?(?: (?:a|per) second)?|太比特|テラビット)'],
  ['ms', 1, '(?:ms|milliseconds?|毫秒|ミリ秒|밀리초)'],
  ['racks', 1, '(?:个)?(?:标准)?(?:racks?|机柜|机架|ラック)'],
  [
    'GPUs',
    1,
    '(?:[\\w.]+ |domestic |ai |基の|张|枚の?|块|片)?(?:国产)?(?:gpus?|accelerators?|accelerator cards?|加速卡)',
  ],
  ['%', 1, '(?:%|percent|per cent|パーセント|퍼센트)'],
  ['companies', 1, '(?:家|社|startups?|ai startups?|firms?|companies)'],
  ['people', 1, '(?:宗|people|applications?|名|人|件)'],
  ...CURRENCIES.map(([code, words]) => [`${code}/kWh`, 1, `(?:${words})${PER_KWH}`] as const),
  ...CURRENCIES.map(([code, words]) => [code, 1, `(?:${words.replace('(?<![a-z])', '')})`] as const),
]
const BEFORE_NUMBER = CURRENCIES.map(([code, words]) => [code, new RegExp(`(?:${words})\\s?${NUMBER}`, 'gu')] as const)
const PATTERNS = AFTER_NUMBER.map(
  ([unit, factor, words]) => [unit, factor, new RegExp(`${NUMBER}${words}(?![a-z])`, 'gu')] as const,
)
/** `三成` is 30 %, but `2026成都` is a year and a city, and `两成员` is two members. */
const TENTHS = /(?<![\d.])(?<number>\d(?:\.\d)?)\s?成(?![为立功员果就长本交])/gu
const PUE = /\bpue\b[^\d]{0,14}(?<number>\d\.\d+)/gu
/** `電價每度0.35元`, `每千瓦时0.35元`: the kilowatt-hour comes before the number. */
const PRICED_PER = new RegExp(`${KWH_BEFORE}[^\\d,，。]{0,4}$`, 'u')
/** `$0.17 per kWh`: the currency comes before the number, the kilowatt-hour after it. */
const PRICED_BEHIND = new RegExp(`^${PER_KWH}(?![a-z])`, 'u')
const CJK_DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/**
 * Finds numbers with units in a sentence, in reading order, without overlaps. Units are those of `Quantity`, and `g` and `kWh`.
 *
 * @example
 * findQuantities('Johor had 1.3 GW') // [{ value: 1300, unit: 'MW', start: 10, end: 16 }]
 */
export function findQuantities(sentence: string): readonly FoundQuantity[] {
  const folded = foldSentence(sentence).replace(
    /[一二两三四五六七八九](?=[万亿億千]|成)/gu,
    (digit) => CJK_DIGITS[digit]!,
  )
  const found: FoundQuantity[] = []
  const add = (match: RegExpMatchArray, unit: string, factor: number) => {
    const start = match.index!
    const end = start + match[0].length
    if (found.some((other) => start < other.end && end > other.start)) return
    const { number, scale } = match.groups!
    const value = Number(number!.replace(/,/g, '')) * (scale === undefined ? 1 : SCALES[scale]!) * factor
    if (!Number.isFinite(value)) return
    const isMoney = /^[A-Z]{3}$/.test(unit)
    const behind = isMoney ? (PRICED_BEHIND.exec(folded.slice(end, end + 30))?.[0].length ?? 0) : 0
    const isPerKwh = behind > 0 || ((unit === 'g' || isMoney) && PRICED_PER.test(folded.slice(0, start)))
    const written = { value: Number(value.toPrecision(12)), unit: isPerKwh ? `${unit}/kWh` : unit }
    found.push({ ...written, start, end: end + behind })
  }
  for (const match of everyMatch(folded, PUE)) add(match, 'PUE', 1)
  for (const match of everyMatch(folded, TENTHS)) add(match, '%', 10)
  for (const [code, pattern] of BEFORE_NUMBER) for (const match of everyMatch(folded, pattern)) add(match, code, 1)
  for (const [unit, factor, pattern] of PATTERNS)
    for (const match of everyMatch(folded, pattern)) add(match, unit, factor)
  return found.sort((a, b) => a.start - b.start)
}
