/** Distinct terms, ascending. Four bytes a term, where a `Set` takes some forty. */
export type TermSet = Uint32Array

export function termSet(terms: Iterable<number>): TermSet {
  return Uint32Array.from(new Set(terms)).sort()
}

/** Binary search. */
export function hasTerm(set: TermSet, term: number): boolean {
  let low = 0
  let high = set.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (set[middle]! < term) low = middle + 1
    else high = middle
  }
  return set[low] === term
}
