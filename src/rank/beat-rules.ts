import type { EntityType } from '../entity/types.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import type { SourceType } from '../source/types.ts'

/** The field that a deployment follows, as its file says it. */
export interface BeatRules {
  /** Below the name of the site; the English one where a reader's language has none. */
  readonly tagline: Readonly<Partial<Record<UiLanguage, string>>>
  /** All that sources publish is of the beat; words and types are not asked. */
  readonly isEverything: boolean
  /** Words of the beat in the case in which they are given. */
  readonly names: readonly string[]
  /** Words of the beat in any case. */
  readonly words: readonly string[]
  /** Words that others use too. */
  readonly fieldWords: readonly string[]
  readonly entityTypes: readonly EntityType[]
  readonly sourceTypes: readonly SourceType[]
  /** Of the rank, on top of the shipped ones, as `parseWeights` reads them. */
  readonly weights: string
  /** Whether the shipped entities are known, besides the operator's own. */
  readonly hasShippedEntities: boolean
  /** Whether places are compared as hubs. */
  readonly hasHubs: boolean
}
