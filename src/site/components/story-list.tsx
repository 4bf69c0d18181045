import type { StoryRecord } from '../../store/types.ts'
import type { PageContext } from '../page-context.ts'
import { StoryEntry } from './entry.tsx'

/** Ranked stories; the first of a first page leads. */
export function StoryList({
  stories,
  offset = 0,
  hasLead = false,
  c,
}: {
  stories: readonly StoryRecord[]
  offset?: number
  hasLead?: boolean
  c: PageContext
}) {
  return (
    <ol class="list" start={offset + 1}>
      {stories.map((story, index) => (
        <StoryEntry story={story} position={offset + index + 1} isLead={hasLead && index === 0} c={c} />
      ))}
    </ol>
  )
}
