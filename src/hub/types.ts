import type { UiNames } from './names.ts'

/** How wide a place a value was made for. */
export const SCOPES = ['city', 'zone', 'region', 'country', 'jurisdiction'] as const
export type Scope = (typeof SCOPES)[number]

/**
 * How a value was obtained: `measured` by somebody · `reported` by the party that knows · `derived` by calculation from
 * reported values · `estimated` by a model · `inherited` from a wider place · `coded` by a person with a rubric ·
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

/** A city or region under comparison; one line of `data/hubs/hubs.jsonl`. */
export interface Hub extends Position {
  /** Kebab case; also the id of the entity by which stories are found. */
  readonly id: string
  /** Names of the place itself by language (BCP 47); the first of each is displayed. */
  readonly names: UiNames
  /** Districts, parks and towns within it, by language; each is a cue that a text means this place. */
  readonly subPlaces: Readonly<Record<string, readonly string[]>>
  /** Areas it belongs to, narrowest first; ids of `areas.jsonl` or of region hubs. */
  readonly parents: readonly string[]
  /** Whether it is a region of several hubs, which has a dossier but cannot be chosen in a decision. */
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
  /** A pitfall to know about. */
  readonly note?: UiNames
}

/** A wider place: a region, or a jurisdiction with its law. */
export interface Area {
  readonly id: string
  readonly kind: 'region' | 'jurisdiction'
  readonly names: UiNames
  /** Other names in texts, by language. */
  readonly nicknames: Readonly<Record<string, readonly string[]>>
  /** Who says that hosting there needs a local legal entity and a licence; undefined if it does not. */
  readonly needsLocalEntity?: LawSources
  /** Who says that advanced US accelerators need a licence there, and anywhere for companies with a parent there. */
  readonly needsUsChipLicence?: LawSources
  /** Personal data may flow under a standard contract between it and the hubs of `region` that are in `jurisdiction`. */
  readonly dataContract?: { readonly region: string; readonly jurisdiction: string; readonly sources: LawSources }
}

/** Who says what a law requires; empty if an operator's data set it without saying who. */
export type LawSources = readonly {
  /** Reference id. */
  readonly source: string
  /** The day since which it holds or was confirmed; for a page without a date, when it was read. */
  readonly date: string
}[]

/** One heading of a dossier. */
export interface Facet {
  /** `infrastructure.energy`; the part before the dot is the dimension. */
  readonly id: string
  readonly names: UiNames
  /** Whether it is a heading of the decision guide only, which shows indicators and collects no evidence. */
  readonly isGuide: boolean
  /** Words that indicate a sentence is about it, by language. */
  readonly keywords: Readonly<Record<string, readonly string[]>>
  /** Usual units of its quantities. */
  readonly quantities: readonly string[]
}

/** One place where a market's users are, with its share of them. */
export interface MarketPoint extends Position {
  readonly id: string
  readonly names: UiNames
  /** Shares of a market's points sum to 1. */
  readonly weight: number
  /** Endpoints or hubs whose measurements represent it. */
  readonly via: readonly string[]
}

/** Whom a deployment serves. */
export interface Market {
  readonly id: string
  readonly names: UiNames
  /** Other names in texts, by language. */
  readonly nicknames: Readonly<Record<string, readonly string[]>>
  readonly points: readonly MarketPoint[]
  /** Ids of the areas whose data subjects live there. */
  readonly jurisdictions: readonly string[]
}

/** A cloud region that is not a hub, but to which round trips were measured. */
export interface Endpoint extends Position {
  readonly id: string
  readonly name: string
  readonly cloud: string
}

/** The source of a value. */
export interface Reference {
  readonly id: string
  /** As its publisher writes it; in several languages if it is our own. */
  readonly title: UiNames
  readonly publisher: string
  readonly url?: string
  readonly licence?: string
  /** Whether it is our own coding, assumption or estimate, which no answer is tried without. */
  readonly isOwn: boolean
}

/** The note of an observation in each interface language; one line of `data/hubs/notes.jsonl`. */
export interface Note {
  /** The English note, exactly as in the table. */
  readonly id: string
  readonly names: UiNames
}

/** The exchange rate of one currency. */
export interface Currency {
  /** ISO 4217. */
  readonly id: string
  /** US dollars per unit, and the interval in which the rate stays. */
  readonly usd: number
  readonly lo: number
  readonly hi: number
  readonly date: string
  /** Reference id. */
  readonly source: string
}

/** Former names of a public body. */
export interface FormerName {
  /** Id of the entity. */
  readonly id: string
  readonly names: UiNames
  /** The year of the renaming, and the short form of the name since then. */
  readonly until: string
  readonly now: string
  /** Reference id. */
  readonly source: string
  readonly url?: string
}

/** How texts refer to a published ranking. */
export interface Ranking {
  readonly names: readonly string[]
  /** Words of which one must occur in the sentence besides the name; empty for no such condition. */
  readonly about: readonly string[]
  /** The date of the values of each numbered edition; undefined if editions are years. */
  readonly editions?: Readonly<Record<string, string>>
}

/** Default criteria for one side of a split, used if the needs name none of that side's criteria. */
export interface SideRule {
  /** Weights that sum to 1. */
  readonly criteria: readonly { readonly id: string; readonly weight: number }[]
  /** Further criteria, counted only if the needs name them. */
  readonly also: readonly string[]
  readonly why: UiNames
}

/** Assumptions of the decision guide other than anchors and rubrics; `data/hubs/decision.yaml` gives the reasons. */
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

/** Fixed ends of a value function: 1 at `best`, 0 at `worst`, whichever hubs are compared. */
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
  /** `up` if more is better. */
  readonly direction: 'up' | 'down'
  /** Undefined for an indicator that is displayed but never scored. */
  readonly anchors?: Anchors
  /** Whether a decision can use it as a criterion. */
  readonly isCriterion: boolean
  /**
   * `one-source`: all values of the column come from the first of `sources`; the others only widen the intervals.
   * `own-source`: each place has its own source (tariffs, codes), named beside each value.
   */
  readonly column: 'one-source' | 'own-source'
  /** Reference ids, the column's source first; empty for `own-source`. */
  readonly sources: readonly string[]
  /** Where values come from in addition to `data/observations/ID.csv`. */
  readonly series?: 'grid-carbon' | 'round-trips'
  /** Half width of the interval, as a share of the value, if a single source gives a value without one. */
  readonly singleSourceSpread: number
  /** Half width of the interval, as a share of the value, if the value was made for a much wider place. */
  readonly inheritedSpread: number
  readonly staleAfterDays: number
  /** Number of decimals displayed. */
  readonly digits: number
  readonly about?: UiNames
  /** The meaning of each level of a coded value. */
  readonly rubric: readonly RubricLevel[]
  /** For a coded value: whether plans that are approved or being built count towards a level. */
  readonly countsPlans: boolean
  /** Present for ranks in a published index. */
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
  /** `2025`, `2025-08` or `2025-08-31`: the period that the value is for. */
  readonly date: string
  /** Reference id. */
  readonly source: string
  readonly sourceUrl?: string
  /** The facts behind it, in English; `Atlas.note` has the other languages. */
  readonly note?: string
  /** The wider place it was made for, if any: `zone/CN`, `jurisdiction/JP`, `region/gba`. */
  readonly madeFor?: string
}

/** A measured round trip between two places, each a hub or an endpoint. */
export interface RoundTripRow {
  readonly from: string
  readonly to: string
  readonly ms: number
  /** Percentile of the measurements: 50 is the median. Undefined if the source does not say. */
  readonly percentile?: number
  readonly date: string
  readonly source: string
}
