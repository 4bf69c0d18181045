import type { RoundTripRow } from './types.ts'

const FIELDS = ['from', 'to', 'ms', 'percentile', 'date', 'source'] as const

/** Replaces the rows of one source where the first of them stands; rows of other sources stay. */
export function replaceRoundTrips(
  rows: readonly RoundTripRow[],
  source: string,
  measured: readonly RoundTripRow[],
): readonly RoundTripRow[] {
  const others = (list: readonly RoundTripRow[]) => list.filter((row) => row.source !== source)
  const first = rows.findIndex((row) => row.source === source)
  if (first < 0) return [...rows, ...measured]
  return [...rows.slice(0, first), ...measured, ...others(rows.slice(first))]
}

/** Writes rows as the table that `readRoundTrips` reads; no field can contain a comma. */
export function writeRoundTrips(rows: readonly RoundTripRow[]): string {
  const lines = rows.map((row) => FIELDS.map((field) => row[field] ?? '').join(','))
  return `${[FIELDS.join(','), ...lines].join('\n')}\n`
}
