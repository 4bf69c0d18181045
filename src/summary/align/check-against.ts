import { checkStatement } from '../check/check-sentence.ts'
import type { Failure } from '../check/failure.ts'
import { Statement } from '../check/statement.ts'
import type { CheckContext } from '../check/types.ts'
import { splitSentences } from '../split-sentences.ts'
import { bestSpans } from './best-spans.ts'
import { DOUBT_WEIGHTS, INTERCEPT, LEAST_SCORE } from './doubt-weights.ts'
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

/**
 * Whether documents support a summary that cites nothing: finds for each sentence the spans that support it best, holds it
 * against them by the rules of `checkSentence`, and weighs what speaks against it (`DOUBTS`) by weights learned on labelled
 * summaries, none of them negative. Time: sentences of the summary × sentences of the documents.
 */
export function checkAgainst(summary: string, documents: readonly string[], context: AgainstContext): AgainstCheck {
  const { sentences, counts } = doubtsAgainst(summary, documents, context)
  const score = scoreOf(counts)
  return { supported: sentences.length > 0 && score >= LEAST_SCORE, score, sentences }
}

/** The same with the doubts of the whole summary, for learning the weights. */
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
    const score = scoreOf(counts.at(-1)!)
    const { failures } = checkStatement(statement, evidence)
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
      failures: evidence.length === 0 ? [{ rule: 'citation', reason: 'none', found: '' } as const] : failures,
    }
  })
  return { sentences, counts: summed(counts) }
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

function scoreOf(counts: DoubtCounts): number {
  const doubt = DOUBTS.reduce((sum, name) => sum + DOUBT_WEIGHTS[name] * Math.log1p(counts[name]), 0)
  return 1 / (1 + Math.exp(doubt - INTERCEPT))
}
