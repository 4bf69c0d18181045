import { checkAgainst } from '../../src/summary/align/check-against.ts'
import { LEAST_SCORE } from '../../src/summary/align/doubt-weights.ts'
import { plainWords } from '../../src/summary/align/read-document.ts'
import { checkContext } from './check-context.ts'
import { labelledSummaries } from './labelled-summaries.ts'
import { average, balancedAccuracy, bestLevel } from './logistic.ts'

/*
 * Question: is it told whether a source supports a summary? Data, method, figures: README.md beside this file.
 * Run: npx tsx bench/run.ts grounding
 */

/** Balanced accuracy, 0–1: ours at the shipped level, the baseline at the one level that is best for it. */
export interface GroundingBench {
  readonly sets: readonly { readonly set: string; readonly ours: number; readonly overlap: number }[]
  readonly mean: { readonly ours: number; readonly overlap: number }
  readonly summariesPerSecond: number
}

/** @returns undefined, after one line that says so, where the data are absent */
export function benchGrounding(): GroundingBench | undefined {
  const rows = labelledSummaries()
  if (!rows) return undefined
  const context = checkContext()
  const start = performance.now()
  const ours = rows.map((row) => ({ ...row, score: checkAgainst(row.summary, [row.document], context).score }))
  const seconds = (performance.now() - start) / 1_000
  const overlap = rows.map((row) => ({ ...row, score: wordOverlap(row.summary, row.document) }))
  const level = bestLevel(overlap)
  const sets = [...new Set(rows.map(({ set }) => set))].map((set) => ({
    set,
    ours: balancedAccuracy(
      ours.filter((row) => row.set === set),
      LEAST_SCORE,
    ),
    overlap: balancedAccuracy(
      overlap.filter((row) => row.set === set),
      level,
    ),
  }))
  return {
    sets,
    mean: { ours: average(sets.map((set) => set.ours)), overlap: average(sets.map((set) => set.overlap)) },
    summariesPerSecond: rows.length / seconds,
  }
}

/** Baseline: share of the summary's words that the document has. */
function wordOverlap(summary: string, document: string): number {
  const known = new Set(plainWords(document.toLowerCase()))
  const words = plainWords(summary.toLowerCase())
  return words.filter((word) => known.has(word)).length / Math.max(1, words.length)
}
