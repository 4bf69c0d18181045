import type { Instant } from '../../lib/instant.ts'
import type { StoryKind } from '../../story/types.ts'
import type { CheckRule } from '../check/failure.ts'
import type { SummarySentence } from '../types.ts'

/** A report as it is in the prompt: cleaned and cut to length. */
export interface ModelReport {
  readonly itemId: number
  /** BCP 47. */
  readonly language: string
  readonly publishedAt: Instant
  readonly title: string
  readonly text: string
}

/** The input of a model for one story. */
export interface ModelInput {
  /** BCP 47 tag of the language to write in. */
  readonly language: string
  /** One report per independent owner, best tier first, then earliest. */
  readonly reports: readonly ModelReport[]
  /** Reports withheld because they contain instructions to a model. */
  readonly withheldItemIds: readonly number[]
  /** Hash of prompt version, language and reports; equal inputs are requested once. */
  readonly hash: string
}

/** Rule by which a part of a model's text is dropped: a rule of the check, or one for models only. */
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

/** Record of a dropped part, without its words, which may be an attacker's. */
export interface DroppedPart {
  readonly part: DraftPart
  /** At least one. */
  readonly rules: readonly DropRule[]
}

/** A model's summary of a story after the check; at least one sentence. */
export interface ModelSummary {
  readonly inputHash: string
  /** As named in the setting: `google:gemini-2.5-flash-lite`. */
  readonly model: string
  readonly writtenAt: Instant
  /** Number of independent reports it was written from. */
  readonly independent: number
  readonly headline?: SummarySentence
  readonly sentences: readonly SummarySentence[]
  readonly impact?: SummarySentence
  /** Kind of the story according to the model. Advisory only: it affects neither rank nor membership nor the kind shown. */
  readonly kind?: StoryKind
  readonly dropped: readonly DroppedPart[]
}
