import type { z } from '@hono/zod-openapi'
import type { StoryLookup } from '../../store/query-types.ts'
import type { Store } from '../../store/types.ts'
import { storyParts } from '../view/story-parts.ts'
import { type JsonContext, storyPageJson } from './story-json.ts'
import type { storyPageSchema } from './story-schemas.ts'

/** Returns a whole story as JSON, the same for the API, the command line and the export. */
export async function wholeStoryJson(
  store: Store,
  found: Extract<StoryLookup, { readonly type: 'story' }>,
  context: JsonContext,
): Promise<z.infer<typeof storyPageSchema>> {
  const { sources, events, ...more } = await storyParts(store, found)
  return storyPageJson(found.story, found.members, events, sources, more, context)
}
