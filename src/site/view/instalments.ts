import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import type { Previously } from '../../story/instalments.ts'

/** The stories that a story continues and is continued by. */
export interface Instalments {
  readonly previously?: { readonly story: StoryRecord; readonly shared: Previously }
  /** Oldest first. */
  readonly next: readonly StoryRecord[]
}

/** Maximum number of next instalments on a page; only a far too large story has more. */
const SHOWN_NEXT = 5

/** Reads the previous and next instalments in their current state. Merged stories are followed; removed and held ones are left out. */
export async function instalmentsOf(store: Pick<Store, 'storiesNow'>, story: StoryRecord): Promise<Instalments> {
  const { previously } = story
  const nextIds = (story.next ?? []).slice(-SHOWN_NEXT)
  const found = await published(store, [...(previously ? [previously.storyId] : []), ...nextIds])
  const before = previously && found.get(previously.storyId)
  const after = nextIds.flatMap((id) => found.get(id) ?? [])
  // Since it was recorded, a next instalment may have come to continue another story or been merged into this one.
  const continued = await published(
    store,
    after.flatMap((each) => each.previously?.storyId ?? []),
  )
  const next = after.filter(
    (each) => each.id !== story.id && each.previously && continued.get(each.previously.storyId)?.id === story.id,
  )
  return {
    ...(before && before.id !== story.id && { previously: { story: before, shared: previously! } }),
    next: [...new Map(next.map((each) => [each.id, each])).values()].sort(
      (a, b) => a.coverage.firstPublishedAt - b.coverage.firstPublishedAt || a.id - b.id,
    ),
  }
}

/** @returns by story id, the story that it continues */
export async function storiesBefore(
  store: Pick<Store, 'storiesNow'>,
  stories: readonly StoryRecord[],
): Promise<ReadonlyMap<number, StoryRecord>> {
  const found = await published(
    store,
    stories.flatMap(({ previously }) => previously?.storyId ?? []),
  )
  return new Map(
    stories.flatMap(({ id, previously }) => {
      const before = previously && found.get(previously.storyId)
      return before && before.id !== id ? [[id, before] as const] : []
    }),
  )
}

/** Reads the published ones of the stories, by the id asked for, without their items. */
async function published(
  store: Pick<Store, 'storiesNow'>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StoryRecord>> {
  const found = await store.storiesNow(ids)
  return new Map([...found].filter(([, story]) => story.state === 'published'))
}
