import type { Flip } from './types.ts'

/** Flips this close to 0 or 1 are dropped: they come from a tie in all other criteria or in this one. */
const NEAR_ZERO = 1e-9

export interface Scored {
  readonly hub: string
  /** Worth by criterion, in the order of the criteria. */
  readonly scales: readonly number[]
}

/**
 * Finds for each criterion the weight at which another hub overtakes the leader, while the other weights keep their
 * proportions; of several hubs, the one that needs the least change. In closed form: with d the leader's lead in worth on the
 * criterion and r its lead on the others, their weights scaled to sum to 1, the scores meet at w' = r / (r − d).
 *
 * @param others the other hubs ranked at the current weights; that other weights change coverage, and so who is ranked, is ignored
 * @returns nearest flip first; criteria for which no weight in (0, 1) changes the answer are left out
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
        nearest = { criterion: id, weight, flipsAt, isAbove: lead(k) < rest, to: other.hub }
    }
    if (nearest) flips.push(nearest)
  }
  return flips.sort((a, b) => Math.abs(a.flipsAt - a.weight) - Math.abs(b.flipsAt - b.weight))
}
