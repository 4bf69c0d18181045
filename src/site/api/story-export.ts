import { endTurnIfLong } from '../../lib/turn.ts'
import type { Store } from '../../store/types.ts'
import type { JsonContext } from './story-json.ts'
import { wholeStoryJson } from './whole-story.ts'

/** What is exported, and on which terms. */
export interface ExportOptions {
  readonly store: Store
  readonly context: JsonContext
  /** Under which the operator lets what this site makes of its sources be used; undefined: nothing is said. */
  readonly licence?: string
}

/** Numbers read at once. */
const NUMBERS_AT_ONCE = 500

/**
 * Published stories in the order of their numbers, each as a line of JSON (NDJSON), made in turns of the event loop. A story's number never
 * changes, so that an export that was broken off goes on behind its last line.
 *
 * @param afterId number of the last story that is not wanted again; 0 for all
 * @param most stories at most
 */
export async function* storyLines(
  { store, context, licence }: ExportOptions,
  afterId: number,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<{ readonly id: number; readonly line: string }> {
  let [after, left] = [afterId, most]
  while (left > 0) {
    const ids = await store.publishedIds(after, Math.min(NUMBERS_AT_ONCE, left))
    for (const id of ids) {
      await endTurnIfLong()
      const found = await store.story(id)
      // Merged or removed since its number was read.
      if (found?.type !== 'story') continue
      const story = await wholeStoryJson(store, found, context)
      yield { id, line: `${JSON.stringify({ ...story, ...(licence && { dataLicence: licence }) })}\n` }
    }
    after = ids.at(-1) ?? after
    left -= ids.length
    if (ids.length < NUMBERS_AT_ONCE) return
  }
}
