import type { Reading, Without } from './atlas-types.ts'
import type { Indicator, Observation } from './types.ts'

/**
 * Returns a hub's value in an indicator's column. In a `one-source` column it is the newest of the column's source, never a
 * mixture. Other sources of no wider scope widen the interval. A single source without an interval gets
 * `singleSourceSpread`. In an `own-source` column it is the newest value of any source, with its own interval.
 *
 * @param observations of one hub and indicator, newest first; forecasts are ignored
 * @returns undefined if there is no such value
 */
export function readingOf(
  observations: readonly Observation[],
  indicator: Indicator,
  without: Without = {},
): Reading | undefined {
  const usable = observations.filter(
    ({ method, source }) => method !== 'forecast' && source !== without.source && !without.methods?.includes(method),
  )
  const own = ownObservation(usable, indicator, without)
  if (!own) return undefined
  const others = newestBySource(usable).filter((each) => each.source !== own.source && breadth(each) <= breadth(own))
  if (indicator.column === 'own-source') return { observation: own, lo: own.lo, hi: own.hi, others }
  const isBare = others.length === 0 && own.lo === own.hi
  const spread = isBare ? Math.abs(own.value) * indicator.singleSourceSpread : 0
  return {
    observation: own,
    lo: Math.min(own.lo - spread, ...others.map(({ lo }) => lo)),
    hi: Math.max(own.hi + spread, ...others.map(({ hi }) => hi)),
    others,
  }
}

/** Returns the newest value of the column's source, which is the first listed that is not left out; for `own-source`, of any. */
function ownObservation(
  usable: readonly Observation[],
  indicator: Indicator,
  without: Without,
): Observation | undefined {
  if (indicator.column === 'own-source') return usable[0]
  const column = indicator.sources.find((source) => source !== without.source)
  return usable.find(({ source }) => source === column)
}

function newestBySource(newestFirst: readonly Observation[]): Observation[] {
  const bySource = new Map<string, Observation>()
  for (const each of newestFirst) if (!bySource.has(each.source)) bySource.set(each.source, each)
  return [...bySource.values()]
}

/** Breadth of each scope: a zone counts like a region, while a country's value says little about one part of it. */
const BREADTH = { city: 0, zone: 1, region: 1, jurisdiction: 2, country: 2 } as const

function breadth({ scope }: Observation): number {
  return BREADTH[scope]
}
