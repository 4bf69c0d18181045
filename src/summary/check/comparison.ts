import type { Cue } from './cues.ts'
import { AXES } from './directions.ts'
import type { Failure } from './failure.ts'
import { negationsOf } from './polarity.ts'
import { type Statement, sameLanguage } from './statement.ts'

/** Characters behind a negation in which a word of direction is meant the other way: "did not rise". */
const NEGATION_REACH = 16

/** Where the sentence says more, up, for or first, the evidence does not say only less, down, against or last. */
export function checkComparison(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const same = evidence.filter((each) => sameLanguage(sentence, each))
  // Each axis has its words in the five languages.
  const sources = (same.length > 0 ? same : evidence).map(readDirections)
  const said = readDirections(sentence)
  for (const [index] of AXES.entries()) {
    for (const [end, opposite] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const found = said(index, end)
      // Who says both ends compares; who says this end is right.
      if (found === undefined || said(index, opposite) !== undefined) continue
      if (sources.some((source) => source(index, end) !== undefined)) continue
      const instead = sources.map((source) => source(index, opposite)).find((word) => word !== undefined)
      if (instead !== undefined) return [{ rule: 'comparison', found, instead }]
    }
  }
  return []
}

/** @returns the first word of an end of an axis that the statement affirms */
function readDirections(statement: Statement): (axis: number, end: 0 | 1) => string | undefined {
  const negations = negationsOf(statement)
  return (axis, end) => {
    for (const { 0: word, index } of statement.folded.matchAll(AXES[axis]!.ends[end])) {
      if (!isNegated(index, negations)) return word
    }
    return undefined
  }
}

function isNegated(at: number, negations: readonly Cue[]): boolean {
  return negations.some(({ start }) => Math.abs(at - start) <= NEGATION_REACH)
}
