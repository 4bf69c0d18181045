import type { Candidate } from './candidate.ts'
import { isFirstPerson } from './readable-alone.ts'
import { sharedWeight, type TermWeights, weightOfTerms } from './term-weights.ts'

/** A candidate sentence with its centrality. */
export interface ScoredSentence {
  readonly candidate: Candidate
  readonly score: number
  /** Sum of its terms' weights, if already known. */
  readonly weight?: number
}

/** Two sentences say the same if their shared terms exceed this share of the lighter one's weight. */
const REPEATS_ABOVE = 0.5
/** Penalty for redundancy against centrality (MMR, Carbonell & Goldstein 1998). */
const REDUNDANCY_COST = 0.7
/** Least worth of a sentence, as a share of the best score. */
const WORTH_SHARE = 0.35

/**
 * Selects sentences greedily by maximal marginal relevance: one per owner, or two if there are fewer than three owners.
 * Linear in the number of sentences for each one chosen.
 *
 * @param scored most central first
 * @param most greatest number of sentences
 * @param first one of `scored` that is taken before all others
 * @returns the sentences in the order chosen
 */
export function chooseSentences(
  scored: readonly ScoredSentence[],
  most: number,
  weights: TermWeights,
  first?: ScoredSentence,
): readonly Candidate[] {
  const families = new Set(scored.map(({ candidate }) => familyOf(candidate)))
  const perFamily = families.size < 3 ? 2 : 1
  const floor = (scored[0]?.score ?? 0) * WORTH_SHARE
  const open = scored.map((each) => ({
    ...each,
    weight: each.weight ?? weightOfTerms(each.candidate.terms, weights),
    repeated: 0,
  }))
  const chosen: Candidate[] = []
  const used = new Map<string, number>()
  while (chosen.length < most) {
    let best: (typeof open)[number] | undefined
    let bestWorth = floor
    if (first !== undefined && chosen.length === 0) best = open.find(({ candidate }) => candidate === first.candidate)
    else
      for (const each of open) {
        if (each.score <= bestWorth) break
        if (chosen.length > 0 && isFirstPerson(each.candidate.text)) continue
        if (each.repeated > REPEATS_ABOVE || (used.get(familyOf(each.candidate)) ?? 0) >= perFamily) continue
        const worth = each.score - REDUNDANCY_COST * each.repeated
        if (worth > bestWorth) {
          best = each
          bestWorth = worth
        }
      }
    if (!best) break
    chosen.push(best.candidate)
    if (chosen.length === most) break
    const family = familyOf(best.candidate)
    used.set(family, (used.get(family) ?? 0) + 1)
    // The chosen sentence repeats itself and so excludes itself from the next rounds.
    for (const each of open) {
      // Excluded sentences stay excluded.
      if (each.repeated > REPEATS_ABOVE || used.get(familyOf(each.candidate)) === perFamily) continue
      const lighter = Math.min(each.weight, best.weight)
      const shared = lighter === 0 ? 0 : sharedWeight(best.candidate.terms, each.candidate.terms, weights) / lighter
      const isSame = each === best || saysSameFigures(best.candidate, each.candidate, shared)
      each.repeated = isSame ? 1 : Math.max(each.repeated, shared)
    }
  }
  return chosen
}

/** Whether two sentences say mostly the same. */
export function repeats(a: Candidate, b: Candidate, weights: TermWeights): boolean {
  const lighter = Math.min(weightOfTerms(a.terms, weights), weightOfTerms(b.terms, weights))
  const shared = lighter === 0 ? 0 : sharedWeight(a.terms, b.terms, weights) / lighter
  return saysSameFigures(a, b, shared) || shared > REPEATS_ABOVE
}

/** Two sentences agree if they share at least two numbers and 60 % of the numbers of the one with fewer. */
const SAME_NUMBERS = { least: 2, share: 0.6 } as const
/** Share of terms that makes two sentences with the same distinctive figure one statement: "a review of 6,300 cases". */
const SAME_FIGURE_SHARE = 0.25

function saysSameFigures({ numbers: a }: Candidate, { numbers: b }: Candidate, sharedWords: number): boolean {
  if (a.size === 0 || b.size === 0) return false
  const shared = [...a].filter((number) => b.has(number))
  const least = Math.min(a.size, b.size)
  if (shared.length >= SAME_NUMBERS.least && shared.length >= SAME_NUMBERS.share * least) return true
  return shared.length === least && sharedWords >= SAME_FIGURE_SHARE && shared.some(isTelling)
}

/** Whether a figure is unlikely to occur twice by chance: neither a count below 100 nor a year. */
function isTelling(number: string): boolean {
  const value = Number(number)
  if (!Number.isInteger(value)) return true
  return value >= 100 && (value < 1900 || value > 2100)
}

function familyOf(candidate: Candidate): string {
  return candidate.member.item.publisher.family
}
