import type { StoryRecord } from '../../store/story-types.ts'
import type { View } from './view.ts'

/** Returns the stories whose headlines a page lists. */
export function listedStories(view: View): readonly StoryRecord[] {
  switch (view.page) {
    case 'front':
      return [...view.pinned, ...view.stories]
    case 'brief': {
      const { stories, also, toWatch } = view.brief
      return [...stories, ...toWatch].map(({ story }) => story).concat(also)
    }
    case 'pulse':
      return view.stories.map(({ story }) => story)
    case 'entity':
    case 'search':
    case 'saved':
      return view.stories
    default:
      return []
  }
}
