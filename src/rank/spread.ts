import { numberOf, type Signal } from './signal.ts'

/** Number of tiers, 1 to 3, with an independent report: maker, newsroom and comment together outweigh three of one tier. */
export const spread: Signal = {
  id: 'spread',
  phrase: (input) => {
    const tiers = input.familiesByTier.slice(0, 3).filter((families) => families > 0).length
    return { key: tiers < 2 ? 'spread-none' : 'spread', params: { tiers } }
  },
  share: (params) => Math.max(0, numberOf(params, 'tiers') - 1) / 2,
}
