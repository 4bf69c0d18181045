const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH_YEAR = new RegExp(`\\b(${MONTHS.join('|')}) (20\\d\\d)\\b`, 'u')
const CJK_MONTH_YEAR = /(20\d\d) ?年 ?(1[0-2]|[1-9]) ?月/u
const YEAR = /(?<![\d.,-])(20[1-4]\d)(?![\d.,]*\d|[-–]\d| ?(?:mw|gw|gpu|pflops|個|个|家|社|台|基|枚))/u

/** Returns the year or month that a folded sentence gives for its statement: `2024` or `2024-11`. */
export function asOf(folded: string): string | undefined {
  const named = MONTH_YEAR.exec(folded)
  if (named) return `${named[2]}-${String(MONTHS.indexOf(named[1]!) + 1).padStart(2, '0')}`
  const cjk = CJK_MONTH_YEAR.exec(folded)
  if (cjk) return `${cjk[1]}-${cjk[2]!.padStart(2, '0')}`
  return YEAR.exec(folded)?.[1]
}
