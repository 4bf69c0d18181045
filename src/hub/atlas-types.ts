import type {
  Area,
  Currency,
  DecisionRules,
  Endpoint,
  Facet,
  FormerName,
  Hub,
  Indicator,
  Market,
  Method,
  Note,
  Observation,
  Position,
  Reference,
  RoundTripRow,
} from './types.ts'

/** The round trip between two positions: measured where somebody has, else estimated. */
export interface RoundTrip {
  readonly ms: number
  readonly lo: number
  readonly hi: number
  /** What light in fibre needs along the great circle and back; nothing is faster. */
  readonly floorMs: number
  readonly method: 'measured' | 'estimated'
  /** The measured rows; empty for an estimate. */
  readonly rows: readonly RoundTripRow[]
}

/** The value of a column with its interval, and the observations that both come from. */
export interface Reading {
  readonly observation: Observation
  readonly lo: number
  readonly hi: number
  /** What other sources say; they widen the interval, and never take the value's place. */
  readonly others: readonly Observation[]
}

/** What is left out of a reading, to see what rests on it. */
export interface Without {
  readonly methods?: readonly Method[]
  readonly source?: string
}

/** The hub data, checked and compiled; every list in the order of its file. */
export interface Atlas {
  readonly hubs: readonly Hub[]
  readonly areas: readonly Area[]
  readonly facets: readonly Facet[]
  readonly markets: readonly Market[]
  readonly indicators: readonly Indicator[]
  readonly references: readonly Reference[]
  readonly endpoints: readonly Endpoint[]
  readonly roundTrips: readonly RoundTripRow[]
  readonly currencies: readonly Currency[]
  readonly formerNames: readonly FormerName[]
  readonly decision: DecisionRules
  hub(id: string): Hub | undefined
  area(id: string): Area | undefined
  facet(id: string): Facet | undefined
  market(id: string): Market | undefined
  indicator(id: string): Indicator | undefined
  reference(id: string): Reference | undefined
  endpoint(id: string): Endpoint | undefined
  currency(id: string): Currency | undefined
  /** @param english the note of an observation; undefined: nobody has translated it */
  note(english: string): Note | undefined
  /** All of a hub's values of an indicator, newest first, forecasts too. */
  observations(hub: string, indicator: string): readonly Observation[]
  /** The value in the indicator's column; undefined where there is none. Latency has none: it is asked by pairs. */
  reading(hub: string, indicator: string, without?: Without): Reading | undefined
  /** @param to a market's point, a hub or an endpoint */
  roundTrip(
    hub: Hub,
    to: Position & { readonly id: string; readonly via?: readonly string[] },
    without?: Without,
  ): RoundTrip
}
