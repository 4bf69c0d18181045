import { checkStatement } from '../check/check-sentence.ts'
import { coverageOf } from '../check/coverage.ts'
import type { Failure } from '../check/failure.ts'
import { Statement } from '../check/statement.ts'
import type { CheckContext } from '../check/types.ts'
import { splitSentences } from '../split-sentences.ts'
import { bestSpans } from './best-spans.ts'
import { DOUBT_WEIGHTS, INTERCEPT, LEAST_SCORE, LENGTH_WEIGHT } from './doubt-weights.ts'
import { DOUBTS, type DoubtCounts, doubtsOf } from './doubts.ts'
import { type ReadDocuments, readDocuments } from './read-document.ts'
import type { WordRelations } from './word-relations.ts'

/** A place of a document that supports a sentence. */
export interface FoundSpan {
  readonly document: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface AgainstCheck {
  /** Every sentence is. */
  readonly supported: boolean
  /** 0–1, how likely the documents say all of it. */
  readonly score: number
  readonly sentences: readonly {
    readonly text: string
    readonly supported: boolean
    readonly score: number
    readonly spans: readonly FoundSpan[]
    /** Empty if supported, at least one if not. */
    readonly failures: readonly Failure[]
  }[]
}

export interface AgainstContext extends CheckContext {
  readonly relations: WordRelations
  /** BCP 47 of a text. */
  readonly languageOf: (text: string) => string
}

/** Most that a sentence scores which a rule refuses. */
const REFUSED_SCORE = 0.9 * LEAST_SCORE

/**
 * Whether documents support a summary that cites nothing: finds for each sentence the spans that support it best and holds it against
 * them. A number, date, name, quotation, denial, plan, comparison or cause that does not agree refuses it, in every language; so does
 * content of which the documents have next to nothing. The rest must reach a calibrated level: in English what speaks against the
 * whole summary (`DOUBTS`), by weights learned on labelled summaries, none of them negative, against its length, for in a longer
 * text more is doubtful by chance; in Chinese, Japanese and Korean, for which nobody has labelled any, the share of pairs of
 * characters that the spans cover. Time: sentences of the summary × sentences of the documents.
 */
export function checkAgainst(summary: string, documents: readonly string[], context: AgainstContext): AgainstCheck {
  const { sentences, counts, length, language } = doubtsAgainst(summary, documents, context)
  const weighed = hasLearnedLevel(language) ? scoreOf(counts, length) : 1
  const isRefused = sentences.some(({ failures }) => failures.length > 0)
  const own = sentences.map((each) => (hasLearnedLevel(language) ? scoreOf(each.counts, each.length) : 1))
  const lowest = own.indexOf(Math.min(...own))
  const judged = sentences.map(({ text, spans, failures, words }, at) => {
    // The level is one of whole summaries: below it, what is doubtful by itself fails, or else what is most doubtful.
    const isDoubtful = weighed < LEAST_SCORE && (own[at]! < LEAST_SCORE || (at === lowest && !isRefused))
    const all = failures.length === 0 && isDoubtful ? [doubtful(own[at]!, words, text)] : failures
    return { text, supported: all.length === 0, score: scoreWith(all, own[at]!, weighed), spans, failures: all }
  })
  const supported = judged.length > 0 && judged.every((each) => each.supported)
  return { supported, score: isRefused ? Math.min(weighed, REFUSED_SCORE) : weighed, sentences: judged }
}

/** On the side of the level on which the sentence is. */
function scoreWith(failures: readonly Failure[], own: number, weighed: number): number {
  if (failures.length === 0) return Math.max(own, LEAST_SCORE)
  return failures.some((failure) => !('score' in failure)) ? Math.min(own, REFUSED_SCORE) : Math.min(own, weighed)
}

function doubtful(score: number, words: readonly string[], text: string): Failure {
  const found = words.length > 0 ? words.slice(0, 6).join(' … ') : text
  return { rule: 'coverage', found, score }
}

/** Languages with labelled summaries to learn from, and those written like them. */
function hasLearnedLevel(language: string): boolean {
  return !/^(?:zh|ja|ko)/.test(language)
}

/** The same before it is weighed, for learning the weights: of each sentence the failures that refuse it and its doubts. */
export function doubtsAgainst(summary: string, documents: readonly string[], context: AgainstContext) {
  const read = readDocuments(documents, context.languageOf, context.relations, context)
  const language = context.languageOf(summary)
  const sentences = splitSentences(summary).map(({ start, end }) => {
    const text = summary.slice(start, end)
    const statement = new Statement(text, language, undefined, context)
    const found = bestSpans(statement, read)
    const spans = found.map(({ document, start: from, end: to }) => ({
      document,
      start: from,
      end: to,
      quote: documents[document]!.slice(from, to),
    }))
    const evidence = found.map((span) => span.statement)
    const { counts, words } = doubtsOf(statement, read, context.relations)
    return { text, spans, failures: refusals(statement, evidence, read), counts, words, length: widthOf(text) }
  })
  return { sentences, counts: summed(sentences.map(({ counts }) => counts)), length: widthOf(summary), language }
}

/** Below this share of words that any document has, nothing that speaks for a sentence counts. */
const LEAST_KNOWN = 0.25
/** A shorter sentence ("They agree to meet.") is all summary. */
const LEAST_TERMS = 3

function refusals(sentence: Statement, evidence: readonly Statement[], { wholes }: ReadDocuments): readonly Failure[] {
  if (evidence.length === 0) return [{ rule: 'citation', reason: 'nowhere', found: sentence.text }]
  const { failures } = checkStatement(sentence, evidence)
  if (!hasLearnedLevel(sentence.language)) return failures
  const { share, missing } = coverageOf(sentence, wholes)
  const isUnknown = sentence.terms.size >= LEAST_TERMS && share < LEAST_KNOWN
  const refused = failures.filter(({ rule }) => rule !== 'coverage')
  return isUnknown ? [...refused, { rule: 'coverage', found: missing.slice(0, 4).join(' … '), share }] : refused
}

/** Shorter texts count as this long: a true sentence in other words is no likelier to be false for being short. */
const LEAST_WIDTH = 80

/** Characters, those of Chinese, Japanese and Korean as three: what a Latin word says in six letters they say in two. */
function widthOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  return Math.max(LEAST_WIDTH, text.length + 2 * wide)
}

/** Shares are means over the sentences, counts are sums. */
function summed(counts: readonly DoubtCounts[]): DoubtCounts {
  const total: Record<string, number> = {}
  for (const name of DOUBTS) {
    const sum = counts.reduce((all, each) => all + each[name], 0)
    total[name] = SHARES.has(name) ? sum / Math.max(1, counts.length) : sum
  }
  return total as DoubtCounts
}

const SHARES: ReadonlySet<string> = new Set(['farApart', 'newPairs', 'newPairsInCopy'])

function scoreOf(counts: DoubtCounts, length: number): number {
  const doubts = DOUBTS.reduce((sum, name) => sum + DOUBT_WEIGHTS[name] * Math.log1p(counts[name]), 0)
  const doubt = doubts + LENGTH_WEIGHT * Math.log(length)
  return 1 / (1 + Math.exp(doubt - INTERCEPT))
}
