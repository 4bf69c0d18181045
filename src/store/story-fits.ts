import type { StoryFilter } from './query-types.ts'
import type { StoryRecord } from './story-types.ts'
import { facetsOf } from './tables/story-facets.ts'

/** What filters ask of a story. */
export type FilteredStory = Pick<
  StoryRecord,
  'state' | 'isCommunity' | 'kind' | 'coverage' | 'updatedAt' | 'entityIds' | 'hubs' | 'rulings'
>

/** What a filter says of one story that is at hand, as `listStories` says it of all. Of a source, only the store knows which stories it carries. */
export function fits(story: FilteredStory, filter: Omit<StoryFilter, 'sourceId'>): boolean {
  const { state = 'published', community = false, kind = story.kind, maxTier = 4 } = filter
  const { since = story.updatedAt, until = story.updatedAt } = filter
  const facets = facetsOf(story)
  const has = (facet: string, value: string | undefined) =>
    value === undefined || facets.some((each) => each.facet === facet && each.value === value)
  return (
    story.state === state &&
    story.isCommunity === community &&
    story.kind === kind &&
    story.coverage.bestTier <= maxTier &&
    story.updatedAt >= since &&
    story.updatedAt <= until &&
    has('entity', filter.entityId) &&
    has('hub', filter.hub) &&
    has('language', filter.language) &&
    has('pinned', filter.isPinned ? '' : undefined)
  )
}
