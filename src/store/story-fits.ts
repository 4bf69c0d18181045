import { soughtLanguage } from '../lib/expected-language.ts'
import type { StoryFilter } from './query-types.ts'
import type { StoryRecord } from './story-types.ts'
import { facetsOf } from './tables/story-facets.ts'

/** The fields of a story that filters test. */
export type FilteredStory = Pick<
  StoryRecord,
  'state' | 'isCommunity' | 'kind' | 'coverage' | 'updatedAt' | 'entityIds' | 'hubs' | 'rulings'
>

/** Returns whether a story matches a filter, as `listStories` would decide. Excludes `sourceId`, which needs the story's members. */
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
    has('language', filter.language && soughtLanguage(filter.language)) &&
    has('pinned', filter.isPinned ? '' : undefined)
  )
}
