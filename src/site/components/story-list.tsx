import type { Child } from 'hono/jsx'
import type { StoryRecord } from '../../store/story-types.ts'
import type { PageContext } from '../page-context.ts'
import { StoryEntry } from './entry.tsx'
import { shownStories } from './hidden-stories.tsx'

/** Ranked stories, each with its place among all, those that a reader's words hide too; the first that is shown of a first page leads. */
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
  /** Said below a story's headline. */
  noteOf?: (story: StoryRecord) => Child
  /** By story: the one that it continues. */
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
