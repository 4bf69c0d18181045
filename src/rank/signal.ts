import type { StoryKind } from '../story/types.ts'
import type { ReasonKey } from './reason-messages.ts'
import type { Phrase } from './types.ts'
import type { WeightName, Weights } from './weights.ts'

/** All inputs on which the rank of a story depends. */
export interface RankInput {
  /** Number of families with at least one independent report, as shown to readers. Echoes, copies and mentions never count. */
  readonly independent: number
  /** Number of those families by their best tier; index 0 is tier 1. */
  readonly familiesByTier: readonly [number, number, number, number]
  readonly hasPrimaryDocument: boolean
  readonly kind: StoryKind
  /** Number of distinct entities that set the story apart from others (salience 2 or 3). */
  readonly tellingNames: number
  /** Number of stories of the same kind about the same main entities in the 7 days before this one opened. */
  readonly earlierStories: number
  /** Whether stories were recorded for all of those 7 days; undefined means true. */
  readonly isWeekKnown?: boolean
  /** Milliseconds since 1970. */
  readonly firstPublishedAt: number
  /** Time of the newest independent report, milliseconds since 1970. */
  readonly lastReportAt: number
}

/** Names of the weights in points, one per signal. */
export type SignalId = Extract<
  WeightName,
  | 'corroboration'
  | 'authority'
  | 'spread'
  | 'primary'
  | 'significance'
  | 'specifics'
  | 'novelty'
  | 'freshness'
  | 'momentum'
>

export type SignalParams = Phrase['params']

/**
 * One factor of the rank. Its value depends only on the parameters of its phrase, which include the constants,
 * so that anyone can recompute it from the public JSON.
 */
export interface Signal {
  readonly id: SignalId
  /** Returns the finding as a phrase, whose parameters are the input of `share`. */
  phrase(input: RankInput, now: number, weights: Weights): Phrase & { readonly key: ReasonKey }
  /** Returns the share of the signal's points that is earned, in [0, 1]. */
  share(params: SignalParams): number
}

/** Returns the parameter as a number; 0 if it is missing or not a finite number. */
export function numberOf(params: SignalParams, name: string): number {
  const value = Object.hasOwn(params, name) ? Number(params[name]) : 0
  return Number.isFinite(value) ? value : 0
}

/** Rounds to two decimals. */
export function roundHundredths(value: number): number {
  return Math.round(value * 100) / 100
}

/** Returns 1 − 2^(−amount / half): 0 at 0, ½ at `half`, approaching 1. */
export function saturate(amount: number, half: number): number {
  return amount <= 0 ? 0 : half <= 0 ? 1 : 1 - 2 ** (-amount / half)
}
