import type { Doubt } from './doubts.ts'

/*
 * Made by `npx tsx bench/grounding/fit.ts`: logistic regression on the labelled summaries of the bench, no weight below 0. How well it
 * holds for kinds of text it has not seen is in bench/grounding/README.md.
 */

/** Of log(1 + count). */
export const DOUBT_WEIGHTS: Readonly<Record<Doubt, number>> = {
  number: 0.503,
  name: 0.184,
  quotation: 3.289,
  denial: 0.872,
  denialNearby: 0.73,
  modalityNearby: 0,
  direction: 1.053,
  cause: 1.167,
  negation: 0.355,
  newName: 2.816,
  newFigureWord: 3.319,
  newNoun: 0.17,
  opposite: 0.523,
  newRestriction: 0.993,
  restriction: 1.053,
  newQuantifier: 0.461,
  farApart: 2.228,
  newPairs: 0.678,
  newPairsInCopy: 7.015,
  farApartInCopy: 0.223,
}
/** Log-odds of a summary against which nothing speaks. */
export const INTERCEPT = 1.377
/** Of `score`; below it a summary counts as unsupported. */
export const LEAST_SCORE = 0.405
