import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import type { Previously } from '../../story/instalments.ts'

/** The stories of its saga that a story stands between. */
export interface Instalments {
  readonly previously?: { readonly story: StoryRecord; readonly shared: Previously }
  /** Oldest first. */
  readonly next: readonly StoryRecord[]
}

/** Next instalments that a page names; more go on from one story only where it is much too large. */
const SHOWN_NEXT = 5

/** Reads the instalments before and after, as they are now: numbers that were merged are followed, those removed or held left out. */
export async function instalmentsOf(store: Store, story: StoryRecord): Promise<Instalments> {
  const before = story.previously && (await published(store, story.previously.storyId))
  const next = new Map<number, StoryRecord>()
  for (const id of (story.next ?? []).slice(-SHOWN_NEXT)) {
    const after = await published(store, id)
    // Told again, it may continue another story by now, or have become one with this.
    if (!after?.previously || after.id === story.id) continue
    if ((await published(store, after.previously.storyId))?.id === story.id) next.set(after.id, after)
  }
  return {
    ...(before && before.id !== story.id && { previously: { story: before, shared: story.previously! } }),
    next: [...next.values()].sort((a, b) => a.coverage.firstPublishedAt - b.coverage.firstPublishedAt || a.id - b.id),
  }
}

/** @returns by story, the one that it continues; few have any, so that each is asked for alone */
export async function storiesBefore(
  store: Store,
  stories: readonly StoryRecord[],
): Promise<ReadonlyMap<number, StoryRecord>> {
  const pairs = await Promise.all(
    stories.map(async ({ id, previously }): Promise<readonly [number, StoryRecord][]> => {
      const before = previously && (await published(store, previously.storyId))
      return before && before.id !== id ? [[id, before]] : []
    }),
  )
  return new Map(pairs.flat())
}

async function published(store: Store, id: number): Promise<StoryRecord | undefined> {
  const found = await store.story(id)
  if (found?.type === 'moved') return published(store, found.into)
  return found?.type === 'story' && found.story.state === 'published' ? found.story : undefined
}
