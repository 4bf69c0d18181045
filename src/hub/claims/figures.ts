import type { Atlas, Reading, RoundTrip } from '../atlas-types.ts'
import { nameIn } from '../names.ts'
import type { Observation } from '../types.ts'
import type { Figure } from './types.ts'

/** Returns a column's reading as a figure, with the reading's interval. */
export function readingFigure(reading: Reading, atlas: Atlas): Figure {
  return { ...observationFigure(reading.observation, atlas), lo: reading.lo, hi: reading.hi }
}

export function observationFigure(observation: Observation, atlas: Atlas): Figure {
  const { hub, indicator, value, lo, hi, unit, date, source, sourceUrl, method, note } = observation
  const reference = atlas.reference(source)
  const url = sourceUrl ?? reference?.url
  return {
    place: hub,
    indicator,
    value,
    lo,
    hi,
    unit,
    date,
    source,
    ...(reference ? { sourceTitle: nameIn(reference.title, 'en') } : {}),
    ...(url ? { sourceUrl: url } : {}),
    method,
    ...(note ? { note } : {}),
  }
}

/** Returns the physical bound of a round trip as a figure. */
export function floorFigure(hub: string, to: string, trip: RoundTrip): Figure {
  const value = round(trip.floorMs)
  return { place: hub, to, indicator: 'floor', value, lo: value, hi: value, unit: 'ms', method: 'derived' }
}

/** Returns the measured or estimated round trip as a figure. */
export function tripFigure(hub: string, to: string, trip: RoundTrip, atlas: Atlas): Figure {
  const [row] = trip.rows
  const reference = row && atlas.reference(row.source)
  return {
    place: hub,
    to,
    indicator: 'latency',
    value: round(trip.ms),
    lo: round(trip.lo),
    hi: round(trip.hi),
    unit: 'ms',
    method: trip.method,
    ...(row ? { date: row.date, source: row.source } : {}),
    ...(reference ? { sourceTitle: nameIn(reference.title, 'en') } : {}),
    ...(reference?.url ? { sourceUrl: reference.url } : {}),
  }
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
