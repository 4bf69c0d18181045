import type { EntityType } from '../entity/types.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import type { SourceType } from '../source/types.ts'

/** The field that a deployment follows, as defined by its file. */
export interface BeatRules {
  /** Shown below the name of the site; English is used if a reader's language has none. */
  readonly tagline: Readonly<Partial<Record<UiLanguage, string>>>
  /** Whether everything sources publish is on the beat; words and types are ignored then. */
  readonly isEverything: boolean
  /** Words of the beat, matched case-sensitively. */
  readonly names: readonly string[]
  /** Words of the beat, matched case-insensitively. */
  readonly words: readonly string[]
  /** Words of the field that other fields use too; weaker evidence. */
  readonly fieldWords: readonly string[]
  readonly entityTypes: readonly EntityType[]
  readonly sourceTypes: readonly SourceType[]
  /** Weights of the rank that differ from the defaults, in the format of `parseWeights`. */
  readonly weights: string
  /** Whether the shipped entities are loaded in addition to the operator's own. */
  readonly hasShippedEntities: boolean
  /** Whether places are compared as hubs. */
  readonly hasHubs: boolean
}
