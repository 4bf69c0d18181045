import type { Child } from 'hono/jsx'
import type { StoryRecord } from '../../store/story-types.ts'
import type { PageContext } from '../page-context.ts'
import { StoryEntry } from './entry.tsx'
import { shownStories } from './hidden-stories.tsx'

/** Ranked stories that no word hides, each with its place among all, hidden ones included; with `hasLead`, the first one shown leads. */
export function StoryList({
  stories,
  offset = 0,
  hasLead = false,
  noteOf,
  before,
  c,
}: {
  stories: readonly StoryRecord[]
  offset?: number
  hasLead?: boolean
  /** Shown below a story's headline. */
  noteOf?: (story: StoryRecord) => Child
  /** The story that each story continues, by id. */
  before?: ReadonlyMap<number, StoryRecord>
  c: PageContext
}) {
  const places = new Map(stories.map(({ id }, index) => [id, offset + index + 1]))
  return (
    <ol class="list" start={offset + 1}>
      {shownStories(stories, c).map((story, index) => (
        <StoryEntry
          story={story}
          position={places.get(story.id) ?? 0}
          isLead={hasLead && index === 0}
          note={noteOf?.(story)}
          before={before?.get(story.id)}
          c={c}
        />
      ))}
    </ol>
  )
}
