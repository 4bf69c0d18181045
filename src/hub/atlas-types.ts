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

/** The round trip between two positions: measured if a measurement exists, else estimated. */
export interface RoundTrip {
  readonly ms: number
  readonly lo: number
  readonly hi: number
  /** Time that light in fibre takes along the great circle and back; no round trip in fibre is faster. */
  readonly floorMs: number
  readonly method: 'measured' | 'estimated'
  /** The measurements used; empty for an estimate. */
  readonly rows: readonly RoundTripRow[]
}

/** A hub's value in an indicator's column with its interval, and the observations behind both. */
export interface Reading {
  readonly observation: Observation
  readonly lo: number
  readonly hi: number
  /** The newest observation of each other source. They never replace the value; in a `one-source` column they widen the interval. */
  readonly others: readonly Observation[]
}

/** Observations to leave out of a reading, to see how much depends on them. */
export interface Without {
  readonly methods?: readonly Method[]
  readonly source?: string
}

/** The validated and compiled hub data. Every list keeps the order of its file. */
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
  /** Returns the translations of an observation's note; undefined if there are none. @param english the note itself */
  note(english: string): Note | undefined
  /** All of a hub's observations of an indicator, newest first, forecasts included. */
  observations(hub: string, indicator: string): readonly Observation[]
  /** The value in the indicator's column, or undefined if there is none. Latency has no column: use `roundTrip`. */
  reading(hub: string, indicator: string, without?: Without): Reading | undefined
  /** @param to a market's point, a hub or an endpoint */
  roundTrip(
    hub: Hub,
    to: Position & { readonly id: string; readonly via?: readonly string[] },
    without?: Without,
  ): RoundTrip
}
