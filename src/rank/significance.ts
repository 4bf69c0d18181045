import { numberOf, type Signal } from './signal.ts'

/** What kind of event it is; the shares are in the table of weights. */
export const significance: Signal = {
  id: 'significance',
  phrase: (input, _now, weights) => ({
    key: `significance-${input.kind}`,
    params: { kind: input.kind, share: weights[`kind-${input.kind}`] },
  }),
  share: (params) => numberOf(params, 'share'),
}
