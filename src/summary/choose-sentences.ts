import type { Candidate } from './candidate.ts'
import { isFirstPerson } from './readable-alone.ts'
import { sharedWeight, type TermWeights, weightOfTerms } from './term-weights.ts'

/** A sentence that may be chosen and how central it is. */
export interface ScoredSentence {
  readonly candidate: Candidate
  readonly score: number
  /** Of its terms, where that is known. */
  readonly weight?: number
}

/** Share of the weight of the lighter sentence; above it two sentences say the same. */
const REPEATS_ABOVE = 0.5
/** How much repeating a chosen sentence costs against being central (MMR, Carbonell & Goldstein 1998). */
const REDUNDANCY_COST = 0.7
/** A sentence worth less than this share of the best one adds too little. */
const WORTH_SHARE = 0.35

/**
 * Takes the most central sentence, then again and again the one that is central and says something else: one of each
 * owner, or two where there are fewer than three owners.
 *
 * @param scored most central first
 * @param first one of them that is taken before all others
 * @returns at most `most`, in the order chosen. Linear in the number of sentences for each one chosen.
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
    // The chosen one repeats itself, which takes it out.
    for (const each of open) {
      // What is out stays out.
      if (each.repeated > REPEATS_ABOVE || used.get(familyOf(each.candidate)) === perFamily) continue
      const lighter = Math.min(each.weight, best.weight)
      const shared = lighter === 0 ? 0 : sharedWeight(best.candidate.terms, each.candidate.terms, weights) / lighter
      const isSame = each === best || saysSameFigures(best.candidate, each.candidate, shared)
      each.repeated = isSame ? 1 : Math.max(each.repeated, shared)
    }
  }
  return chosen
}

/** Whether a sentence says, for the most part, what another one says. */
export function repeats(a: Candidate, b: Candidate, weights: TermWeights): boolean {
  const lighter = Math.min(weightOfTerms(a.terms, weights), weightOfTerms(b.terms, weights))
  const shared = lighter === 0 ? 0 : sharedWeight(a.terms, b.terms, weights) / lighter
  return saysSameFigures(a, b, shared) || shared > REPEATS_ABOVE
}

/** Two numbers and more that are most of either sentence's: the same figures in other words. */
const SAME_NUMBERS = { least: 2, share: 0.6 } as const
/** With one telling figure, the share of other words that makes it the same statement: "a review of 6,300 cases". */
const SAME_FIGURE_SHARE = 0.25

function saysSameFigures({ numbers: a }: Candidate, { numbers: b }: Candidate, sharedWords: number): boolean {
  if (a.size === 0 || b.size === 0) return false
  const shared = [...a].filter((number) => b.has(number))
  const least = Math.min(a.size, b.size)
  if (shared.length >= SAME_NUMBERS.least && shared.length >= SAME_NUMBERS.share * least) return true
  return shared.length === least && sharedWords >= SAME_FIGURE_SHARE && shared.some(isTelling)
}

/** A figure that hardly meets itself by chance: neither a small count nor a year. */
function isTelling(number: string): boolean {
  const value = Number(number)
  if (!Number.isInteger(value)) return true
  return value >= 100 && (value < 1900 || value > 2100)
}

function familyOf(candidate: Candidate): string {
  return candidate.member.item.publisher.family
}
