import type { Child } from 'hono/jsx'
import type { StoryRecord } from '../../store/story-types.ts'
import type { PageContext } from '../page-context.ts'
import { StoryEntry } from './entry.tsx'

/** Ranked stories; the first of a first page leads. */
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
  return (
    <ol class="list" start={offset + 1}>
      {stories.map((story, index) => (
        <StoryEntry
          story={story}
          position={offset + index + 1}
          isLead={hasLead && index === 0}
          note={noteOf?.(story)}
          before={before?.get(story.id)}
          c={c}
        />
      ))}
    </ol>
  )
}
