import { asOf } from '../evidence/as-of.ts'
import type { ClaimReading } from './types.ts'

/** Years between a statement and the figures from which they can both be right. */
const YEARS_APART = 3
/** These say themselves of when they are, or hold at any time. */
const TIMELESS: ReadonlySet<string> = new Set(['rankDiffers'])

/**
 * A statement is not contradicted by figures of another time: "in 2015 the grid emitted 800 g" may well have been so.
 *
 * @param folded the sentence
 * @param date of the text, `2026-11` or longer; what the sentence itself says comes before it. Undefined: today's
 */
export function heedTime(reading: ClaimReading, folded: string, date: string | undefined): ClaimReading {
  if (reading.verdict !== 'contradicted' || TIMELESS.has(reading.reason.key)) return reading
  const year = Number((asOf(folded) ?? date)?.slice(0, 4))
  const figure = reading.evidence.find((each) => each.place === reading.hub && each.date !== undefined)
  if (Number.isNaN(year) || !figure?.date) return reading
  if (Math.abs(year - Number(figure.date.slice(0, 4))) < YEARS_APART) return reading
  return { ...reading, verdict: 'depends', reason: { key: 'otherYear', params: { year, date: figure.date } } }
}
