import { numberOf, type Signal } from './signal.ts'

/** Share falling with the number of similar stories in the week before: one halves the points, two leave a third. */
export const novelty: Signal = {
  id: 'novelty',
  phrase: (input) => ({
    key: input.earlierStories > 0 ? 'novelty' : input.isWeekKnown === false ? 'novelty-unknown' : 'novelty-first',
    params: { earlier: input.earlierStories },
  }),
  share: (params) => 1 / (1 + Math.max(0, numberOf(params, 'earlier'))),
}
