import type { Cue } from './cues.ts'
import { AXES } from './directions.ts'
import type { Failure } from './failure.ts'
import { negationsOf } from './polarity.ts'
import { type Statement, sameLanguage } from './statement.ts'

/** Greatest distance in characters between a negation and a word of direction that it reverses: "did not rise". */
const NEGATION_REACH = 16

/** Checks that where the sentence says more, up, for or first, the evidence does not say only less, down, against or last. */
export function checkComparison(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const same = evidence.filter((each) => sameLanguage(sentence, each))
  // Each axis has words of all languages, so other languages can be compared too.
  const sources = (same.length > 0 ? same : evidence).map(readDirections)
  const said = readDirections(sentence)
  for (const [index] of AXES.entries()) {
    for (const [end, opposite] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const found = said(index, end)
      // A sentence with both ends compares them; evidence with this end agrees.
      if (found === undefined || said(index, opposite) !== undefined) continue
      if (sources.some((source) => source(index, end) !== undefined)) continue
      const instead = sources.map((source) => source(index, opposite)).find((word) => word !== undefined)
      if (instead !== undefined) return [{ rule: 'comparison', found, instead }]
    }
  }
  return []
}

/** Returns a function that gives the first word of an end of an axis that the statement affirms. */
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
