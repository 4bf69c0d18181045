import type { Doubt } from './doubts.ts'

/*
 * Made by `npx tsx bench/grounding/fit.ts`: logistic regression on the labelled summaries of the bench, no weight below 0. How well it
 * holds for kinds of text it has not seen is in bench/grounding/README.md.
 */

/** Of log(1 + count). */
export const DOUBT_WEIGHTS: Readonly<Record<Doubt, number>> = {
  newName: 6.112,
  newFigureWord: 3.164,
  newNoun: 0.641,
  opposite: 0.654,
  newRestriction: 1.372,
  restriction: 1.247,
  newQuantifier: 0.416,
  farApart: 0.613,
  newPairs: 2.206,
  newPairsInCopy: 3.437,
  farApartInCopy: 0.872,
}
/** Of the logarithm of the length; the one weight that may be negative. */
export const LENGTH_WEIGHT = -0.732
/** Log-odds of a summary of one character against which nothing speaks. */
export const INTERCEPT = -2.517
/** Of `score`; below it a summary counts as unsupported. */
export const LEAST_SCORE = 0.401
