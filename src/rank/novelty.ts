import { numberOf, type Signal } from './signal.ts'

/** One earlier story of the week halves the points, two leave a third: the tenth instalment is news, but no new thing. */
export const novelty: Signal = {
  id: 'novelty',
  phrase: (input) => ({
    key: input.earlierStories > 0 ? 'novelty' : input.isWeekKnown === false ? 'novelty-unknown' : 'novelty-first',
    params: { earlier: input.earlierStories },
  }),
  share: (params) => 1 / (1 + Math.max(0, numberOf(params, 'earlier'))),
}
