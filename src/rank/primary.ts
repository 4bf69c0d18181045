import { numberOf, type Signal } from './signal.ts'

/** Whether a primary document is available: a paper, filing, law or release, or the maker about its own work. */
export const primary: Signal = {
  id: 'primary',
  phrase: (input) => ({
    key: input.hasPrimaryDocument ? 'primary' : 'primary-none',
    params: { primary: input.hasPrimaryDocument ? 1 : 0 },
  }),
  share: (params) => Math.min(1, numberOf(params, 'primary')),
}
