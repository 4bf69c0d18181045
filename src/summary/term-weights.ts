import type { Candidate } from './candidate.ts'

/** What each term tells about the event. */
export type TermWeights = ReadonlyMap<string, number>

const NUMBER_FACTOR = 1.5
/** 1 loses 0.9 points of ROUGE-1, 2 gains 0.1 (bench/summary/README.md). */
const TITLE_FACTOR = 1.5

/**
 * Terms by how many owners use them (logarithm), half again for numbers and for words of the reports' titles.
 *
 * @param titles the terms of each
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

/** By term, how many owners use it; in the order in which owners, and of each the terms, come first. */
function ownersOfTerms(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>()
  const [first, ...others] = new Set(candidates.map(({ member }) => member.item.publisher.family))
  if (others.length === 0) {
    // Nine stories in ten: nobody else tells them.
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

/** @returns the sum of the terms' weights */
export function weightOfTerms(terms: Iterable<string>, weights: TermWeights): number {
  let sum = 0
  for (const term of terms) sum += weights.get(term) ?? 0
  return sum
}

/** @returns the weight of the terms that both have */
export function sharedWeight(a: ReadonlySet<string>, b: ReadonlySet<string>, weights: TermWeights): number {
  let sum = 0
  for (const term of a) if (b.has(term)) sum += weights.get(term) ?? 0
  return sum
}
