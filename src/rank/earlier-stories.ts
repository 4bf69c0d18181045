import { DAY_MS, type Instant } from '../lib/instant.ts'
import type { StoryKind } from '../story/types.ts'

/** What novelty compares. */
export interface DatedStory {
  readonly id: number
  readonly kind: StoryKind
  /** Weightiest first. */
  readonly entityIds: readonly string[]
  readonly coverage: { readonly firstPublishedAt: Instant }
}

const WINDOW_MS = 7 * DAY_MS
/** Entities that a story is mainly about. One alone would make every story about a big company an old one. */
const MAIN_ENTITIES = 2

/**
 * How many of the stories came in the 7 days before one, of the same kind and about the same main entities (the first two;
 * the first, where the story has no other). A story without entities has no such predecessors.
 *
 * @param others in any order; the story itself may be among them
 */
export function countEarlierStories(story: DatedStory, others: Iterable<DatedStory>): number {
  const main = story.entityIds.slice(0, MAIN_ENTITIES)
  if (main.length === 0) return 0
  const { firstPublishedAt } = story.coverage
  let count = 0
  for (const other of others) {
    const age = firstPublishedAt - other.coverage.firstPublishedAt
    if (other.id === story.id || other.kind !== story.kind || age <= 0 || age > WINDOW_MS) continue
    const theirs = other.entityIds.slice(0, MAIN_ENTITIES)
    if (main.every((id) => theirs.includes(id))) count++
  }
  return count
}
