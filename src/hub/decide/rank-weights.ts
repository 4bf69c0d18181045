/**
 * Returns the rank-order centroid weight: the mean weight of the criterion at `index` over all weights that respect the order
 * (Barron and Barrett 1996).
 *
 * @example
 * rankOrderCentroid(0, 3) // 0.611
 */
export function rankOrderCentroid(index: number, count: number): number {
  let sum = 0
  for (let place = index + 1; place <= count; place++) sum += 1 / place
  return sum / count
}

/**
 * Returns the rank-reciprocal weight, in the proportion 1, 1/2, 1/3 … (Stillwell, Seaver and Edwards 1981). It falls off more
 * slowly than the centroid.
 *
 * @example
 * rankReciprocal(0, 3) // 0.545
 */
export function rankReciprocal(index: number, count: number): number {
  let sum = 0
  for (let place = 1; place <= count; place++) sum += 1 / place
  return 1 / (index + 1) / sum
}
