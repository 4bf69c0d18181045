import type { Gazetteer, Mention } from '../../entity/types.ts'
import type { Atlas } from '../atlas-types.ts'
import type { PlaceCue } from '../evidence/place-cues.ts'
import type { FoundQuantity } from '../evidence/quantities.ts'
import type { ClaimReading } from './types.ts'

/** A sentence prepared for the checks. */
export interface ClaimSentence {
  readonly sentence: string
  readonly folded: string
  /** Places it is about, in reading order. If it has none and says "the city" or "its", the one hub of the sentence before. */
  readonly places: readonly PlaceCue[]
  /** All mentions located in a hub, even names that stand for a government: any of them can be an end of a link. */
  readonly ends: readonly { readonly hub: string; readonly start: number }[]
  readonly quantities: readonly FoundQuantity[]
  /** Whether it is about the future, which present figures cannot contradict. */
  readonly isAhead: boolean
  readonly mentions: readonly Mention[]
  readonly gazetteer: Pick<Gazetteer, 'entity' | 'displayName'>
  readonly atlas: Atlas
}

/** Finds the claims of one kind in a sentence and compares them with figures. */
export type ClaimCheck = (sentence: ClaimSentence) => readonly ClaimReading[]
