import { percentIn } from '../../lib/percent.ts'

/** Formats numbers in one language. */
export interface Numbers {
  /** @param digits most decimals, 0 to 4 */
  number(value: number, digits: number): string
  /** As `percentIn`. */
  percent(share: number): string
}

const made = new Map<string, Numbers>()

/** Returns the formats of a language, cached because they are expensive to construct. */
export function numbersIn(language: string): Numbers {
  const known = made.get(language)
  if (known) return known
  const byDigits = [0, 1, 2, 3, 4].map((digits) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }))
  const numbers: Numbers = {
    number: (value, digits) => (byDigits[digits] ?? byDigits[4]!).format(value),
    percent: percentIn(language),
  }
  made.set(language, numbers)
  return numbers
}
