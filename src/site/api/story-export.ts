import { endTurnIfLong } from '../../lib/turn.ts'
import type { Store } from '../../store/types.ts'
import type { JsonContext } from './story-json.ts'
import { wholeStoryJson } from './whole-story.ts'

/** What is exported, and under which licence. */
export interface ExportOptions {
  readonly store: Store
  readonly context: JsonContext
  /** Licence that the operator grants for what this site makes of its sources; undefined if none is stated. */
  readonly licence?: string
}

/** Story numbers read per query. */
const NUMBERS_AT_ONCE = 500

/**
 * Yields published stories in the order of their numbers, each as a line of JSON (NDJSON), and lets the event loop turn between them. A
 * story's number never changes, so that an interrupted export resumes after its last line.
 *
 * @param afterId number of the last story that the caller has; 0 for all
 * @param most maximum of stories
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
