import type { AtlasLists } from './atlas-lists.ts'
import { checkRoundTrips, ImpossibleRoundTripError } from './check-round-trips.ts'
import { type DataFile, type Report, readCsv } from './read-rows.ts'
import { roundTripSchema } from './schemas.ts'
import type { RoundTripRow } from './types.ts'

/** Reads measured round trips, and reports unknown places or sources and pairs faster than light in fibre. */
export function readRoundTrips(file: DataFile | undefined, lists: AtlasLists, report: Report): RoundTripRow[] {
  if (!file) return []
  const positionOf = (id: string) => lists.hubs.get(id)?.value ?? lists.endpoints.get(id)?.value
  const rows = readCsv(file, roundTripSchema, report)
  for (const { line, value } of rows) {
    for (const field of ['from', 'to'] as const)
      if (!positionOf(value[field]))
        report({ file: file.name, line, field, problem: `"${value[field]}" is no hub or endpoint` })
    if (!lists.references.has(value.source))
      report({ file: file.name, line, field: 'source', problem: `"${value.source}" is no reference` })
  }
  const trips = rows.map(({ value }) => value)
  try {
    checkRoundTrips(trips, positionOf)
  } catch (error) {
    if (!(error instanceof ImpossibleRoundTripError)) throw error
    report({ file: file.name, problem: error.message })
  }
  return trips
}
