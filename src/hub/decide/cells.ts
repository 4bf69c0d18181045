import type { Atlas, Without } from '../atlas-types.ts'
import type { Hub, Market, Observation, RoundTripRow } from '../types.ts'
import type { Needs } from './needs.ts'
import type { MarketTrip } from './types.ts'
import { worthBetween, worthUnderBound } from './value.ts'

/** Month of the measurements that the estimate is calibrated on. */
const ESTIMATE_DATE = '2024-04'

/** One hub's datum for one criterion, with its weight and worth. */
export interface Cell {
  readonly criterion: string
  readonly unit: string
  readonly weight: number
  /** Undefined if there is none. */
  readonly datum?: Datum
  /** Worth of the datum's value in [0, 1]; 0.5 without a datum. */
  readonly scale: number
}

export interface Datum {
  readonly value: number
  readonly lo: number
  readonly hi: number
  readonly observation: Observation
  readonly markets?: readonly MarketTrip[]
  /** Distributions to draw from: one triangle, or one per market with its weight. */
  readonly triangles: readonly Triangle[]
}

export interface Triangle {
  readonly lo: number
  readonly mode: number
  readonly hi: number
  readonly weight: number
  readonly worth: (value: number) => number
}

/** Returns a hub's cells in the order of the criteria. */
export function cellsOf(
  hub: Hub,
  criteria: Needs['criteria'],
  needs: Needs,
  atlas: Atlas,
  without: Without,
): readonly Cell[] {
  return criteria.map(({ id, weight }) => {
    const indicator = atlas.indicator(id)!
    const datum =
      indicator.series === 'round-trips'
        ? latencyDatum(hub, needs, atlas, without)
        : plainDatum(hub, id, atlas, without)
    const scale = datum ? datum.triangles.reduce((sum, each) => sum + each.weight * each.worth(each.mode), 0) : 0.5
    return { criterion: id, unit: indicator.unit, weight, datum, scale }
  })
}

function plainDatum(hub: Hub, id: string, atlas: Atlas, without: Without): Datum | undefined {
  const reading = atlas.reading(hub.id, id, without)
  if (!reading) return undefined
  const { observation, lo, hi } = reading
  const { value } = observation
  const worth = worthBetween(atlas.indicator(id)!.anchors!)
  return { value, lo, hi, observation, triangles: [{ lo, mode: value, hi, weight: 1, worth }] }
}

/** Returns the weighted round trips to the markets; undefined if there are none or one was obtained by a method that is left out. */
function latencyDatum(hub: Hub, needs: Needs, atlas: Atlas, without: Without): Datum | undefined {
  const trips = marketTrips(hub, needs, atlas, without)
  if (trips.length === 0 || trips.some(({ method }) => without.methods?.includes(method))) return undefined
  const worth = worthBetween(atlas.indicator('latency')!.anchors!)
  const sum = (pick: (trip: MarketTrip) => number) => trips.reduce((total, trip) => total + trip.weight * pick(trip), 0)
  const [value, lo, hi] = [sum(({ ms }) => ms), sum((trip) => trip.lo), sum((trip) => trip.hi)]
  const isMeasured = trips.every(({ method }) => method === 'measured')
  const [row] = isMeasured ? trips.flatMap((trip) => trip.rows) : []
  return {
    value,
    lo,
    hi,
    markets: trips.map(({ rows: _rows, ...trip }) => trip),
    triangles: trips.map((trip) => ({
      lo: trip.lo,
      mode: trip.ms,
      hi: trip.hi,
      weight: trip.weight,
      worth: worthToMarket(trip.boundMs, worth),
    })),
    observation: {
      hub: hub.id,
      indicator: 'latency',
      value,
      lo,
      hi,
      unit: 'ms',
      scope: 'city',
      method: isMeasured ? 'measured' : 'estimated',
      date: row?.date ?? ESTIMATE_DATE,
      source: row?.source ?? 'great-circle',
    },
  }
}

function worthToMarket(boundMs: number | undefined, worth: (ms: number) => number): (ms: number) => number {
  return boundMs === undefined ? worth : (ms) => worthUnderBound(ms, boundMs)
}

/** Returns one round trip per market, with weights that sum to 1. */
export function marketTrips(
  hub: Hub,
  needs: Pick<Needs, 'markets'>,
  atlas: Atlas,
  without: Without = {},
): (MarketTrip & { readonly rows: readonly RoundTripRow[] })[] {
  const total = needs.markets.reduce((sum, { weight }) => sum + weight, 0)
  return needs.markets.map(({ market, weight, maxRoundTripMs }) => ({
    market,
    weight: weight / total,
    boundMs: maxRoundTripMs,
    ...tripToMarket(hub, atlas.market(market)!, atlas, without),
  }))
}

/** Returns the weighted mean round trip over a market's points; it counts as measured if each of them is, or is the hub itself. */
export function tripToMarket(hub: Hub, market: Market, atlas: Atlas, without: Without = {}) {
  const trips = market.points.map((point) => ({ weight: point.weight, ...atlas.roundTrip(hub, point, without) }))
  const mean = (pick: (trip: (typeof trips)[number]) => number) =>
    trips.reduce((sum, trip) => sum + trip.weight * pick(trip), 0)
  const isMeasured = trips.every(({ method, floorMs }) => method === 'measured' || floorMs === 0)
  return {
    ms: mean(({ ms }) => ms),
    lo: mean(({ lo }) => lo),
    hi: mean(({ hi }) => hi),
    floorMs: mean(({ floorMs }) => floorMs),
    method: isMeasured ? ('measured' as const) : ('estimated' as const),
    rows: trips.flatMap(({ rows }) => rows),
  }
}
