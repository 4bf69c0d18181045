import type { Instant } from '../lib/instant.ts'
import type { AbsoluteDate } from './absolute-dates.ts'
import type { DroppedPart } from './model/types.ts'

/** A verbatim span of an item: `quote` equals `(title + '\n' + text).slice(start, end)`. */
export interface Citation {
  readonly itemId: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface SummarySentence {
  readonly text: string
  readonly language: string
  readonly citations: readonly Citation[]
  /** Dates of its relative time expressions; absent if it has none that can be resolved. */
  readonly dates?: readonly AbsoluteDate[]
}

/** The cited summary of one story. */
export interface Summary {
  readonly method: 'extractive' | 'model'
  readonly model?: string
  /** Time of writing; only of a model's summary. */
  readonly writtenAt?: Instant
  /** Number of independent reports it was written from; only of a model's summary. */
  readonly independent?: number
  /** Dropped parts and the rules they broke; only of a model's summary. */
  readonly dropped?: readonly DroppedPart[]
  readonly sentences: readonly SummarySentence[]
  /** Why it matters; only if a sentence of an item says so. */
  readonly impact?: SummarySentence
  /** Number of sentences that failed the check and were dropped. */
  readonly droppedCount: number
  /** Summaries in other languages from reports in them; only of an extractive summary, absent if there are none. */
  readonly others?: readonly OtherSummary[]
}

/** An extractive summary in a language other than the main one's. */
export interface OtherSummary extends Pick<Summary, 'sentences' | 'impact' | 'droppedCount'> {
  readonly language: string
}

export interface Headline {
  readonly text: string
  readonly language: string
  readonly itemId: number
  /** Titles of independent reports in readers' other languages, one per language; absent if there are none. */
  readonly others?: readonly Headline[]
}
