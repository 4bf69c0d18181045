/** Where a number is in an ascending list, or would be put: that of the first that is not less. Binary search. */
export function placeIn(ascending: ArrayLike<number>, wanted: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
