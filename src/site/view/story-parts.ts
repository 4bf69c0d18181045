import type { Reservation, Source } from '../../source/types.ts'
import type { StoryLookup } from '../../store/query-types.ts'
import type { StoryEvent } from '../../store/story-types.ts'
import type { StoredTranslation } from '../../store/translation-types.ts'
import type { Store } from '../../store/types.ts'
import { type Instalments, instalmentsOf } from './instalments.ts'
import { type ModelCost, modelCostOf } from './model-cost.ts'
import { translationsOf } from './translations.ts'

/** What a story's page and its data both say beside the story itself. */
export interface StoryParts {
  readonly sources: ReadonlyMap<string, Source>
  /** Newest first, at most `HISTORY_LENGTH`. */
  readonly events: readonly StoryEvent[]
  readonly instalments: Instalments
  /** Of what it says now. */
  readonly translations: readonly StoredTranslation[]
  /** Undefined where no model was asked. */
  readonly modelCost?: ModelCost
  /** Sources of its items that reserve their texts. */
  readonly reservations: ReadonlyMap<string, Reservation>
}

/** Changes told of a story; the rest is in the log. */
export const HISTORY_LENGTH = 100

/** Reads them all at once. */
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
