import type { IsShown } from '../../store/query-types.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { SiteDeps } from '../deps.ts'
import type { ListWords } from '../hidden/hiding.ts'

const PAGE_SIZE = 40

export interface PulseStory {
  readonly story: StoryRecord
  /** Points and comments of the original item, as its community counts them. */
  readonly points?: number
  readonly comments?: number
}

export interface PulseView extends ListWords {
  readonly page: 'pulse'
  readonly stories: readonly PulseStory[]
  readonly next?: string
}

/**
 * Reads a page of stories that only communities carry, newest first.
 *
 * @throws BadCursorError if `after` is not a valid cursor
 */
export async function pulseView({ store }: SiteDeps, after: string | undefined, isShown: IsShown): Promise<PulseView> {
  const { stories, next } = await store.listStories({
    state: 'published',
    community: true,
    order: 'newest',
    limit: PAGE_SIZE,
    after,
    isShown,
  })
  const items = await store.items(stories.map((story) => story.coverage.originalItemId))
  const byId = new Map(items.map((item) => [item.id, item]))
  return {
    page: 'pulse',
    stories: stories.map((story) => {
      const item = byId.get(story.coverage.originalItemId)
      return { story, points: item?.points, comments: item?.comments }
    }),
    next,
  }
}
