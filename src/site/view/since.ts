import { endOfShown } from '../../store/fill-page.ts'
import type { IsShown } from '../../store/query-types.ts'
import type { StoryEvent, StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'

/** Stories that changed since the last event that a reader saw. */
export interface SinceView {
  readonly seq: number
  /** Number of new stories, without hidden ones. */
  readonly fresh: number
  readonly changed: number
  /** Whether more events came than were read, or more stories changed than are listed. */
  readonly isMore: boolean
  /** Best first, including hidden ones; each with its event types in order of first occurrence. */
  readonly stories: readonly { readonly story: StoryRecord; readonly types: readonly StoryEvent['type'][] }[]
}

/** Maximum number of events read. A busy day has some thousands; readers who were away longer have the briefs. */
const MOST_EVENTS = 2_000
const MOST_CHANGED = 60
const MOST_STORIES = 12

/** Reads the published stories that opened or changed after event `seq`. */
export async function sinceView(store: Store, seq: number, isShown: IsShown): Promise<SinceView> {
  const events = await store.events({ afterSeq: seq, limit: MOST_EVENTS, newestFirst: true })
  const typesOf = new Map<number, Set<StoryEvent['type']>>()
  for (const { storyId, type } of [...events].reverse()) {
    typesOf.set(storyId, (typesOf.get(storyId) ?? new Set()).add(type))
  }
  const changed = [...typesOf]
  const newest = changed.slice(-MOST_CHANGED)
  const stories = await store.storiesNow(newest.map(([id]) => id))
  const found: { story: StoryRecord; types: readonly StoryEvent['type'][] }[] = []
  for (const [id, types] of newest) {
    const story = stories.get(id)
    // A merged story is reported under the id that remains.
    if (story?.id === id && story.state === 'published' && !story.isCommunity) found.push({ story, types: [...types] })
  }
  found.sort((a, b) => b.story.score - a.story.score || a.story.id - b.story.id)
  const shown = found.filter(({ story }) => isShown(story))
  const fresh = shown.filter(({ types }) => types.includes('created')).length
  const end = endOfShown(
    found.map(({ story }) => story),
    MOST_STORIES,
    isShown,
  )
  return {
    seq,
    fresh,
    changed: shown.length - fresh,
    isMore: events.length === MOST_EVENTS || changed.length > MOST_CHANGED || end < found.length,
    stories: found.slice(0, end),
  }
}
