import { numberOf, type Signal } from './signal.ts'

/**
 * Tier of the best independent report. Sources that do not count as independent add nothing:
 * a thousand posts about a rumour remain a rumour.
 */
export const authority: Signal = {
  id: 'authority',
  phrase: (input, _now, weights) => {
    const best = input.familiesByTier.findIndex((families) => families > 0)
    if (best < 0) return { key: 'authority-none', params: { tier: 0, share: 0 } }
    const tier = (best + 1) as 1 | 2 | 3 | 4
    return { key: `authority-${tier}`, params: { tier, share: weights[`tier-${tier}`] } }
  },
  share: (params) => numberOf(params, 'share'),
}
