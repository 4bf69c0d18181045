export const VERDICTS = ['supported', 'plausible', 'depends', 'contradicted', 'impossible', 'uncheckable'] as const
/**
 * What the figures say of a claim: `supported` by a figure · `plausible`, against no figure and no law · `depends` on
 * something that the sentence leaves open · `contradicted` by figures of more than the sources' disagreement ·
 * `impossible`: faster than light in fibre · `uncheckable`: no figure to hold it against.
 */
export type Verdict = (typeof VERDICTS)[number]

/** Why a verdict is what it is; the words of each are in `verdict-messages.ts`, with the parameters filled in. */
export interface VerdictReason {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/** One figure that a verdict rests on. */
export interface Figure {
  /** What it is of: a hub's id, or two places for a round trip. */
  readonly place: string
  readonly to?: string
  /** `floor` for the physical bound of a round trip, `entity` for the year of a renaming, else the indicator. */
  readonly indicator: string
  readonly value: number
  readonly lo: number
  readonly hi: number
  readonly unit: string
  /** Undefined for the physical bound. */
  readonly date?: string
  /** Id and title of the reference; undefined for a physical bound or an estimate of ours. */
  readonly source?: string
  readonly sourceTitle?: string
  readonly sourceUrl?: string
  readonly method: string
  readonly note?: string
}

/** A statement of a sentence that was held against figures. */
export interface ClaimReading {
  readonly hub: string
  readonly indicator: string
  /** As the sentence has it, in `unit`; undefined for a comparison without a number. */
  readonly value?: number
  readonly unit?: string
  readonly verdict: Verdict
  readonly reason: VerdictReason
  /** The figures it was held against, the most telling first. */
  readonly evidence: readonly Figure[]
}

/** A claim with where it stands. */
export interface Claim extends ClaimReading {
  readonly itemId: number
  readonly sourceId: string
  readonly at: number
  /** Verbatim: `(title + '\n' + text).slice(start, end)`. */
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly language: string
}
