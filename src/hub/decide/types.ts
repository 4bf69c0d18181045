import type { Observation } from '../types.ts'
import type { Needs } from './needs.ts'

/** Why a hub cannot be chosen at all; nothing else makes up for it. */
export interface Exclusion {
  readonly rule:
    | 'region'
    | 'residency'
    | 'local-entity'
    | 'chip-licence'
    | 'parent-chip-licence'
    | 'round-trip'
    | 'power'
    | 'carbon'
    | 'price'
  /** The market of a round trip. */
  readonly market?: string
  /** The best that the hub can do, against the limit. */
  readonly best?: number
  readonly limit?: number
}

/** A limit inside an interval: the hub may or may not keep to it. */
export interface Chance {
  readonly rule: 'round-trip' | 'power' | 'carbon' | 'price'
  readonly market?: string
  readonly limit: number
  /** Share of the triangular distribution over the interval that keeps to it; the draws are not told apart by it. */
  readonly probability: number
}

/** What one criterion adds to a hub's score; the score is their sum. */
export interface Contribution {
  readonly criterion: string
  /** Undefined where there is no datum: worth 0 to 1, counted as 0.5. */
  readonly value?: number
  readonly lo?: number
  readonly hi?: number
  readonly unit: string
  /** Worth in [0, 1] between the fixed anchors. */
  readonly scale: number
  readonly weight: number
  readonly contribution: number
  readonly method: Observation['method'] | 'missing'
  readonly observation?: Observation
  /** Round trips that the value is made of. */
  readonly markets?: readonly MarketTrip[]
}

export interface MarketTrip {
  readonly market: string
  readonly weight: number
  readonly ms: number
  readonly lo: number
  readonly hi: number
  readonly floorMs: number
  readonly method: 'measured' | 'estimated'
  readonly boundMs?: number
}

export interface RankedHub {
  readonly hub: string
  readonly score: number
  /** 90 % of the draws lie in it. */
  readonly band: readonly [number, number]
  /** Share of the draws in which it comes first, or among the first three. */
  readonly p1: number
  readonly p3: number
  readonly contributions: readonly Contribution[]
  readonly chances: readonly Chance[]
  /** Limits that cannot be checked, for want of a datum; the hub is not excluded by them. */
  readonly unchecked: readonly Pick<Chance, 'rule' | 'limit'>[]
}

export interface UnrankedHub {
  readonly hub: string
  /** Share of the weight for which there is a datum. */
  readonly coverage: number
  /** Scores it could reach with the data that are missing. */
  readonly range: readonly [number, number]
  readonly missing: readonly string[]
}

export interface ExcludedHub {
  readonly hub: string
  /** In words; `exclusions` has the same as data. */
  readonly reason: string
  readonly exclusions: readonly Exclusion[]
}

export interface Pair {
  readonly train: string
  readonly serve: string
  readonly score: number
  readonly linkMs: number
  readonly linkMethod: 'measured' | 'estimated'
  readonly parts: { readonly train: number; readonly serve: number; readonly link: number; readonly dataFlow: number }
}

/** The weight of one criterion at which another hub comes first, the other weights keeping their proportions. */
export interface Flip {
  readonly criterion: string
  readonly weight: number
  readonly flipsAt: number
  readonly to: string
}

/** Who is first when something is left out. */
export interface LeftOut {
  readonly what: string
  readonly leader?: string
  readonly changes: boolean
}

export type Verdict = 'clear' | 'likely' | 'leaning' | 'open' | 'none'

/** One sentence of the explanation and what it rests on. */
export interface Sentence {
  readonly text: string
  /** The title of a source that stands in the text, as its publisher has it, in English. */
  readonly title?: string
  readonly hub?: string
  readonly criterion?: string
  /** Facets of its criteria, by which stories are found. */
  readonly facets: readonly string[]
  /** What each clause rests on, in their order. */
  readonly observations: readonly Observation[]
}

export interface Decision {
  readonly needs: Needs
  readonly verdict: Verdict
  readonly ranked: readonly RankedHub[]
  /** Only where a split was asked for; best first. */
  readonly pairs?: readonly Pair[]
  readonly unranked: readonly UnrankedHub[]
  readonly excluded: readonly ExcludedHub[]
  readonly flips: readonly Flip[]
  /** Share of the draws in which the first beats the second, by `first second`. */
  readonly winRates: Readonly<Record<string, number>>
  readonly withoutCriterion: readonly LeftOut[]
  readonly withoutSource: readonly LeftOut[]
  readonly withoutClaims: LeftOut
  /** The same question by other methods; they agree where they have the same leader. */
  readonly crossChecks: { readonly topsis?: string; readonly promethee?: string; readonly agree: boolean }
  /** How many of the values used are measured, estimated, coded …, those of unranked hubs left out. */
  readonly methods: Readonly<Partial<Record<Contribution['method'], number>>>
  readonly sentences: readonly Sentence[]
}
