import type { Atlas, Without } from '../atlas-types.ts'
import type { Hub } from '../types.ts'
import { type Cell, cellsOf } from './cells.ts'
import { exclusionsOf } from './constraints.ts'
import { coverageOf } from './coverage.ts'
import type { Needs } from './needs.ts'

/** A hub with its cells, score and coverage. */
export interface Weighed {
  readonly hub: Hub
  readonly id: string
  readonly cells: readonly Cell[]
  readonly score: number
  readonly coverage: number
}

/** Returns the hubs that the needs choose among: those they list, or all cities. */
export function candidatesOf({ hubs }: Needs, atlas: Atlas): readonly Hub[] {
  return hubs?.map((id) => atlas.hub(id)!) ?? atlas.hubs.filter(({ isRegion }) => !isRegion)
}

export function weigh(hubs: readonly Hub[], needs: Needs, atlas: Atlas, without: Without): Weighed[] {
  return hubs.map((hub) => {
    const cells = cellsOf(hub, needs.criteria, needs, atlas, without)
    const score = cells.reduce((sum, { weight, scale }) => sum + weight * scale, 0)
    return { hub, id: hub.id, cells, score, coverage: coverageOf(cells) }
  })
}

/** Returns the hub with the highest score of those with enough data. @param ofEquals preferred among equal scores */
function leaderOf(
  hubs: readonly Hub[],
  needs: Needs,
  atlas: Atlas,
  without: Without,
  ofEquals: string | undefined,
): string | undefined {
  const { leastCoverage } = atlas.decision
  const known = weigh(hubs, needs, atlas, without).filter(({ coverage }) => coverage >= leastCoverage)
  const most = Math.max(...known.map(({ score }) => score))
  const best = known.filter(({ score }) => score === most)
  return (best.find(({ id }) => id === ofEquals) ?? best[0])?.id
}

/**
 * Returns the first hub without simulation, at a fiftieth of the cost of a decision.
 *
 * @param ofEquals preferred among hubs with the same score
 * @param without data to leave out, of exclusions too
 * @returns undefined if no hub can be ranked
 */
export function firstHub(
  needs: Needs,
  atlas: Atlas,
  ofEquals?: string,
  without: Without = { methods: needs.without },
): string | undefined {
  const allowed = candidatesOf(needs, atlas).filter(
    (hub) => exclusionsOf(hub, needs, atlas, 'both', without).length === 0,
  )
  return leaderOf(allowed, needs, atlas, without, ofEquals)
}
