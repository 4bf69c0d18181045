import { asOf } from '../evidence/as-of.ts'
import type { ClaimReading } from './types.ts'

/** Years apart from which a statement and figures that differ can both be right. */
const YEARS_APART = 3
/** Reasons that state their own edition, so that time does not matter. */
const TIMELESS: ReadonlySet<string> = new Set(['rankDiffers'])

/**
 * Softens a contradiction by figures of another time to `depends`: "in 2015 the grid emitted 800 g" may well be true.
 *
 * @param folded the folded sentence; a date in it takes precedence over `date`
 * @param date of the text, `2026` or longer. Without either date the reading is returned unchanged
 */
export function heedTime(reading: ClaimReading, folded: string, date: string | undefined): ClaimReading {
  if (reading.verdict !== 'contradicted' || TIMELESS.has(reading.reason.key)) return reading
  const year = Number((asOf(folded) ?? date)?.slice(0, 4))
  const figure = reading.evidence.find((each) => each.place === reading.hub && each.date !== undefined)
  if (Number.isNaN(year) || !figure?.date) return reading
  if (Math.abs(year - Number(figure.date.slice(0, 4))) < YEARS_APART) return reading
  return { ...reading, verdict: 'depends', reason: { key: 'otherYear', params: { year, date: figure.date } } }
}
