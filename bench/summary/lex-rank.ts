import type { Candidate } from '../../src/summary/candidate.ts'
import type { ScoredSentence } from '../../src/summary/choose-sentences.ts'

/** Similarity above which two sentences are neighbours; the value of the paper. */
const NEIGHBOURS_ABOVE = 0.1
const DAMPING = 0.85
const ROUNDS = 60

/**
 * LexRank (Erkan & Radev 2004): sentences ranked by the eigenvector centrality of a graph whose edges join sentences of like words
 * (cosine of TF-IDF, IDF over the sentences themselves).
 *
 * @param isContinuous edges weigh as the cosine; else every edge over the threshold weighs the same
 * @returns most central first; quadratic in the number of sentences
 */
export function lexRank(candidates: readonly Candidate[], isContinuous: boolean): readonly ScoredSentence[] {
  const frequency = new Map<string, number>()
  for (const { terms } of candidates) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const idf = (term: string) => Math.log(1 + candidates.length / frequency.get(term)!)
  const norms = candidates.map(({ terms }) => Math.sqrt([...terms].reduce((sum, term) => sum + idf(term) ** 2, 0)))
  const edges = candidates.map((one, at) =>
    candidates.map((other, to) => {
      let shared = 0
      for (const term of one.terms) if (other.terms.has(term)) shared += idf(term) ** 2
      const cosine = shared / (norms[at]! * norms[to]! || 1)
      return cosine > NEIGHBOURS_ABOVE ? (isContinuous ? cosine : 1) : 0
    }),
  )
  const degrees = edges.map((row) => row.reduce((sum, weight) => sum + weight, 0) || 1)
  let ranks = candidates.map(() => 1 / candidates.length)
  for (let round = 0; round < ROUNDS; round++) {
    ranks = candidates.map((_, to) => {
      const inflow = edges.reduce((sum, row, from) => sum + (row[to]! / degrees[from]!) * ranks[from]!, 0)
      return (1 - DAMPING) / candidates.length + DAMPING * inflow
    })
  }
  // The scale of our own scores, so that the cost of repeating weighs the same beside both.
  const most = Math.max(...ranks)
  return candidates.map((candidate, at) => ({ candidate, score: ranks[at]! / most })).sort((a, b) => b.score - a.score)
}
