import { numberOf, type Signal } from './signal.ts'
import { DEFAULT_WEIGHTS } from './weights.ts'

/** Weight of the kind of event; the share of each kind is in `WEIGHTS`. */
export const significance: Signal = {
  id: 'significance',
  phrase({ kind }, _now, weights) {
    const share = weights[`kind-${kind}`]
    const shipped = DEFAULT_WEIGHTS[`kind-${kind}`]
    // The default is named where an operator or reader has changed it.
    return { key: `significance-${kind}`, params: { kind, share, ...(share !== shipped && { shipped }) } }
  },
  share: (params) => numberOf(params, 'share'),
}
