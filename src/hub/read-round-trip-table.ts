import { parse } from 'csv-parse/sync'
import type { Atlas } from './atlas-types.ts'
import { checkRoundTrips, type MeasuredPair } from './check-round-trips.ts'

/** A table of round trips cannot be read; the message says what was expected. */
export class RoundTripTableError extends Error {
  override readonly name = 'RoundTripTableError'
}

export interface RoundTripTable {
  readonly pairs: readonly MeasuredPair[]
  /** Names that match no hub, endpoint or cloud region; their pairs are neither checked nor returned. */
  readonly unknown: readonly string[]
}

/**
 * Reads a matrix of round trips in milliseconds as cloud providers publish it, with a row and a column per place, and checks
 * it against the speed of light in fibre. Places are named by our ids or by cloud region names, `Japan East` or `japan_east`.
 *
 * @throws RoundTripTableError if it is no such matrix
 * @throws ImpossibleRoundTripError if any pair is faster than light
 */
export function readRoundTripTable(csv: string, atlas: Atlas): RoundTripTable {
  let rows: string[][]
  try {
    rows = parse(csv, { bom: true, skip_empty_lines: true, trim: true })
  } catch (error) {
    throw new RoundTripTableError(`No table: ${(error as Error).message}`)
  }
  const [[, ...columns] = [], ...lines] = rows
  if (columns.length === 0 || lines.length === 0)
    throw new RoundTripTableError('No table: expected a head line of places and a row for each place')
  const idOf = placeNames(atlas)
  const unknown = new Set<string>()
  const pairs: MeasuredPair[] = []
  for (const [from = '', ...cells] of lines) {
    for (const [index, cell] of cells.entries()) {
      if (cell === '') continue
      const ms = Number(cell)
      if (!(ms > 0))
        throw new RoundTripTableError(`${from}, ${columns[index]}: ${JSON.stringify(cell)} is no number of ms`)
      const ends = [from, columns[index] ?? ''].map((name) => {
        const id = idOf.get(plain(name))
        if (id === undefined) unknown.add(name)
        return id
      })
      if (ends[0] !== undefined && ends[1] !== undefined) pairs.push({ from: ends[0], to: ends[1], ms })
    }
  }
  checkRoundTrips(pairs, (id) => atlas.hub(id) ?? atlas.endpoint(id))
  return { pairs, unknown: [...unknown] }
}

function placeNames(atlas: Atlas): Map<string, string> {
  const names = new Map<string, string>()
  for (const hub of atlas.hubs)
    for (const code of [hub.id, ...Object.values(hub.clouds)]) names.set(plain(code), hub.id)
  for (const { id, name } of atlas.endpoints) for (const each of [id, name.split(' (')[0]!]) names.set(plain(each), id)
  return names
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
