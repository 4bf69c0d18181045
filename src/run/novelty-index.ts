import type { Gazetteer } from '../entity/types.ts'
import { DAY_MS, type Instant } from '../lib/instant.ts'
import type { StoryRecord } from '../store/story-types.ts'

/** How far back a story looks for earlier ones about the same. */
export const NOVELTY_WINDOW_MS = 7 * DAY_MS
/** Of a story's entities, those that are compared: the weightiest that identify something. */
const MAIN_ENTITIES = 3

type Subject = Kept & Pick<StoryRecord, 'entityIds'>
/** All that is kept of a story: of a week's there are many. */
type Kept = Pick<StoryRecord, 'id' | 'kind'> & { readonly firstPublishedAt: Instant }

/** Remembers which stories were about what, to tell the tenth instalment from something new. */
export class NoveltyIndex {
  readonly #byEntity = new Map<string, Map<number, Kept>>()
  readonly #entitiesOf = new Map<number, readonly string[]>()

  constructor(private readonly gazetteer: Gazetteer) {}

  /** Adds a story, or replaces what was known of it. */
  put(story: Subject): void {
    this.remove(story.id)
    const main = this.#mainEntities(story)
    if (main.length === 0) return
    this.#entitiesOf.set(story.id, main)
    const kept: Kept = { id: story.id, kind: story.kind, firstPublishedAt: story.firstPublishedAt }
    for (const entity of main) {
      const stories = this.#byEntity.get(entity) ?? new Map<number, Kept>()
      this.#byEntity.set(entity, stories.set(kept.id, kept))
    }
  }

  remove(storyId: number): void {
    for (const id of this.#entitiesOf.get(storyId) ?? []) this.#byEntity.get(id)?.delete(storyId)
    this.#entitiesOf.delete(storyId)
  }

  /** @returns other stories of the same kind that began in the 7 days before and share a main entity */
  countEarlier(story: Subject): number {
    const earlier = new Set<number>()
    for (const id of this.#mainEntities(story)) {
      for (const other of this.#byEntity.get(id)?.values() ?? []) {
        const lead = story.firstPublishedAt - other.firstPublishedAt
        if (other.id !== story.id && other.kind === story.kind && lead > 0 && lead <= NOVELTY_WINDOW_MS) {
          earlier.add(other.id)
        }
      }
    }
    return earlier.size
  }

  /** Forgets stories that began before. */
  forget(before: Instant): void {
    for (const stories of this.#byEntity.values()) {
      for (const story of stories.values()) {
        if (story.firstPublishedAt < before) this.remove(story.id)
      }
    }
  }

  #mainEntities(story: Subject): readonly string[] {
    return story.entityIds.filter((id) => (this.gazetteer.entity(id)?.salience ?? 1) >= 2).slice(0, MAIN_ENTITIES)
  }
}
