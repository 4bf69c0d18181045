import type { StoryEvent, StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'

/** What happened in the log after the event a reader saw last. */
export interface SinceView {
  readonly seq: number
  readonly fresh: number
  readonly changed: number
  /** More events came than were looked at, or more stories changed than are listed. */
  readonly isMore: boolean
  /** Best first; each with the sorts of changes, in the order they came. */
  readonly stories: readonly { readonly story: StoryRecord; readonly types: readonly StoryEvent['type'][] }[]
}

/** Events looked at: a busy day has some thousands, and who was away longer reads the briefs. */
const MOST_EVENTS = 2_000
const MOST_CHANGED = 60
const MOST_STORIES = 12

/** Published stories that opened or changed after event `seq`. */
export async function sinceView(store: Store, seq: number): Promise<SinceView> {
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
    // One that was merged is told of under the number that goes on.
    if (story?.id === id && story.state === 'published' && !story.isCommunity) found.push({ story, types: [...types] })
  }
  found.sort((a, b) => b.story.score - a.story.score || a.story.id - b.story.id)
  const fresh = found.filter(({ types }) => types.includes('created')).length
  return {
    seq,
    fresh,
    changed: found.length - fresh,
    isMore: events.length === MOST_EVENTS || changed.length > MOST_CHANGED || found.length > MOST_STORIES,
    stories: found.slice(0, MOST_STORIES),
  }
}
