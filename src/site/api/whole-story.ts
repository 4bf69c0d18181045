import type { z } from '@hono/zod-openapi'
import type { StoryLookup } from '../../store/query-types.ts'
import type { Store } from '../../store/types.ts'
import { instalmentsOf } from '../view/instalments.ts'
import { modelCostOf } from '../view/model-cost.ts'
import { HISTORY_LENGTH } from '../view/story.ts'
import { translationsOf } from '../view/translations.ts'
import { type JsonContext, storyPageJson } from './story-json.ts'
import type { storyPageSchema } from './story-schemas.ts'

/** A story with all that is said of it, for the API, the command line and the export alike. */
export async function wholeStoryJson(
  store: Store,
  { story, members }: Extract<StoryLookup, { readonly type: 'story' }>,
  context: JsonContext,
): Promise<z.infer<typeof storyPageSchema>> {
  const sourceIds = members.map(({ item }) => item.sourceId)
  const [history, sources, instalments, translations, reservations, modelCost] = await Promise.all([
    store.events({ storyId: story.id, limit: HISTORY_LENGTH, newestFirst: true }),
    store.sourcesById(sourceIds),
    instalmentsOf(store, story),
    translationsOf(store, story),
    store.reservations(sourceIds),
    modelCostOf(store, story.id),
  ])
  const byId = new Map(sources.map((source) => [source.id, source]))
  return storyPageJson(story, members, history, byId, { instalments, translations, reservations, modelCost }, context)
}
