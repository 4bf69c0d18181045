import type { Atlas, Without } from '../atlas-types.ts'
import type { Hub, SideRule } from '../types.ts'
import { cellsOf } from './cells.ts'
import { exclusionsOf, type Role } from './constraints.ts'
import { coverageOf } from './coverage.ts'
import { hasDataContract } from './data-contract.ts'
import type { Needs } from './needs.ts'
import type { Pair } from './types.ts'
import { worthOf, worthUnderBound } from './value.ts'

/** Returns every pair of a hub to train in and another to serve from that the needs allow, best first. */
export function pairsOf(hubs: readonly Hub[], needs: Needs, atlas: Atlas, without: Without): Pair[] {
  const train = sidesOf(hubs, 'train', needs, atlas, without)
  const serve = sidesOf(hubs, 'serve', needs, atlas, without)
  const { weights } = atlas.decision.split
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
        weights.train * parts.train +
        weights.serve * parts.serve +
        weights.link * parts.link +
        weights.dataFlow * parts.dataFlow
      pairs.push({ train: from.hub.id, serve: to.hub.id, score, linkMs: trip.ms, linkMethod: trip.method, parts })
    }
  }
  return pairs.sort((a, b) => b.score - a.score)
}

/** Returns the hubs allowed on one side with their scores on its criteria; those with less coverage than `leastCoverage` are left out. */
function sidesOf(hubs: readonly Hub[], role: Exclude<Role, 'both'>, needs: Needs, atlas: Atlas, without: Without) {
  const criteria = criteriaOf(atlas.decision.split[role], needs)
  return hubs.flatMap((hub) => {
    if (exclusionsOf(hub, needs, atlas, role, without).length > 0) return []
    const cells = cellsOf(hub, criteria, needs, atlas, without)
    if (coverageOf(cells) < atlas.decision.leastCoverage) return []
    return [{ hub, score: cells.reduce((sum, { weight, scale }) => sum + weight * scale, 0) }]
  })
}

/** Returns the needs' criteria that apply to the side, or else its defaults; latency only if there are markets. Weights sum to 1. */
function criteriaOf({ criteria, also }: SideRule, needs: Needs): Needs['criteria'] {
  const bearing = new Set([...criteria.map(({ id }) => id), ...also])
  const asked = needs.criteria.filter(({ id }) => bearing.has(id))
  const chosen = asked.length > 0 ? asked : criteria
  const usable = chosen.filter(({ id }) => id !== 'latency' || needs.markets.length > 0)
  const sum = usable.reduce((total, { weight }) => total + weight, 0)
  return usable.map(({ id, weight }) => ({ id, weight: weight / sum }))
}

/** Returns 1 within one jurisdiction or under a standard contract for personal data, else `foreignFlow`. */
function flowBetween(a: Hub, b: Hub, atlas: Atlas): number {
  const isOneLaw = a.jurisdiction === b.jurisdiction
  return isOneLaw || hasDataContract(a, b, atlas) ? 1 : atlas.decision.split.foreignFlow
}
