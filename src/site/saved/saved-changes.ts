import type { StoryEventType } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import type { Saved } from './saved-list.ts'

/** Changes of a saved story that its reader has not seen. */
export interface SavedChanges {
  /** Number of the last event that the reader saw. */
  readonly seq: number
  /** Number of events by type, in order of first occurrence. */
  readonly counts: ReadonlyMap<StoryEventType, number>
}

/** Maximum number of events read, newest first; older ones are not counted. */
const MOST_EVENTS = 2_000
/** Types that are not news: a rank changes with age alone. */
const QUIET: ReadonlySet<StoryEventType> = new Set(['rank'])

/**
 * Reads the changes of each story since it was saved or its changes were last seen. Runs one query.
 *
 * @param saved with current ids, after merges
 * @returns changes by story id; stories without changes are left out
 */
export async function savedChanges(
  store: Pick<Store, 'events'>,
  saved: readonly Saved[],
): Promise<ReadonlyMap<number, SavedChanges>> {
  const seen = new Map(saved.flatMap(({ id, seq }) => (seq === undefined ? [] : [[id, seq] as const])))
  if (seen.size === 0) return new Map()
  const events = await store.events({
    storyIds: [...seen.keys()],
    afterSeq: Math.min(...seen.values()),
    limit: MOST_EVENTS,
    newestFirst: true,
  })
  const changes = new Map<number, { readonly seq: number; readonly counts: Map<StoryEventType, number> }>()
  for (const { storyId, seq, type } of [...events].reverse()) {
    const from = seen.get(storyId)
    if (from === undefined || seq <= from || QUIET.has(type)) continue
    const known = changes.get(storyId) ?? { seq: from, counts: new Map<StoryEventType, number>() }
    known.counts.set(type, (known.counts.get(type) ?? 0) + 1)
    changes.set(storyId, known)
  }
  return changes
}
