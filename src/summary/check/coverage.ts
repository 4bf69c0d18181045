import { type ContentTerm, contentTerms } from './content-terms.ts'
import type { Failure } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'

/**
 * Least share of a sentence's terms that stand in its evidence, by how terms are told: words, or pairs of characters, of which a
 * changed word breaks three. For pairs the highest at which no true sentence of the half of the seeded set that rules are written on
 * is refused; for words the lowest that catches as many errors as that (bench/grounding/README.md).
 */
const LEAST_COVERED = { words: 0.4, pairs: 0.6 } as const
/** Across languages: least share of the names and numbers, and how many there must be. */
const LEAST_ANCHORS = 2

/** How much of the sentence its evidence covers. */
export interface Coverage {
  /** 0–1; 1 for a sentence without content. */
  readonly share: number
  readonly level: number
  /** What is not covered, in order, runs of it joined. */
  readonly missing: readonly string[]
}

/** The rest of the sentence, apart from names and numbers, is in the evidence for the most part. */
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

/** A translation shares no words: its names and numbers, each checked by its own rule, must carry it. */
function anchorsCovered(sentence: Statement, evidence: readonly Statement[]): Coverage {
  const known = new Set(evidence.flatMap(({ mentions }) => mentions.map(({ entityId }) => entityId)))
  const names = new Set(sentence.mentions.map(({ entityId }) => entityId).filter((id) => known.has(id)))
  const anchors = names.size + sentence.quantities.length + sentence.dates.length
  const share = Math.min(1, anchors / LEAST_ANCHORS)
  return { share, level: 1, missing: share < 1 ? [sentence.text] : [] }
}

/** Neighbouring terms as one piece of the text. */
function runsOf(terms: readonly ContentTerm[], text: string): readonly string[] {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of terms) {
    const last = runs.at(-1)
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end)
    else runs.push({ start, end })
  }
  return runs.map(({ start, end }) => text.slice(start, end))
}
