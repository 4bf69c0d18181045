import { numberOf, type Signal, saturate } from './signal.ts'

/**
 * Independent families that report the story. Saturating: the second owner is worth more than the twelfth.
 * @example
 * corroboration.share({ independent: 2, half: 2 }) // 0.5
 */
export const corroboration: Signal = {
  id: 'corroboration',
  phrase: (input, _now, weights) => ({
    key: input.independent === 0 ? 'corroboration-none' : 'corroboration',
    params: { independent: input.independent, half: weights['owners-for-half'] },
  }),
  share: (params) => saturate(numberOf(params, 'independent'), numberOf(params, 'half')),
}
