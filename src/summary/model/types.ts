import type { Instant } from '../../lib/instant.ts'
import type { StoryKind } from '../../story/types.ts'
import type { CheckRule } from '../check/failure.ts'
import type { SummarySentence } from '../types.ts'

/** A report as the prompt holds it: cleaned and cut to length. */
export interface ModelReport {
  readonly itemId: number
  /** BCP 47. */
  readonly language: string
  readonly publishedAt: Instant
  readonly title: string
  readonly text: string
}

/** All that a model is told of a story. */
export interface ModelInput {
  /** BCP 47, in which it is to write. */
  readonly language: string
  /** One for each independent owner, best tier and earliest first. */
  readonly reports: readonly ModelReport[]
  /** Reports kept from the model, for they hold instructions to one. */
  readonly withheldItemIds: readonly number[]
  /** Of everything above and of the prompt's version: equal inputs are asked about once. */
  readonly hash: string
}

/** Why a part of what a model wrote is not published: the rules of the check, and those for models alone. */
export type DropRule =
  | CheckRule
  | 'link'
  | 'length'
  | 'filler'
  | 'repetition'
  | 'instruction'
  | 'uncorroborated'
  | 'off-topic'

export const DRAFT_PARTS = ['headline', 'sentence', 'impact'] as const
export type DraftPart = (typeof DRAFT_PARTS)[number]

/** Says that something was left out, and never what: the words may be an attacker's. */
export interface DroppedPart {
  readonly part: DraftPart
  /** At least one. */
  readonly rules: readonly DropRule[]
}

/** What a model wrote of a story and the check let through; at least one sentence. */
export interface ModelSummary {
  readonly inputHash: string
  /** As the setting names it: `google:gemini-2.5-flash-lite`. */
  readonly model: string
  readonly writtenAt: Instant
  /** Independent reports it was written from. */
  readonly independent: number
  readonly headline?: SummarySentence
  readonly sentences: readonly SummarySentence[]
  readonly impact?: SummarySentence
  /** What the model takes the story for. Advice only: it sets neither rank nor membership nor the kind shown. */
  readonly kind?: StoryKind
  readonly dropped: readonly DroppedPart[]
}
