import type { Doubt } from './doubts.ts'

/*
 * Made by `npx tsx bench/grounding/fit.ts`: logistic regression on the labelled summaries of the bench, no weight below 0. How well it
 * holds for kinds of text it has not seen is in bench/grounding/README.md.
 */

/** Of log(1 + count). */
export const DOUBT_WEIGHTS: Readonly<Record<Doubt, number>> = {
  number: 1.074,
  name: 0.453,
  quotation: 3.481,
  denial: 0.568,
  denialNearby: 1.132,
  modalityNearby: 0,
  direction: 1.188,
  cause: 0.61,
  negation: 0.435,
  newName: 2.76,
  newFigureWord: 3.142,
  newNoun: 0.28,
  opposite: 0.547,
  newRestriction: 0.956,
  restriction: 1.337,
  newQuantifier: 0.43,
  farApart: 2.086,
  newPairs: 2.21,
  newPairsInCopy: 3.936,
  farApartInCopy: 0.679,
}
/** Of the logarithm of the length; the one weight that may be negative. */
export const LENGTH_WEIGHT = -0.907
/** Log-odds of a summary of one character against which nothing speaks. */
export const INTERCEPT = -3.061
/** Of `score`; below it a summary counts as unsupported. */
export const LEAST_SCORE = 0.463
