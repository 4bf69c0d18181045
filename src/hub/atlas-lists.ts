import type { Row } from './read-rows.ts'
import type { Area, Endpoint, Facet, Hub, Indicator, Market, Reference } from './types.ts'

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
}
