import type { Cell, Triangle } from './cells.ts'
import type { Needs } from './needs.ts'
import { dirichlet, type Random, randomStream, triangular } from './random.ts'

export interface Simulated {
  readonly p1: number
  readonly p3: number
  readonly band: readonly [number, number]
}

export interface Simulation {
  /** In the order of the hubs. */
  readonly hubs: readonly Simulated[]
  /** Share of the draws in which hub i scores above hub j. */
  readonly winRate: (i: number, j: number) => number
}

/**
 * Runs a stochastic multicriteria acceptability analysis (SMAA-2, Lahdelma and Salminen 2001). Values come from triangular
 * distributions, missing ones are uniform in worth, and weights come from a Dirichlet distribution. Each datum has its own
 * random stream. Hubs that share a datum, such as the law of their country, share its draws.
 *
 * Time is linear in hubs × criteria × draws, memory in (hubs + criteria) × draws.
 *
 * @param concentration of the Dirichlet distribution: higher for firmer weights
 */
export function simulate(
  hubs: readonly { readonly id: string; readonly cells: readonly Cell[] }[],
  needs: Needs,
  concentration: number,
): Simulation {
  const { draws, seed, criteria } = needs
  const count = criteria.length
  const weights = drawWeights(needs, concentration)
  const scores = hubs.map(({ id, cells }) => {
    const drawers = cells.map((cell) => drawerOf(cell, randomStream(seed, datumName(id, cell))))
    const own = new Float64Array(draws)
    for (let draw = 0; draw < draws; draw++) {
      let score = 0
      for (let k = 0; k < count; k++) score += weights[draw * count + k]! * drawers[k]!()
      own[draw] = score
    }
    return own
  })
  const { first, firstThree } = countPlaces(scores, draws)
  return {
    hubs: scores.map((own, hub) => ({ p1: first[hub]! / draws, p3: firstThree[hub]! / draws, band: bandOf(own) })),
    winRate(i, j) {
      let wins = 0
      for (let draw = 0; draw < draws; draw++) if (scores[i]![draw]! > scores[j]![draw]!) wins++
      return wins / draws
    },
  }
}

function drawWeights({ draws, seed, criteria }: Needs, concentration: number): Float64Array {
  const random = randomStream(seed, 'weights')
  const mean = criteria.map(({ weight }) => weight)
  const count = mean.length
  const all = new Float64Array(draws * count)
  for (let draw = 0; draw < draws; draw++)
    dirichlet(random, mean, concentration, all.subarray(draw * count, (draw + 1) * count))
  return all
}

/** Names a shared datum by the place it was made for. An inherited value is not shared: the true values differ between cities. */
function datumName(hub: string, { criterion, datum }: Cell): string {
  const { madeFor, method, source, date } = datum?.observation ?? {}
  const isShared = madeFor !== undefined && method !== 'inherited'
  return isShared ? `${criterion} ${madeFor} ${source} ${date}` : `${hub} ${criterion}`
}

/** Returns a function that draws the worth of a cell; a missing datum is uniform in worth. */
function drawerOf({ datum }: Cell, random: Random): () => number {
  if (!datum) return random
  const drawers = datum.triangles.map((each) => triangleDrawer(each, random))
  const [only] = drawers
  if (only && drawers.length === 1) return only.draw
  return () => {
    let worth = 0
    for (const { draw, weight } of drawers) worth += weight * draw()
    return worth
  }
}

function triangleDrawer({ lo, mode, hi, weight, worth }: Triangle, random: Random) {
  if (lo >= hi) {
    const fixed = worth(mode)
    return { weight, draw: () => fixed }
  }
  return { weight, draw: () => worth(triangular(random, lo, mode, hi)) }
}

/** Counts first and top-three places. Ties are split evenly, so that the probabilities of first place sum to 1. */
function countPlaces(scores: readonly Float64Array[], draws: number) {
  const first = new Float64Array(scores.length)
  const firstThree = new Float64Array(scores.length)
  for (let draw = 0; draw < draws; draw++) {
    for (let hub = 0; hub < scores.length; hub++) {
      const own = scores[hub]![draw]!
      let better = 0
      let equal = 0
      for (let other = 0; other < scores.length && better < 3; other++) {
        const rival = scores[other]![draw]!
        if (rival > own) better++
        else if (rival === own) equal++
      }
      if (better === 0) first[hub]! += 1 / equal
      if (better < 3) firstThree[hub]! += Math.min(1, (3 - better) / equal)
    }
  }
  return { first, firstThree }
}

function bandOf(scores: Float64Array): readonly [number, number] {
  const sorted = scores.slice().sort()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  return [at(0.05), at(0.95)]
}
