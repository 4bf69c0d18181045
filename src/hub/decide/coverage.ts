import type { Cell } from './cells.ts'

/**
 * Share of the weight for which a hub needs data to be ranked. At 0.6 hubs of which hardly anything is known came first in a
 * fifth of the draws, from ignorance alone.
 */
export const LEAST_COVERAGE = 0.75

/** @returns share of the weight for which there is a datum, in [0, 1] */
export function coverageOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { weight, datum }) => (datum ? sum + weight : sum), 0)
}
