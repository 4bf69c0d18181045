import type { Reading, Without } from './atlas-types.ts'
import type { Indicator, Observation } from './types.ts'

/**
 * The value of a column: the newest of the column's own source, never a mixture. Other sources of no wider scope widen the
 * interval to what they say; where one source alone gives one bare value, the indicator's own width is put around it.
 *
 * @param observations of one hub and indicator, newest first
 * @returns undefined where the column's source has nothing
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

/** One column has one source: the first of the list that is not left out. */
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

/** A zone is as good as a region; what is true of a country says little of a part of it. */
const BREADTH = { city: 0, zone: 1, region: 1, jurisdiction: 2, country: 2 } as const

function breadth({ scope }: Observation): number {
  return BREADTH[scope]
}
