import type { Candidate } from './candidate.ts'
import { sharedWeight, type TermWeights, weightOfTerms } from './term-weights.ts'
import type { Citation } from './types.ts'

/** Most supporting citations of a sentence; more would clutter it. */
const MAX_SUPPORTING = 3
/** Least share of the sentence's term weight that another must cover, in the same language: with and without a shared name. */
const COVERED_WITH_NAME = 0.4
const COVERED = 0.6

/**
 * Finds spans of other owners that state the same as a sentence: all its numbers, and enough of its terms (or, across
 * languages, at least one number and two names). At most one per owner and three in all, best coverage first.
 */
export function supportingCitations(
  sentence: Candidate,
  candidates: readonly Candidate[],
  weights: TermWeights,
): readonly Citation[] {
  const bestByFamily = new Map<string, { readonly candidate: Candidate; readonly covered: number }>()
  for (const candidate of candidates) {
    const { family } = candidate.member.item.publisher
    if (family === sentence.member.item.publisher.family) continue
    const covered = coverage(sentence, candidate, weights)
    if (covered !== undefined && covered > (bestByFamily.get(family)?.covered ?? -1)) {
      bestByFamily.set(family, { candidate, covered })
    }
  }
  return [...bestByFamily.values()]
    .sort((a, b) => b.covered - a.covered || a.candidate.citation.itemId - b.candidate.citation.itemId)
    .slice(0, MAX_SUPPORTING)
    .map(({ candidate }) => candidate.citation)
}

/** Returns the share of the sentence that the other states; undefined if too small, 0 across languages. */
function coverage(sentence: Candidate, other: Candidate, weights: TermWeights): number | undefined {
  for (const number of sentence.numbers) if (!other.numbers.has(number)) return undefined
  let names = 0
  for (const id of sentence.entityIds) if (other.entityIds.has(id)) names++
  if (sentence.member.item.language !== other.member.item.language) {
    return names >= 2 && sentence.numbers.size > 0 ? 0 : undefined
  }
  const whole = weightOfTerms(sentence.terms, weights)
  const covered = whole === 0 ? 0 : sharedWeight(sentence.terms, other.terms, weights) / whole
  return covered >= (names > 0 ? COVERED_WITH_NAME : COVERED) ? covered : undefined
}
