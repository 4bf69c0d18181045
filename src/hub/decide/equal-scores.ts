/** Scores closer than this differ by rounding only: sums of up to twenty products in [0, 1]. */
const ROUNDING = 1e-12

export function isEqualScore(a: number, b: number): boolean {
  return Math.abs(a - b) < ROUNDING
}

/** @param ranked best first. @returns whether the first two have the same score */
export function isTied([first, second]: readonly { readonly score: number }[]): boolean {
  return first !== undefined && second !== undefined && isEqualScore(first.score, second.score)
}
