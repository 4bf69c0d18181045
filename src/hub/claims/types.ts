export const VERDICTS = ['supported', 'plausible', 'depends', 'contradicted', 'impossible', 'uncheckable'] as const
/**
 * The result of comparing a claim with figures: `supported` by a figure · `plausible`: no figure or physical law against it ·
 * `depends` on something that the sentence leaves open · `contradicted` by figures, by more than sources disagree ·
 * `impossible`: faster than light in fibre · `uncheckable`: no figure to compare it with.
 */
export type Verdict = (typeof VERDICTS)[number]

/** The reason for a verdict: a key of the messages in `verdict-messages.ts`, and the parameters to fill in. */
export interface VerdictReason {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/** One figure behind a verdict. */
export interface Figure {
  /** A hub's id; with `to`, the near end of a round trip. */
  readonly place: string
  readonly to?: string
  /** `floor` for the physical bound of a round trip, `entity` for the year of a renaming, else the indicator's id. */
  readonly indicator: string
  readonly value: number
  readonly lo: number
  readonly hi: number
  readonly unit: string
  /** Undefined for a physical bound, an estimated round trip or a renaming. */
  readonly date?: string
  /** Id and title of the reference; undefined for a physical bound or an estimated round trip. */
  readonly source?: string
  readonly sourceTitle?: string
  readonly sourceUrl?: string
  readonly method: string
  readonly note?: string
}

/** A statement of a sentence, compared with figures. */
export interface ClaimReading {
  readonly hub: string
  readonly indicator: string
  /** As the sentence states it, in `unit`; undefined for a comparison without a number. */
  readonly value?: number
  readonly unit?: string
  readonly verdict: Verdict
  readonly reason: VerdictReason
  /** The figures it was compared with, the most relevant first. */
  readonly evidence: readonly Figure[]
}

/** A claim with its position in an item. */
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
