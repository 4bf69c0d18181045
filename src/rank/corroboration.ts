import { numberOf, type RankInput, type Signal, saturate } from './signal.ts'

/**
 * Counts corroborating owners: those with a report of tier 1 to 3. If there are none, open communities together count as one owner,
 * however many report: a crowd is not ten newsrooms, and a newsroom that joins it never lowers a score.
 */
export function corroboratingOwners({
  familiesByTier: [primary, reporting, commentary, community],
}: RankInput): number {
  return primary + reporting + commentary || Math.min(1, community)
}

/**
 * Number of corroborating owners, with saturation: the second is worth more than the twelfth.
 * @example
 * corroboration.share({ owners: 2, half: 2 }) // 0.5
 */
export const corroboration: Signal = {
  id: 'corroboration',
  phrase: (input, _now, weights) => {
    const owners = corroboratingOwners(input)
    const isCommunity = owners > 0 && input.familiesByTier[3] === input.independent
    return {
      key: owners === 0 ? 'corroboration-none' : isCommunity ? 'corroboration-community' : 'corroboration',
      params: { independent: input.independent, owners, half: weights['owners-for-half'] },
    }
  },
  share: (params) => saturate(numberOf(params, 'owners'), numberOf(params, 'half')),
}
