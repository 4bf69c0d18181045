/** What a sentence says about a place: for it, against it, what is planned, how things are, or what somebody asserts. */
export const STANCES = ['strength', 'constraint', 'plan', 'fact', 'claim'] as const
export type Stance = (typeof STANCES)[number]

/** The status of an undertaking; `none` if the sentence is about none. */
export const STATUSES = ['announced', 'approved', 'building', 'operating', 'cancelled', 'none'] as const
export type Status = (typeof STATUSES)[number]

/** `stated` in the report's own voice; `attributed` to somebody; `hedged` by may, reportedly, is said to. */
export const CERTAINTIES = ['stated', 'attributed', 'hedged'] as const
export type Certainty = (typeof CERTAINTIES)[number]

export interface Quantity {
  /** In `unit`: 1.3 GW is 1300 MW. */
  readonly value: number
  /** `MW`, `GWh`, `PFLOPS`, `GPUs`, `racks`, `ms`, `Tbps`, `g/kWh`, `PUE`, `%`, `people`, `companies`, a currency, or one per kWh. */
  readonly unit: string
  /** Year or month that the sentence gives for it: `2024`, `2024-11`. */
  readonly asOf?: string
}

/** What one sentence says about one facet of one hub or region. */
export interface EvidenceReading {
  /** Id of a hub, or of a region if the sentence is about the region. Hubs inherit a region's evidence; it is never copied to them. */
  readonly hub: string
  readonly facet: string
  readonly stance: Stance
  readonly status: Status
  readonly quantity?: Quantity
  readonly certainty: Certainty
}

/** A reading with its position in an item and its number of independent sources. */
export interface Evidence extends EvidenceReading {
  readonly itemId: number
  readonly sourceId: string
  /** When the item was published, according to its source. */
  readonly at: number
  /** Verbatim, at most 40 words (100 characters of Chinese or Japanese): `(title + '\n' + text).slice(start, end)`. */
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly language: string
  readonly isOpinion: boolean
  /** Number of independent families with a report in this story that is evidence on this facet of this hub. */
  readonly independent: number
}
