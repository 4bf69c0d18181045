import { numberOf, type Signal } from './signal.ts'

/** Tiers 1 to 3 with an independent report: a maker's own word, newsrooms and comment together say more than three alike. */
export const spread: Signal = {
  id: 'spread',
  phrase: (input) => {
    const tiers = input.familiesByTier.slice(0, 3).filter((families) => families > 0).length
    return { key: tiers < 2 ? 'spread-none' : 'spread', params: { tiers } }
  },
  share: (params) => Math.max(0, numberOf(params, 'tiers') - 1) / 2,
}
