import type { Context } from 'hono'
import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import { numberOfRef } from '../http/record-number.ts'

/** Route pattern of a story's page: its number, then a slug that is ignored. */
export const STORY_PATH = '/s/:ref{[0-9]+[^/]*}'

/** @returns the story that a path under `STORY_PATH` names; undefined for one that was merged, removed or never existed */
export async function storyOfRef(c: Context, store: Pick<Store, 'storiesNow'>): Promise<StoryRecord | undefined> {
  const id = numberOfRef(c.req.param('ref'))
  const story = id === undefined ? undefined : (await store.storiesNow([id])).get(id)
  return story?.id === id ? story : undefined
}
