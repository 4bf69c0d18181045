/** Words and signs that multiply the number before them, lower case. */
const UNITS = new Map<string, number>([
  ['k', 1e3],
  ['thousand', 1e3],
  ['mil', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['millionen', 1e6],
  ['millones', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
  ['milliarden', 1e9],
  ['milliards', 1e9],
  ['bilhoes', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trillion', 1e12],
  ['trillions', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
  ['млн', 1e6],
  ['млрд', 1e9],
  ['千', 1e3],
  ['万', 1e4],
  ['萬', 1e4],
  ['億', 1e8],
  ['亿', 1e8],
  ['兆', 1e12],
  ['천', 1e3],
  ['만', 1e4],
  ['억', 1e8],
  ['조', 1e12],
])

/** The value of a number and its unit. */
export interface Amount {
  /** The value, with `%` for a share; from 1,000 on with three significant digits, so that 1,192 and 1,190 million match. */
  readonly text: string
  /** Length of the unit in the text, in UTF-16 units. */
  readonly length: number
  readonly hasUnit: boolean
}

const AFTER =
  /^(?:\s?(?<percent>%|％|percent\b|per cent\b|パーセント|퍼센트|프로\b)|(?<cjk>[千万萬億亿兆천만억조]{1,2})|[\s-]?(?<word>[a-zа-я]{1,9})(?![a-zа-я0-9]))/

/**
 * Returns the value of a number and the unit after it, in one spelling for every language: `$1.2 billion`, `12億`, `12억` →
 * `1200000000`.
 *
 * @param digits as written, with separators
 * @param after what follows in the text, lower case; the first 12 characters are read
 * @returns undefined if `digits` is not a number
 */
export function readAmount(digits: string, after: string): Amount | undefined {
  const value = numberOf(digits)
  if (value === undefined) return undefined
  const match = AFTER.exec(after.slice(0, 12))
  const { percent, cjk, word } = match?.groups ?? {}
  if (percent !== undefined) return { text: `${rounded(value)}%`, length: match![0].length, hasUnit: true }
  let factor = 1
  if (cjk !== undefined) for (const unit of cjk) factor *= UNITS.get(unit)!
  else if (word !== undefined) factor = UNITS.get(word) ?? 1
  if (factor === 1) return { text: rounded(value), length: 0, hasUnit: false }
  return { text: rounded(value * factor), length: match![0].length, hasUnit: true }
}

/**
 * Parses `1,234`, `1,234.5` and `1.234,5`: separators of one sort before groups of exactly three digits group thousands; otherwise
 * the last separator is the decimal point.
 */
function numberOf(digits: string): number | undefined {
  const parts = digits.split(/[.,]/)
  if (parts.length > 1) {
    const last = parts.at(-1)!
    const isGrouped = parts.slice(1).every((part) => part.length === 3) && parts[0]!.length <= 3 && parts[0] !== '0'
    const mixesMarks = digits.includes('.') && digits.includes(',')
    const whole = isGrouped && !mixesMarks ? parts.join('') : `${parts.slice(0, -1).join('')}.${last}`
    const value = Number(whole)
    return Number.isFinite(value) ? value : undefined
  }
  const value = Number(digits)
  return Number.isFinite(value) && digits.length <= 15 ? value : undefined
}

function rounded(value: number): string {
  return value >= 1_000 ? String(Number(value.toPrecision(3))) : String(value)
}
