import { checkStatement } from '../check/check-sentence.ts'
import type { Failure } from '../check/failure.ts'
import { Statement } from '../check/statement.ts'
import type { CheckContext } from '../check/types.ts'
import { splitSentences } from '../split-sentences.ts'
import { bestSpans } from './best-spans.ts'
import { DOUBT_WEIGHTS, INTERCEPT, LEAST_SCORE, LENGTH_WEIGHT } from './doubt-weights.ts'
import { DOUBTS, type DoubtCounts, doubtsOf } from './doubts.ts'
import { readDocuments } from './read-document.ts'
import type { WordRelations } from './word-relations.ts'

/** A place of a document that supports a sentence. */
export interface FoundSpan {
  readonly document: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface AgainstCheck {
  readonly supported: boolean
  /** 0–1, how likely the documents say all of it. */
  readonly score: number
  readonly sentences: readonly {
    readonly text: string
    readonly supported: boolean
    readonly score: number
    readonly spans: readonly FoundSpan[]
    /** Of the strict check of published sentences against these spans. */
    readonly failures: readonly Failure[]
  }[]
}

export interface AgainstContext extends CheckContext {
  readonly relations: WordRelations
  /** BCP 47 of a text. */
  readonly languageOf: (text: string) => string
}

/** Most that a sentence with such a failure scores; below `LEAST_SCORE`. */
const CONTRADICTED_SCORE = 0.4

/**
 * Whether documents support a summary that cites nothing: finds for each sentence the spans that support it best, holds it
 * against them by the rules of `checkSentence`, and weighs what speaks against it (`DOUBTS`) by weights learned on labelled
 * summaries, none of them negative, against its length: in a longer text more is doubtful by chance. Time: sentences of the summary × sentences of the documents.
 */
export function checkAgainst(summary: string, documents: readonly string[], context: AgainstContext): AgainstCheck {
  const { sentences, counts, length, language } = doubtsAgainst(summary, documents, context)
  const score = judged(
    scoreOf(counts, length),
    sentences.map(({ failures }) => failures),
    language,
  )
  return { supported: sentences.length > 0 && score >= LEAST_SCORE, score, sentences }
}

/** The same with the doubts and the length of the whole summary, for learning the weights. */
export function doubtsAgainst(summary: string, documents: readonly string[], context: AgainstContext) {
  const read = readDocuments(documents, context.languageOf, context.relations, context)
  const language = context.languageOf(summary)
  const counts: DoubtCounts[] = []
  const sentences = splitSentences(summary).map(({ start, end }) => {
    const text = summary.slice(start, end)
    const statement = new Statement(text, language, undefined, context)
    const spans = bestSpans(statement, read)
    const evidence = spans.map((span) => span.statement)
    counts.push(doubtsOf(statement, evidence, read, context.relations))
    const failures: readonly Failure[] =
      evidence.length === 0
        ? [{ rule: 'citation', reason: 'none', found: '' }]
        : checkStatement(statement, evidence).failures
    const score = judged(scoreOf(counts.at(-1)!, widthOf(text)), [failures], language)
    return {
      text,
      supported: score >= LEAST_SCORE,
      score,
      spans: spans.map((span) => ({
        document: span.document,
        start: span.start,
        end: span.end,
        quote: span.statement.text,
      })),
      failures,
    }
  })
  return { sentences, counts: summed(counts), length: widthOf(summary), language }
}

/** Languages without labelled summaries to learn from: the strict check decides, as it does before publishing. */
const JUDGED_STRICTLY = /^(?:zh|ja|ko)/

/** The score after what the strict check found in each sentence. */
function judged(weighed: number, failures: readonly (readonly Failure[])[], language: string): number {
  const isStrict = JUDGED_STRICTLY.test(language)
  if (failures.some((each) => (isStrict ? each.length > 0 : contradicts(each))))
    return Math.min(weighed, CONTRADICTED_SCORE)
  return isStrict ? Math.max(weighed, LEAST_SCORE) : weighed
}

/**
 * Whether the strict rules condemn by themselves: a denial dropped or added, another number where all else agrees. Tried one by
 * one on the bench grounding, these cost 0.6 points of the mean together; quotations lose 1.5 on dialogues and have their weight
 * already; names cost 7 of the mean, plans told as facts 2.
 */
function contradicts(failures: readonly Failure[]): boolean {
  const [only] = failures
  if (failures.length === 1 && only!.rule === 'number' && 'instead' in only!) return true
  return failures.some(({ rule }) => rule === 'polarity')
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
