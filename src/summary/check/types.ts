import type { Gazetteer } from '../../entity/types.ts'
import type { Instant } from '../../lib/instant.ts'
import type { Failure } from './failure.ts'

/** A text to be checked before publication. */
export interface CheckedText {
  readonly text: string
  /** BCP 47. */
  readonly language: string
}

/** A verbatim span of an item that a sentence cites. */
export interface Evidence {
  readonly quote: string
  /** BCP 47 tag of the item's language. */
  readonly language: string
  /** Publication time of the item, from which "on Tuesday" in the span counts. */
  readonly publishedAt?: Instant
}

export interface CheckContext {
  /** Finds names across scripts. */
  readonly gazetteer: Pick<Gazetteer, 'findEntities' | 'displayName'>
}

export interface SentenceCheck {
  readonly supported: boolean
  /** Share of the sentence's content that the evidence covers, 0–1; 0 if a rule other than coverage failed. */
  readonly score: number
  /** In the order of `CHECK_RULES`; empty if supported. */
  readonly failures: readonly Failure[]
}
