import type { StoryEventType } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import type { Saved } from './saved-list.ts'

/** What happened to a saved story that its reader has not seen. */
export interface SavedChanges {
  /** The event that the reader saw last. */
  readonly seq: number
  /** Sorts of changes in the order in which they came first, each with how often it came. */
  readonly counts: ReadonlyMap<StoryEventType, number>
}

/** Events looked at; who was away for longer is told of the newest. */
const MOST_EVENTS = 2_000
/** A rank moves by age alone: it is no news of a story. */
const QUIET: ReadonlySet<StoryEventType> = new Set(['rank'])

/**
 * What has changed in stories since each was saved, or its changes were last seen. One query.
 *
 * @param saved by their numbers of today
 * @returns by story; stories without changes are left out
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
