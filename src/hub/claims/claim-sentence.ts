import type { Gazetteer, Mention } from '../../entity/types.ts'
import type { Atlas } from '../atlas-types.ts'
import type { PlaceCue } from '../evidence/place-cues.ts'
import type { FoundQuantity } from '../evidence/quantities.ts'
import type { ClaimReading } from './types.ts'

/** A sentence prepared for the checks. */
export interface ClaimSentence {
  readonly sentence: string
  readonly folded: string
  /** Places that it is about, in reading order; those of the sentence before where this one says "the city", "its". */
  readonly places: readonly PlaceCue[]
  /** Every name of something in a hub, government or not: an end of a link is wherever the name says. */
  readonly ends: readonly { readonly hub: string; readonly start: number }[]
  readonly quantities: readonly FoundQuantity[]
  /** It tells of the future; what is to come contradicts nothing. */
  readonly isAhead: boolean
  readonly mentions: readonly Mention[]
  readonly gazetteer: Pick<Gazetteer, 'entity' | 'displayName'>
  readonly atlas: Atlas
}

/** One kind of claim: finds those of its kind and holds them against figures. */
export type ClaimCheck = (sentence: ClaimSentence) => readonly ClaimReading[]
