import type { Flip } from './types.ts'

/** A tie in all other criteria flips at 0 or 1 only, which is no answer. */
const NEAR_ZERO = 1e-9

export interface Scored {
  readonly hub: string
  /** Worth by criterion, in their order. */
  readonly scales: readonly number[]
}

/**
 * For each criterion the weight at which another hub overtakes the leader, the other weights keeping their proportions; of
 * several hubs the one that needs the least change. In closed form: with d the leader's lead in worth, w the weight and r the
 * lead that the other criteria make, scaled to sum 1, the scores meet at w' = r / (r − d).
 *
 * @param others those that are ranked now; at another weight the data may cover enough of one that is not, or too little of one that is
 * @returns criteria at which no weight in [0, 1] changes the answer are left out
 */
export function flipsOf(
  leader: Scored,
  others: readonly Scored[],
  criteria: readonly { readonly id: string; readonly weight: number }[],
): Flip[] {
  if (criteria.length < 2) return []
  const flips: Flip[] = []
  for (const [k, { id, weight }] of criteria.entries()) {
    let nearest: Flip | undefined
    for (const other of others) {
      const lead = (index: number) => leader.scales[index]! - other.scales[index]!
      const rest =
        criteria.reduce((sum, each, index) => (index === k ? sum : sum + each.weight * lead(index)), 0) / (1 - weight)
      const flipsAt = rest / (rest - lead(k))
      if (!(flipsAt > NEAR_ZERO && flipsAt < 1 - NEAR_ZERO)) continue
      if (!nearest || Math.abs(flipsAt - weight) < Math.abs(nearest.flipsAt - weight))
        nearest = { criterion: id, weight, flipsAt, to: other.hub }
    }
    if (nearest) flips.push(nearest)
  }
  return flips.sort((a, b) => Math.abs(a.flipsAt - a.weight) - Math.abs(b.flipsAt - b.weight))
}
