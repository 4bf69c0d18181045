/**
 * Puts a candidate where it belongs among the best so far, of which `count` are kept: for a handful out of many, where sorting all would
 * cost most.
 *
 * @param best best first; changed
 * @param isBetter a strict order: of two that differ one is better
 */
export function keepBest<T>(best: T[], candidate: T, count: number, isBetter: (a: T, b: T) => boolean): void {
  let place = best.length
  while (place > 0 && isBetter(candidate, best[place - 1]!)) place--
  if (place === count) return
  if (best.length < count) best.push(candidate)
  for (let index = best.length - 1; index > place; index--) best[index] = best[index - 1]!
  best[place] = candidate
}
