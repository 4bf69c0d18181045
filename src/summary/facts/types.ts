import type { Instant } from '../../lib/instant.ts'
import type { Citation } from '../types.ts'

/** `reported` by one owner; `confirmed` by independent ones; `disputed` where they differ or somebody denies; `withdrawn` by its source. */
export const CLAIM_STATES = ['reported', 'confirmed', 'disputed', 'withdrawn'] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

/** One of the values that independent reports give for a thing. */
export interface StatedValue {
  /** As the earliest report that gives it writes it: `$40 billion`. */
  readonly text: string
  /** Owners whose reports give it. */
  readonly independent: number
  /** Up to five of the sentences that give it, one an owner, earliest first; of each language at least one where they fit. */
  readonly citations: readonly Citation[]
}

/** What a figure is a figure of, in the words of a report. */
export interface Subject {
  readonly text: string
  readonly language: string
  /** The report that words it so. */
  readonly itemId: number
}

/** A figure or date that independent reports give for the same thing. */
export interface Figure {
  readonly type: 'figure' | 'date'
  /** Most independent reports first; one where all agree. */
  readonly values: readonly StatedValue[]
  /** Of what, one a language; undefined where those who give it share no words. */
  readonly of?: readonly Subject[]
}

/** What somebody is quoted with. */
export interface SpokenQuotation {
  readonly text: string
  readonly language: string
  /** As written beside it. */
  readonly speaker: string
  /** Owners whose reports carry it. */
  readonly independent: number
  /** Where it stands first. */
  readonly citation: Citation
}

export const PRIMARY_FORMS = ['paper', 'release', 'filing', 'statement'] as const
export type PrimaryForm = (typeof PRIMARY_FORMS)[number]

/** What independent items say of one event, side by side. By rules; every value stands word for word in what it cites. */
export interface Facts {
  readonly claim: ClaimState
  readonly figures: readonly Figure[]
  readonly quotations: readonly SpokenQuotation[]
  /** The earliest report, and when it was published. */
  readonly first?: { readonly itemId: number; readonly at: Instant }
  /** What the others report on. */
  readonly primary?: { readonly itemId: number; readonly form: PrimaryForm }
}
