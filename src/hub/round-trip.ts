import type { RoundTrip, Without } from './atlas-types.ts'
import { estimateRoundTrip } from './estimate-round-trip.ts'
import { distanceKm, floorMs } from './great-circle.ts'
import type { Hub, Position, RoundTripRow } from './types.ts'

/** Least half width of a measured round trip, as a share: April 2024 medians of Azure and CloudPing differ by 1 to 10 %. */
const MEASURED_SPREAD = 0.05

/** Measured rows by their two ends, in either order. */
export type RoundTripIndex = ReadonlyMap<string, readonly RoundTripRow[]>

export function indexRoundTrips(rows: readonly RoundTripRow[]): RoundTripIndex {
  const index = new Map<string, RoundTripRow[]>()
  for (const row of rows) {
    const key = keyOf(row.from, row.to)
    const list = index.get(key)
    if (list) list.push(row)
    else index.set(key, [row])
  }
  return index
}

/**
 * Returns the round trip from a hub: measured to the place itself or to an endpoint that represents it, else estimated. The
 * value is the mean of the first source's rows, and the interval spans all rows. Only a source's newest rows of a pair count.
 */
export function roundTripOf(
  hub: Hub,
  to: Position & { readonly id: string; readonly via?: readonly string[] },
  index: RoundTripIndex,
  without: Without = {},
): RoundTrip {
  const estimate = estimateRoundTrip(hub, to)
  if (hub.id === to.id) return { ...estimate, method: 'estimated', rows: [] }
  const ends = [to.id, ...(to.via ?? [])]
  const rows = without.methods?.includes('measured')
    ? []
    : ends
        .flatMap((end) => newestOf(index.get(keyOf(hub.id, end)) ?? []))
        .filter(({ source }) => source !== without.source)
  const [first] = rows
  if (!first) return { ...estimate, method: 'estimated', rows }
  const own = rows.filter(({ source }) => source === first.source).map(({ ms }) => ms)
  const ms = own.reduce((sum, each) => sum + each, 0) / own.length
  const all = rows.map((row) => row.ms)
  // The endpoint may be some distance from the place, but the bound for the place itself must still hold.
  const floor = floorMs(distanceKm(hub, to))
  const lo = Math.max(Math.min(ms * (1 - MEASURED_SPREAD), ...all), Math.min(floor, ms))
  return { ms, lo, hi: Math.max(ms * (1 + MEASURED_SPREAD), ...all), floorMs: floor, method: 'measured', rows }
}

/** Keeps each source's newest rows: a repeated measurement replaces the earlier one. */
function newestOf(rows: readonly RoundTripRow[]): readonly RoundTripRow[] {
  const newest = new Map<string, string>()
  for (const { source, date } of rows) if (date > (newest.get(source) ?? '')) newest.set(source, date)
  return rows.filter(({ source, date }) => newest.get(source) === date)
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
