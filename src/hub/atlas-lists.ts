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

/** The lists of the hub data by id, each row with the place where it stood. */
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
  /** The operator's own, else the shipped one; undefined where there is none that can be read. */
  readonly decision: Row<DecisionRules> | undefined
}
