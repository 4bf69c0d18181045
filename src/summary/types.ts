import type { Instant } from '../lib/instant.ts'
import type { AbsoluteDate } from './absolute-dates.ts'
import type { DroppedPart } from './model/types.ts'

/** A verbatim span: `(title + '\n' + text).slice(start, end)` of the item is `quote`. */
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
  /** What its time words mean; absent where it has none that can be told. */
  readonly dates?: readonly AbsoluteDate[]
}

/** The cited text of one story. */
export interface Summary {
  readonly method: 'extractive' | 'model'
  readonly model?: string
  /** Of a model's: when it was written. */
  readonly writtenAt?: Instant
  /** Of a model's: independent reports it was written from. */
  readonly independent?: number
  /** Of a model's: what was left out, and by which rules. */
  readonly dropped?: readonly DroppedPart[]
  readonly sentences: readonly SummarySentence[]
  /** Why it matters, only where a sentence of an item says so. */
  readonly impact?: SummarySentence
  /** Sentences that failed the check and were left out. */
  readonly droppedCount: number
  /** Of an extractive one: what reports in other languages say, for their readers; absent where there is none. */
  readonly others?: readonly OtherSummary[]
}

/** An extractive summary in another language than the main one. */
export interface OtherSummary extends Pick<Summary, 'sentences' | 'impact' | 'droppedCount'> {
  readonly language: string
}

export interface Headline {
  readonly text: string
  readonly language: string
  readonly itemId: number
  /** Titles of other independent reports for readers of other languages, one a language; absent where there is none. */
  readonly others?: readonly Headline[]
}
