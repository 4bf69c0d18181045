import type { Observation } from '../types.ts'
import type { Needs } from './needs.ts'

/** A hard constraint that excludes a hub, whatever its score. */
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
  /** Market of a `round-trip` rule. */
  readonly market?: string
  /** The hub's best possible value, to compare with the limit. */
  readonly best?: number
  readonly limit?: number
}

/** A limit inside the interval of a hub's value, which may or may not satisfy it. */
export interface Chance {
  readonly rule: 'round-trip' | 'power' | 'carbon' | 'price'
  readonly market?: string
  readonly limit: number
  /** Share of the triangular distribution over the interval that satisfies it. The simulation does not use it. */
  readonly probability: number
}

/** One criterion's part of a hub's score, which is the sum of the contributions. */
export interface Contribution {
  readonly criterion: string
  /** Undefined without a datum; the worth is then unknown and counted as 0.5. */
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
  /** For latency, the round trips that make up the value. */
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
  /** 5th to 95th percentile of the score over the draws. */
  readonly band: readonly [number, number]
  /** Share of the draws in which it comes first, or among the first three. */
  readonly p1: number
  readonly p3: number
  readonly contributions: readonly Contribution[]
  readonly chances: readonly Chance[]
  /** Limits that cannot be checked without a datum; they do not exclude the hub. */
  readonly unchecked: readonly Omit<Chance, 'probability'>[]
}

export interface UnrankedHub {
  readonly hub: string
  /** Share of the weight that has a datum. */
  readonly coverage: number
  /** Lowest and highest score that the missing data could give it. */
  readonly range: readonly [number, number]
  readonly missing: readonly string[]
}

export interface ExcludedHub {
  readonly hub: string
  /** The `exclusions` in words. */
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

/** The weight of one criterion at which another hub comes first, while the other weights keep their proportions. */
export interface Flip {
  readonly criterion: string
  readonly weight: number
  readonly flipsAt: number
  /** Whether the other hub is ahead above that weight, or below it; at a tie both are the weight it has now. */
  readonly isAbove: boolean
  readonly to: string
}

/** Who is first when something is left out. */
export interface LeftOut {
  readonly what: string
  readonly leader?: string
  readonly changes: boolean
}

export type Verdict = 'clear' | 'likely' | 'leaning' | 'open' | 'none'

/** One sentence of the explanation, with the data behind it. */
export interface Sentence {
  readonly text: string
  /** The English title of a source that occurs in the text. */
  readonly title?: string
  readonly hub?: string
  readonly criterion?: string
  /** Facets of its criteria, by which stories are found. */
  readonly facets: readonly string[]
  /** The observations behind the clauses, in their order. */
  readonly observations: readonly Observation[]
}

export interface Decision {
  readonly needs: Needs
  readonly verdict: Verdict
  readonly ranked: readonly RankedHub[]
  /** Best first; present only if the needs ask for a split. */
  readonly pairs?: readonly Pair[]
  readonly unranked: readonly UnrankedHub[]
  readonly excluded: readonly ExcludedHub[]
  readonly flips: readonly Flip[]
  /** Share of the draws in which the leader beats another hub, keyed by `leader other`. */
  readonly winRates: Readonly<Record<string, number>>
  readonly withoutCriterion: readonly LeftOut[]
  readonly withoutSource: readonly LeftOut[]
  readonly withoutClaims: LeftOut
  /** The leader by other methods; `agree` if both have the same leader as the decision. */
  readonly crossChecks: { readonly topsis?: string; readonly promethee?: string; readonly agree: boolean }
  /** Number of the ranked hubs' values by method: measured, estimated, coded …, missing. */
  readonly methods: Readonly<Partial<Record<Contribution['method'], number>>>
  readonly sentences: readonly Sentence[]
}
