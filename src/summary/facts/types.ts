import type { Instant } from '../../lib/instant.ts'
import type { Citation } from '../types.ts'

/** `reported` by one owner; `confirmed` by independent owners; `disputed` if figures differ or somebody denies it; `withdrawn` by its source. */
export const CLAIM_STATES = ['reported', 'confirmed', 'disputed', 'withdrawn'] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

/** One of the values that independent reports give for the same thing. */
export interface StatedValue {
  /** As written in the earliest report that gives it: `$40 billion`. */
  readonly text: string
  /** Number of owners whose reports give it. */
  readonly independent: number
  /** Up to five sentences that give it, one per owner, earliest first; at least one of each language as far as they fit. */
  readonly citations: readonly Citation[]
}

/** The subject of a figure, in the words of a report. */
export interface Subject {
  readonly text: string
  readonly language: string
  /** The report whose words these are. */
  readonly itemId: number
}

/** A figure or date that independent reports give for the same thing. */
export interface Figure {
  readonly type: 'figure' | 'date'
  /** Most owners first; a single value if all agree. */
  readonly values: readonly StatedValue[]
  /** Subject in each language; undefined if the statements share no words. */
  readonly of?: readonly Subject[]
}

/** A quotation with its speaker. */
export interface SpokenQuotation {
  readonly text: string
  readonly language: string
  /** As written next to the quotation. */
  readonly speaker: string
  /** Number of owners whose reports carry it. */
  readonly independent: number
  /** Its first occurrence. */
  readonly citation: Citation
}

export const PRIMARY_FORMS = ['paper', 'release', 'filing', 'statement'] as const
export type PrimaryForm = (typeof PRIMARY_FORMS)[number]

/** Comparison of what independent items say about one event. Rule-based; every value stands verbatim in its citations. */
export interface Facts {
  readonly claim: ClaimState
  readonly figures: readonly Figure[]
  readonly quotations: readonly SpokenQuotation[]
  /** The earliest report, and when it was published. */
  readonly first?: { readonly itemId: number; readonly at: Instant }
  /** The primary document that the others report on. */
  readonly primary?: { readonly itemId: number; readonly form: PrimaryForm }
}
