import { numberOf, type Signal } from './signal.ts'
import { DEFAULT_WEIGHTS } from './weights.ts'

/** What kind of event it is; the shares are in the table of weights. */
export const significance: Signal = {
  id: 'significance',
  phrase({ kind }, _now, weights) {
    const share = weights[`kind-${kind}`]
    const shipped = DEFAULT_WEIGHTS[`kind-${kind}`]
    // Said where somebody weighs kinds otherwise.
    return { key: `significance-${kind}`, params: { kind, share, ...(share !== shipped && { shipped }) } }
  },
  share: (params) => numberOf(params, 'share'),
}
