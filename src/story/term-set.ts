import { placeIn } from '../lib/place-in.ts'

/** Distinct terms, ascending. Four bytes a term, where a `Set` takes some forty. */
export type TermSet = Uint32Array

export function termSet(terms: Iterable<number>): TermSet {
  return Uint32Array.from(new Set(terms)).sort()
}

export function hasTerm(set: TermSet, term: number): boolean {
  return set[placeIn(set, term)] === term
}
