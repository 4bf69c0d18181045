import { type ContentTerm, contentTerms } from './content-terms.ts'
import type { Failure } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'

/**
 * Least share of a sentence's terms that its evidence must contain, for words and for character pairs, of which a changed word breaks
 * three. For pairs it is the highest value that rejects no true sentence of the development half of the seeded set; for words the
 * lowest that catches as many errors (bench/grounding/README.md).
 */
const LEAST_COVERED = { words: 0.4, pairs: 0.6 } as const
/** Across languages: least number of shared names, numbers and dates. */
const LEAST_ANCHORS = 2

/** Coverage of a sentence by its evidence. */
export interface Coverage {
  /** 0–1; 1 for a sentence without content. */
  readonly share: number
  /** Least share that passes the rule. */
  readonly level: number
  /** The parts that are not covered, in order, with adjacent terms joined. */
  readonly missing: readonly string[]
}

/** Checks that the evidence contains enough of the sentence's terms outside numbers and dates. */
export function checkCoverage(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const { share, level, missing } = coverageOf(sentence, evidence)
  return share >= level ? [] : [{ rule: 'coverage', found: missing.slice(0, 4).join(' … '), share }]
}

export function coverageOf(sentence: Statement, evidence: readonly Statement[]): Coverage {
  const same = evidence.filter((each) => sameLanguage(sentence, each))
  if (same.length === 0) return anchorsCovered(sentence, evidence)
  const known = new Set(same.flatMap(({ terms }) => [...terms]))
  const isChecked = ({ start, end }: ContentTerm) =>
    ![...sentence.quantities, ...sentence.dates].some((place) => start < place.end && end > place.start)
  const terms = contentTerms(sentence.folded).filter(isChecked)
  const novel = terms.filter(({ term }) => !known.has(term))
  const isPaired = /^(?:zh|ja|ko)$/.test(sentence.language)
  return {
    share: terms.length === 0 ? 1 : 1 - novel.length / terms.length,
    level: isPaired ? LEAST_COVERED.pairs : LEAST_COVERED.words,
    missing: runsOf(novel, sentence.text),
  }
}

/** Across languages no words are shared, so names, numbers and dates, each checked by its own rule, must suffice. */
function anchorsCovered(sentence: Statement, evidence: readonly Statement[]): Coverage {
  const known = new Set(evidence.flatMap(({ mentions }) => mentions.map(({ entityId }) => entityId)))
  const names = new Set(sentence.mentions.map(({ entityId }) => entityId).filter((id) => known.has(id)))
  const anchors = names.size + sentence.quantities.length + sentence.dates.length
  const share = Math.min(1, anchors / LEAST_ANCHORS)
  return { share, level: 1, missing: share < 1 ? [sentence.text] : [] }
}

/** Joins neighbouring terms to pieces of the text. */
function runsOf(terms: readonly ContentTerm[], text: string): readonly string[] {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of terms) {
    const last = runs.at(-1)
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end)
    else runs.push({ start, end })
  }
  return runs.map(({ start, end }) => text.slice(start, end))
}
