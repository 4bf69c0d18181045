/**
 * Inserts a candidate into the sorted list of the `count` best so far. For selecting a few out of many, for which sorting all would be
 * expensive.
 *
 * @param best best first; modified
 * @param isBetter a strict order; of equal candidates the first one stays ahead
 */
export function keepBest<T>(best: T[], candidate: T, count: number, isBetter: (a: T, b: T) => boolean): void {
  let place = best.length
  while (place > 0 && isBetter(candidate, best[place - 1]!)) place--
  if (place === count) return
  if (best.length < count) best.push(candidate)
  for (let index = best.length - 1; index > place; index--) best[index] = best[index - 1]!
  best[place] = candidate
}
