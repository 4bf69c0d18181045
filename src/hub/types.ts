import type { UiNames } from './names.ts'

/** How wide the thing is that a value was made for: a city's value is no country's. */
export const SCOPES = ['city', 'zone', 'region', 'country', 'jurisdiction'] as const
export type Scope = (typeof SCOPES)[number]

/**
 * Where a value comes from: `measured` by somebody · `reported` by the party that knows · `derived` by a sum from
 * reported ones · `estimated` by a model · `inherited` from a wider place · `coded` by a person with a rubric ·
 * `claimed` without figures · `assumed` by us · `forecast` for a later day.
 */
export const METHODS = [
  'measured',
  'reported',
  'derived',
  'estimated',
  'inherited',
  'coded',
  'claimed',
  'assumed',
  'forecast',
] as const
export type Method = (typeof METHODS)[number]

/** A position on the globe, in degrees. */
export interface Position {
  readonly lat: number
  readonly lng: number
}

/** A city or region compared; one line of `data/hubs/hubs.jsonl`. */
export interface Hub extends Position {
  /** Kebab case; also the id of an entity, where stories are to be found. */
  readonly id: string
  /** By language (BCP 47); the first of each is shown, all are names of the place itself. */
  readonly names: UiNames
  /** Districts, parks and towns within it: a cue that a text means this place. By language. */
  readonly subPlaces: Readonly<Record<string, readonly string[]>>
  /** Areas it belongs to, narrowest first; ids of `areas.jsonl` or of region hubs. */
  readonly parents: readonly string[]
  /** A region of several hubs: it has a dossier, and cannot be chosen as a place. */
  readonly isRegion: boolean
  /** Hubs of a region; empty for a city. */
  readonly members: readonly string[]
  /** Id of an area of kind jurisdiction; undefined for a region. */
  readonly jurisdiction?: string
  /** IANA name; undefined for a region. */
  readonly timeZone?: string
  /** Zone of Electricity Maps; undefined for a region. */
  readonly gridZone?: string
  /** Region codes by cloud. */
  readonly clouds: Readonly<Record<string, string>>
  /** A trap to know of. */
  readonly note?: UiNames
}

/** A wider place: a region, or a jurisdiction with its law. */
export interface Area {
  readonly id: string
  readonly kind: 'region' | 'jurisdiction'
  readonly names: UiNames
  /** What texts call it besides, by language. */
  readonly nicknames: Readonly<Record<string, readonly string[]>>
  /** Whoever hosts there needs a legal entity of the place and a licence. */
  readonly needsLocalEntity: boolean
  /** Advanced US accelerators need a licence there, and for whoever has a parent company there. */
  readonly needsUsChipLicence: boolean
  /** Personal data may flow, under a standard contract, between it and the hubs of a region that are under that law. */
  readonly dataContract?: { readonly region: string; readonly jurisdiction: string }
}

/** One heading of a dossier, in order. */
export interface Facet {
  /** `infrastructure.energy`; the part before the dot is the dimension. */
  readonly id: string
  readonly names: UiNames
  /** A heading of the decision guide: shown by indicators, collects no evidence. */
  readonly isGuide: boolean
  /** Words that show that a sentence is about it, by language. */
  readonly keywords: Readonly<Record<string, readonly string[]>>
  /** Units of the quantities usual in it. */
  readonly quantities: readonly string[]
}

/** One place of a market's users, with its share. */
export interface MarketPoint extends Position {
  readonly id: string
  readonly names: UiNames
  /** Shares of a market's points sum to 1. */
  readonly weight: number
  /** Measured endpoints that stand for it. */
  readonly via: readonly string[]
}

/** Whom a deployment serves. */
export interface Market {
  readonly id: string
  readonly names: UiNames
  /** What texts call it besides, by language. */
  readonly nicknames: Readonly<Record<string, readonly string[]>>
  readonly points: readonly MarketPoint[]
  /** Ids of the areas whose data subjects live there. */
  readonly jurisdictions: readonly string[]
}

/** A cloud region to which round trips were measured, where it is no hub. */
export interface Endpoint extends Position {
  readonly id: string
  readonly name: string
  readonly cloud: string
}

/** Who said a value. */
export interface Reference {
  readonly id: string
  /** As its publisher has it; in several languages where it is ours. */
  readonly title: UiNames
  readonly publisher: string
  readonly url?: string
  readonly licence?: string
  /** Our own coding, assumption or estimate: no source that could be left out. */
  readonly isOwn: boolean
}

/** What the note of an observation says, in each language of the interface; one line of `data/hubs/notes.jsonl`. */
export interface Note {
  /** The note as the table has it, in English. */
  readonly id: string
  readonly names: UiNames
}

