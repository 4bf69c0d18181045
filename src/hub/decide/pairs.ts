import type { Atlas, Hub, Without } from '../types.ts'
import { cellsOf } from './cells.ts'
import { exclusionsOf, type Role } from './constraints.ts'
import { coverageOf, LEAST_COVERAGE } from './coverage.ts'
import type { Needs } from './needs.ts'
import type { Pair } from './types.ts'
import { worthOf, worthUnderBound } from './value.ts'

/** What each part of a split weighs. */
export const SPLIT_WEIGHTS = { train: 0.5, serve: 0.3, link: 0.1, dataFlow: 0.1 } as const
/** Criteria of the place that trains, with the weights used where the needs name none of them. */
export const TRAIN_CRITERIA = { power: 0.45, price: 0.35, carbon: 0.2 } as const
/** Criteria of the place that serves, likewise. */
export const SERVE_CRITERIA = {
  latency: 0.4,
  'regulatory-flexibility': 0.35,
  'ethics-ip': 0.25,
  compute: 0,
  finance: 0,
  'smart-city': 0,
} as const
/** Worth of a data flow that crosses a border without a standard contract. */
const FOREIGN_FLOW = 0.4

/** Trains here and serves there: every pair of hubs that the needs allow, best first. */
export function pairsOf(hubs: readonly Hub[], needs: Needs, atlas: Atlas, without: Without): Pair[] {
  const train = sidesOf(hubs, 'train', needs, atlas, without)
  const serve = sidesOf(hubs, 'serve', needs, atlas, without)
  const maxLinkMs = needs.split?.maxLinkMs
  const pairs: Pair[] = []
  for (const from of train) {
    for (const to of serve) {
      if (from.hub.id === to.hub.id) continue
      const trip = atlas.roundTrip(from.hub, to.hub, without)
      if (maxLinkMs !== undefined && trip.lo > maxLinkMs) continue
      const link =
        maxLinkMs === undefined
          ? worthOf(trip.ms, atlas.indicator('latency')!.anchors!)
          : worthUnderBound(trip.ms, maxLinkMs)
      const parts = { train: from.score, serve: to.score, link, dataFlow: flowBetween(from.hub, to.hub, atlas) }
      const score =
        SPLIT_WEIGHTS.train * parts.train +
        SPLIT_WEIGHTS.serve * parts.serve +
        SPLIT_WEIGHTS.link * parts.link +
        SPLIT_WEIGHTS.dataFlow * parts.dataFlow
      pairs.push({ train: from.hub.id, serve: to.hub.id, score, linkMs: trip.ms, linkMethod: trip.method, parts })
    }
  }
  return pairs.sort((a, b) => b.score - a.score)
}

/** Hubs fit for one side, with their score in its criteria; one with data for less than 75 % of the weight is left out. */
function sidesOf(hubs: readonly Hub[], role: Exclude<Role, 'both'>, needs: Needs, atlas: Atlas, without: Without) {
  const criteria = criteriaOf(role, needs)
  return hubs.flatMap((hub) => {
    if (exclusionsOf(hub, needs, atlas, role, without).length > 0) return []
    const cells = cellsOf(hub, criteria, needs, atlas, without)
    if (coverageOf(cells) < LEAST_COVERAGE) return []
    return [{ hub, score: cells.reduce((sum, { weight, scale }) => sum + weight * scale, 0) }]
  })
}

function criteriaOf(role: 'train' | 'serve', needs: Needs): Needs['criteria'] {
  const usual: Readonly<Record<string, number>> = role === 'train' ? TRAIN_CRITERIA : SERVE_CRITERIA
  const asked = needs.criteria.filter(({ id }) => Object.hasOwn(usual, id))
  const chosen = asked.length > 0 ? asked : Object.entries(usual).map(([id, weight]) => ({ id, weight }))
  const usable = chosen.filter(({ id, weight }) => weight > 0 && (id !== 'latency' || needs.markets.length > 0))
  const sum = usable.reduce((total, { weight }) => total + weight, 0)
  return usable.map(({ id, weight }) => ({ id, weight: weight / sum }))
}

/** 1 within one jurisdiction, or under a standard contract for personal data between the two; else 0.4. */
function flowBetween(a: Hub, b: Hub, atlas: Atlas): number {
  const isOneLaw = a.jurisdiction === b.jurisdiction
  return isOneLaw || hasContract(a, b, atlas) || hasContract(b, a, atlas) ? 1 : FOREIGN_FLOW
}

function hasContract(a: Hub, b: Hub, atlas: Atlas): boolean {
  const contract = atlas.area(a.jurisdiction!)?.dataContract
  return contract !== undefined && contract.jurisdiction === b.jurisdiction && b.parents.includes(contract.region)
}
