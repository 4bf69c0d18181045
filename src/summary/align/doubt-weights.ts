import type { Doubt } from './doubts.ts'

/*
 * Made by `npx tsx bench/grounding/fit.ts`: logistic regression on the labelled summaries of the bench, no weight below 0. How well it
 * holds for kinds of text it has not seen is in bench/grounding/README.md.
 */

/** Of log(1 + count). */
export const DOUBT_WEIGHTS: Readonly<Record<Doubt, number>> = {
  newName: 6.091,
  newFigureWord: 2.986,
  newNoun: 0.617,
  opposite: 0.682,
  newRestriction: 1.516,
  restriction: 1.175,
  newQuantifier: 0.314,
  farApart: 0.556,
  newPairs: 1.91,
  newPairsInCopy: 5.27,
  farApartInCopy: 0.737,
}
/** Of the logarithm of the length; the one weight that may be negative. */
export const LENGTH_WEIGHT = -0.606
/** Log-odds of a summary of one character against which nothing speaks. */
export const INTERCEPT = -2.122
/** Of `score`; below it a summary counts as unsupported. */
export const LEAST_SCORE = 0.409
