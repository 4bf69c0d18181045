import { DAY_MS, type Instant } from '../lib/instant.ts'
import type { StoryOpening } from '../store/story-types.ts'

/** How far back earlier stories about the same subject are counted. */
export const NOVELTY_WINDOW_MS = 7 * DAY_MS

/** What is kept of a story; kept small, as a week has many. */
interface Kept extends Pick<StoryOpening, 'kind' | 'at'> {
  readonly id: number
}

/**
 * Remembers what stories were about when they opened, to distinguish the tenth instalment from something new. Each story is counted once, as
 * it opens, so that the result depends on what was placed before and not on how often or when stories were told.
 */
export class NoveltyIndex {
  readonly #byEntity = new Map<string, Map<number, Kept>>()
  readonly #entitiesOf = new Map<number, readonly string[]>()

  /** Adds a story, or replaces what is known about it. */
  put(id: number, { kind, entityIds, at }: StoryOpening): void {
    this.remove(id)
    if (entityIds.length === 0) return
    this.#entitiesOf.set(id, entityIds)
    const kept: Kept = { id, kind, at }
    for (const entity of entityIds) {
      const stories = this.#byEntity.get(entity) ?? new Map<number, Kept>()
      this.#byEntity.set(entity, stories.set(id, kept))
    }
  }

  remove(storyId: number): void {
    for (const id of this.#entitiesOf.get(storyId) ?? []) this.#byEntity.get(id)?.delete(storyId)
    this.#entitiesOf.delete(storyId)
  }

  /** @returns the number of other stories of the same kind that began in the 7 days before and share a main entity */
  countEarlier(id: number, { kind, entityIds, at }: StoryOpening): number {
    const earlier = new Set<number>()
    for (const entity of entityIds) {
      for (const other of this.#byEntity.get(entity)?.values() ?? []) {
        const lead = at - other.at
        if (other.id !== id && other.kind === kind && lead > 0 && lead <= NOVELTY_WINDOW_MS) earlier.add(other.id)
      }
    }
    return earlier.size
  }

  /** Forgets stories that began before this instant. */
  forget(before: Instant): void {
    for (const stories of this.#byEntity.values()) {
      for (const story of stories.values()) if (story.at < before) this.remove(story.id)
    }
  }
}
