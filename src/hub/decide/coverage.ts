import type { Cell } from './cells.ts'

/** @returns share of the weight for which there is a datum, in [0, 1] */
export function coverageOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { weight, datum }) => (datum ? sum + weight : sum), 0)
}
