import type { StoryKind } from '../story/types.ts'
import type { ReasonKey } from './reason-messages.ts'
import type { Phrase } from './types.ts'
import type { WeightName, Weights } from './weights.ts'

/** What the rank of a story depends on, and nothing else. */
export interface RankInput {
  /** Families with at least one independent report, as readers see the count. Echoes, copies and mentions are not in here, in any form. */
  readonly independent: number
  /** Those families by best tier, index 0 = tier 1. */
  readonly familiesByTier: readonly [number, number, number, number]
  readonly hasPrimaryDocument: boolean
  readonly kind: StoryKind
  /** Distinct entities of the story that tell it from others (salience 2 or 3). */
  readonly tellingNames: number
  /** Stories of the same kind about the same main entities in the 7 days before it opened, each by its first item. */
  readonly earlierStories: number
  /** Whether there were seven days before it in which stories were told; undefined as true. */
  readonly isWeekKnown?: boolean
  /** Milliseconds since 1970. */
  readonly firstPublishedAt: number
  /** Newest independent report, milliseconds since 1970. */
  readonly lastReportAt: number
}

/** Names of the weights that are points. */
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
 * One reason for a rank. What it is worth depends on the parameters of its phrase alone, constants included,
 * so that whoever has the public JSON can compute it again.
 */
export interface Signal {
  readonly id: SignalId
  /** What is so, in numbers that are also what `share` reads. */
  phrase(input: RankInput, now: number, weights: Weights): Phrase & { readonly key: ReasonKey }
  /** Share of the signal's points that it earns, in [0, 1]. */
  share(params: SignalParams): number
}

/** @returns the parameter as a number; 0 for what is missing or no number */
export function numberOf(params: SignalParams, name: string): number {
  const value = Object.hasOwn(params, name) ? Number(params[name]) : 0
  return Number.isFinite(value) ? value : 0
}

/** @returns value rounded to two decimals */
export function roundHundredths(value: number): number {
  return Math.round(value * 100) / 100
}

/** Approaches 1 and is ½ at `half`. */
export function saturate(amount: number, half: number): number {
  return amount <= 0 ? 0 : half <= 0 ? 1 : 1 - 2 ** (-amount / half)
}
