import type { Candidate } from './candidate.ts'

/** Weight of each term as evidence of the event. */
export type TermWeights = ReadonlyMap<string, number>

const NUMBER_FACTOR = 1.5
/** A factor of 1 loses 0.9 points of ROUGE-1, 2 gains 0.1 (bench/summary/README.md). */
const TITLE_FACTOR = 1.5

/**
 * Weights terms by log(1 + number of owners that use them), times 1.5 each for numbers and for words of the reports' titles.
 *
 * @param titles the terms of each report's title
 */
export function termWeights(candidates: readonly Candidate[], titles: readonly ReadonlySet<string>[]): TermWeights {
  const inTitles = new Set<string>()
  for (const terms of titles) for (const term of terms) inTitles.add(term)
  const owners = ownersOfTerms(candidates)
  const weights = new Map<string, number>()
  for (const [term, count] of owners) {
    const factor = (/\d/.test(term) ? NUMBER_FACTOR : 1) * (inTitles.has(term) ? TITLE_FACTOR : 1)
    weights.set(term, Math.log1p(count) * factor)
  }
  return weights
}

/** Counts the owners that use each term; in order of first use, owner by owner. */
function ownersOfTerms(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>()
  const [first, ...others] = new Set(candidates.map(({ member }) => member.item.publisher.family))
  if (others.length === 0) {
    // Fast path: nine stories in ten have a single owner.
    for (const { terms } of candidates) for (const term of terms) owners.set(term, 1)
    return owners
  }
  const byFamily = new Map([first, ...others].map((family) => [family, new Set<string>()]))
  for (const { terms, member } of candidates) {
    const known = byFamily.get(member.item.publisher.family)!
    for (const term of terms) known.add(term)
  }
  for (const terms of byFamily.values()) for (const term of terms) owners.set(term, (owners.get(term) ?? 0) + 1)
  return owners
}

/** Returns the sum of the terms' weights. */
export function weightOfTerms(terms: Iterable<string>, weights: TermWeights): number {
  let sum = 0
  for (const term of terms) sum += weights.get(term) ?? 0
  return sum
}

/** Returns the weight of the terms in both sets. */
export function sharedWeight(a: ReadonlySet<string>, b: ReadonlySet<string>, weights: TermWeights): number {
  let sum = 0
  for (const term of a) if (b.has(term)) sum += weights.get(term) ?? 0
  return sum
}
