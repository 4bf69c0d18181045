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

/** A span of a document that supports a sentence. */
export interface FoundSpan {
  readonly document: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface AgainstCheck {
  /** Whether every sentence is supported, and there is at least one. */
  readonly supported: boolean
  /** Estimated probability that the documents say all of it, 0–1. */
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
  /** Returns the BCP 47 tag of a text. */
  readonly languageOf: (text: string) => string
}

/** Highest score of a sentence that a rule rejects. */
const REFUSED_SCORE = 0.9 * LEAST_SCORE

/**
 * Checks a summary without citations against documents: finds the spans that support each sentence best and compares it with them.
 *
 * A sentence is rejected for a number, date, name, quotation, denial, plan, comparison or cause that does not agree, in every language,
 * and for content that the documents hardly have. The rest must reach a calibrated threshold. For Chinese, Japanese and Korean, which
 * have no labelled summaries, it is the share of character pairs that the spans cover. For other languages it is a score of the whole
 * summary from its `DOUBTS`, by non-negative weights learned on labelled summaries, relative to its length, because longer texts have
 * more doubts by chance.
 *
 * Time: sentences of the summary × sentences of the documents.
 */
export function checkAgainst(summary: string, documents: readonly string[], context: AgainstContext): AgainstCheck {
  const { sentences, counts, length, language } = doubtsAgainst(summary, documents, context)
  const weighed = hasLearnedLevel(language) ? scoreOf(counts, length) : 1
  const isRefused = sentences.some(({ failures }) => failures.length > 0)
  const own = sentences.map((each) => (hasLearnedLevel(language) ? scoreOf(each.counts, each.length) : 1))
  const lowest = own.indexOf(Math.min(...own))
  const judged = sentences.map(({ text, spans, failures, words }, at) => {
    // The threshold is for whole summaries: below it, the sentences below it themselves fail, or else the lowest one.
    const isDoubtful = weighed < LEAST_SCORE && (own[at]! < LEAST_SCORE || (at === lowest && !isRefused))
    const all = failures.length === 0 && isDoubtful ? [doubtful(own[at]!, words, text)] : failures
    return { text, supported: all.length === 0, score: scoreWith(all, own[at]!, weighed), spans, failures: all }
  })
  const supported = judged.length > 0 && judged.every((each) => each.supported)
  return { supported, score: isRefused ? Math.min(weighed, REFUSED_SCORE) : weighed, sentences: judged }
}

/** Returns a sentence's score, kept at or above the threshold if it is supported and below it if not. */
function scoreWith(failures: readonly Failure[], own: number, weighed: number): number {
  if (failures.length === 0) return Math.max(own, LEAST_SCORE)
  return failures.some((failure) => !('score' in failure)) ? Math.min(own, REFUSED_SCORE) : Math.min(own, weighed)
}

function doubtful(score: number, words: readonly string[], text: string): Failure {
  const found = words.length > 0 ? words.slice(0, 6).join(' … ') : text
  return { rule: 'coverage', found, score }
}

/** Whether the learned weights apply: to languages with labelled summaries, and to those written like them. */
function hasLearnedLevel(language: string): boolean {
  return !/^(?:zh|ja|ko)/.test(language)
}

/** Returns the failures and doubts of each sentence before they are weighted; also used to learn the weights. */
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

/** Least share of a sentence's terms that the documents must have; below it, the sentence is rejected. */
const LEAST_KNOWN = 0.25
/** Shorter sentences ("They agree to meet.") are exempt, as all their words may be the summary's own. */
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

/** Least length that is counted, so that a true sentence in other words does not score lower for being short. */
const LEAST_WIDTH = 80

/** Returns the length of a text in characters, counting each Chinese, Japanese and Korean one as three Latin letters. */
function widthOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  return Math.max(LEAST_WIDTH, text.length + 2 * wide)
}

/** Aggregates the doubts of all sentences: means of shares, sums of counts. */
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