/** What one unit of a currency is worth. */
export interface Currency {
  /** ISO 4217. */
  readonly id: string
  /** US dollars, and the interval that the rate keeps to. */
  readonly usd: number
  readonly lo: number
  readonly hi: number
  readonly date: string
  /** Reference id. */
  readonly source: string
}

/** Names that a public body no longer has. */
export interface FormerName {
  /** Of the entity. */
  readonly id: string
  readonly names: UiNames
  /** The year in which it was renamed, and the short form of its name since. */
  readonly until: string
  readonly now: string
  /** Reference id. */
  readonly source: string
  readonly url?: string
}

/** How texts speak of a published ranking. */
export interface Ranking {
  readonly names: readonly string[]
  /** Words of which one must stand beside the name; empty: none. */
  readonly about: readonly string[]
  /** The numbered edition that the values are of; undefined where editions are years. */
  readonly edition?: string
}

/** What one side of a split is judged by where the needs name none of its criteria. */
export interface SideRule {
  /** Weights that sum to 1. */
  readonly criteria: readonly { readonly id: string; readonly weight: number }[]
  /** Criteria that count only where the needs name them. */
  readonly also: readonly string[]
  readonly why: UiNames
}

/** What the decision guide assumes besides anchors and rubrics; `data/hubs/decision.yaml` says why. */
export interface DecisionRules {
  readonly leastCoverage: number
  readonly concentration: Readonly<Record<'low' | 'mid' | 'high', number>>
  readonly power: {
    readonly freeMW: number
    readonly largeMW: number
    readonly heavyTraining: number
    readonly levelAboveFree: number
    readonly levelAboveLarge: number
  }
  readonly split: {
    readonly weights: Readonly<Record<'train' | 'serve' | 'link' | 'dataFlow', number>>
    readonly foreignFlow: number
    readonly train: SideRule
    readonly serve: SideRule
  }
}

/** Fixed ends of a value function: 1 at `best`, 0 at `worst`, whatever else is compared. */
export interface Anchors {
  readonly best: number
  readonly worst: number
  readonly scale: 'linear' | 'log'
}

export interface RubricLevel {
  readonly value: number
  readonly means: UiNames
}

/** A quantity; one file of `data/indicators/`. */
export interface Indicator {
  readonly id: string
  /** The facet under which it is shown. */
  readonly facet: string
  readonly names: UiNames
  readonly unit: string
  /** Whether more of it is better. */
  readonly direction: 'up' | 'down'
  /** Undefined for one that is shown and never scored. */
  readonly anchors?: Anchors
  /** It can be asked for in a decision. */
  readonly isCriterion: boolean
  /**
   * `one-source`: the values of a column are one source's, the first of `sources`, the others only widen the interval.
   * `own-source`: every place has a source of its own (tariffs, codes), named beside each value.
   */
  readonly column: 'one-source' | 'own-source'
  /** Reference ids, the column's own first; empty for `own-source`. */
  readonly sources: readonly string[]
  /** What the values come from besides `data/observations/ID.csv`. */
  readonly series?: 'grid-carbon' | 'round-trips'
  /** Half width, as a share of the value, where only one source has it and gives no interval. */
  readonly singleSourceSpread: number
  /** Half width, as a share of the value, where it stands in for a part of the place it was made for. */
  readonly inheritedSpread: number
  readonly staleAfterDays: number
  /** Decimals shown. */
  readonly digits: number
  readonly about?: UiNames
  /** What each whole number of a coded value means. */
  readonly rubric: readonly RubricLevel[]
  /** Of a coded value: whether what is approved or being built counts for a level. */
  readonly countsPlans: boolean
  /** For ranks in a published index. */
  readonly ranking?: Ranking
}

/** One value of an indicator for a hub, from one source. */
export interface Observation {
  readonly hub: string
  readonly indicator: string
  readonly value: number
  readonly lo: number
  readonly hi: number
  readonly unit: string
  readonly scope: Scope
  readonly method: Method
  /** `2025`, `2025-08` or `2025-08-31`: the day that the value is of. */
  readonly date: string
  /** Reference id. */
  readonly source: string
  readonly sourceUrl?: string
  /** The facts behind it, in English; other languages have it by `Atlas.note`. */
  readonly note?: string
  /** Where it was made for a wider place: `zone/CN`, `jurisdiction/JP`, `region/gba`. */
  readonly madeFor?: string
}

/** A measured round trip between two places, each a hub or an endpoint. */
export interface RoundTripRow {
  readonly from: string
  readonly to: string
  readonly ms: number
  /** Of the measurements: 50 is the median; undefined where the source does not say. */
  readonly percentile?: number
  readonly date: string
  readonly source: string
}
