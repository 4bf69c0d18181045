import type { Row } from './read-rows.ts'
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
  Note,
  Reference,
} from './types.ts'

type Rows<T> = ReadonlyMap<string, Row<T>>

/** Every list of the hub data, keyed by id; each row carries its file and line. */
export interface AtlasLists {
  readonly hubs: Rows<Hub>
  readonly areas: Rows<Area>
  readonly facets: Rows<Facet>
  readonly markets: Rows<Market>
  readonly endpoints: Rows<Endpoint>
  readonly references: Rows<Reference>
  readonly indicators: Rows<Indicator>
  readonly currencies: Rows<Currency>
  readonly formerNames: Rows<FormerName>
  readonly notes: Rows<Note>
  /** The operator's decision rules, or the shipped ones; undefined if none can be read. */
  readonly decision: Row<DecisionRules> | undefined
}
