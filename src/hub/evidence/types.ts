/** What a sentence says of a place: in its favour, against it, what is to come, how things are, or what somebody asserts. */
export const STANCES = ['strength', 'constraint', 'plan', 'fact', 'claim'] as const
export type Stance = (typeof STANCES)[number]

/** How far something has come; `none` where the sentence is about no undertaking. */
export const STATUSES = ['announced', 'approved', 'building', 'operating', 'cancelled', 'none'] as const
export type Status = (typeof STATUSES)[number]

/** `stated` in the report's own voice; `attributed` to somebody; `hedged`: may, reportedly, is said to. */
export const CERTAINTIES = ['stated', 'attributed', 'hedged'] as const
export type Certainty = (typeof CERTAINTIES)[number]

export interface Quantity {
  /** In `unit`: 1.3 GW is 1300 MW. */
  readonly value: number
  /** `MW`, `GWh`, `PFLOPS`, `GPUs`, `racks`, `ms`, `Tbps`, `g/kWh`, `PUE`, `%`, `people`, `companies`, a currency, or one per kWh. */
  readonly unit: string
  /** Year or month for which it holds, as the sentence says: `2024`, `2024-11`. */
  readonly asOf?: string
}

/** What one sentence says about one facet of one hub or region. */
export interface EvidenceReading {
  /** Hub, or the region where the sentence is about the region: hubs inherit it, it is never copied to them. */
  readonly hub: string
  readonly facet: string
  readonly stance: Stance
  readonly status: Status
  readonly quantity?: Quantity
  readonly certainty: Certainty
}

/** A reading with where it stands and how many owners say it. */
export interface Evidence extends EvidenceReading {
  readonly itemId: number
  readonly sourceId: string
  /** When the item was published, by its source. */
  readonly at: number
  /** Verbatim, at most 40 words (100 characters of Chinese or Japanese): `(title + '\n' + text).slice(start, end)`. */
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly language: string
  readonly isOpinion: boolean
  /** Families with a report in this story that says something on this facet of this hub. */
  readonly independent: number
}
