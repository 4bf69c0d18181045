import { numberOf, type Signal } from './signal.ts'

/** Number of specific names in the story. Ubiquitous names (salience 1) do not count. */
export const specifics: Signal = {
  id: 'specifics',
  phrase: (input, _now, weights) => ({
    key: input.tellingNames === 0 ? 'specifics-none' : 'specifics',
    params: { names: input.tellingNames, all: weights['names-for-all'] },
  }),
  share: (params) => Math.min(1, numberOf(params, 'names') / Math.max(1, numberOf(params, 'all'))),
}
