import type { Cell } from './cells.ts'

/** @returns the share of the weight that has a datum, in [0, 1] */
export function coverageOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { weight, datum }) => (datum ? sum + weight : sum), 0)
}
