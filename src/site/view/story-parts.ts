import type { Reservation, Source } from '../../source/types.ts'
import type { StoryLookup } from '../../store/query-types.ts'
import type { StoryEvent } from '../../store/story-types.ts'
import type { StoredTranslation } from '../../store/translation-types.ts'
import type { Store } from '../../store/types.ts'
import { type Instalments, instalmentsOf } from './instalments.ts'
import { type ModelCost, modelCostOf } from './model-cost.ts'
import { translationsOf } from './translations.ts'

/** What a story's page and its JSON both contain besides the story itself. */
export interface StoryParts {
  readonly sources: ReadonlyMap<string, Source>
  /** Newest first, at most `HISTORY_LENGTH`. */
  readonly events: readonly StoryEvent[]
  readonly instalments: Instalments
  /** Translations of its current texts. */
  readonly translations: readonly StoredTranslation[]
  /** Undefined if no model was called. */
  readonly modelCost?: ModelCost
  /** Rights reserved by the sources of its items, by source id. */
  readonly reservations: ReadonlyMap<string, Reservation>
}

/** Maximum number of changes listed for a story; the log holds all of them. */
export const HISTORY_LENGTH = 100

/** Reads all parts of a story in parallel. */
export async function storyParts(
  store: Store,
  { story, members }: Extract<StoryLookup, { readonly type: 'story' }>,
): Promise<StoryParts> {
  const sourceIds = members.map(({ item }) => item.sourceId)
  const [sources, events, instalments, translations, reservations, modelCost] = await Promise.all([
    store.sourcesById(sourceIds),
    store.events({ storyId: story.id, limit: HISTORY_LENGTH, newestFirst: true }),
    instalmentsOf(store, story),
    translationsOf(store, story),
    store.reservations(sourceIds),
    modelCostOf(store, story.id),
  ])
  const byId = new Map(sources.map((source) => [source.id, source]))
  return { sources: byId, events, instalments, translations, reservations, modelCost }
}
