import type { Gazetteer } from '../../entity/types.ts'
import type { Instant } from '../../lib/instant.ts'
import type { Failure } from './failure.ts'

/** What is to be published. */
export interface CheckedText {
  readonly text: string
  /** BCP 47. */
  readonly language: string
}

/** A span that the sentence rests on, word for word as it stands in the item. */
export interface Evidence {
  readonly quote: string
  /** BCP 47, the item's. */
  readonly language: string
  /** Of the item: what "on Tuesday" in the span counts from. */
  readonly publishedAt?: Instant
}

export interface CheckContext {
  /** Finds names across scripts. */
  readonly gazetteer: Pick<Gazetteer, 'findEntities' | 'displayName'>
}

export interface SentenceCheck {
  readonly supported: boolean
  /** Share of the sentence's content that the evidence covers, 0–1; 0 where a rule other than coverage failed. */
  readonly score: number
  /** In the order of `CHECK_RULES`; empty if supported. */
  readonly failures: readonly Failure[]
}
