import type { Instant } from '../lib/instant.ts'
import type { StoryObservation } from '../store/evidence-types.ts'
import type { NewStoryEvent, Revival, StoredMember, StoryEvent, StoryRecord } from '../store/story-types.ts'

/** The uncommitted changes of one batch. */
export class Batch {
  readonly touched = new Set<number>()
  readonly #stories = new Map<number, Omit<StoryRecord, 'revision'>>()
  readonly members: StoredMember[] = []
  readonly observations: StoryObservation[] = []
  readonly merges: { from: number; into: number }[] = []
  readonly revivals: Revival[] = []
  readonly events: NewStoryEvent[] = []
  readonly emptied: number[] = []
  /** Removed stories (`next`), each with the story that it continued (`before`). */
  readonly unlinked: { readonly before: number; readonly next: number }[] = []
  readonly redactions: Pick<StoryEvent, 'seq' | 'data'>[] = []

  /** Whether the batch withdraws an item, so that a replay would no longer find its text. */
  isWithdrawing = false

  constructor(readonly at: Instant) {}

  get stories(): Omit<StoryRecord, 'revision'>[] {
    return [...this.#stories.values()]
  }

  /** Returns each merge with its final survivor: the story merged into may itself be merged later in the batch, before it was ever stored. */
  finalMerges(): { from: number; into: number }[] {
    return this.merges.map(({ from, into }) => ({ from, into: this.survivorOf(into) }))
  }

  /** Returns the id of the story that `id` leads to after the merges of this batch. */
  survivorOf(id: number): number {
    const merge = this.merges.find(({ from }) => from === id)
    return merge === undefined ? id : this.survivorOf(merge.into)
  }

  /** Queues a story to be stored; replaces an earlier version of it in this batch. */
  putStory(story: Omit<StoryRecord, 'revision'>): void {
    this.#stories.set(story.id, story)
  }

  /** Returns the story as queued by this batch; undefined if it is not queued. */
  storyOf(id: number): Omit<StoryRecord, 'revision'> | undefined {
    return this.#stories.get(id)
  }

  log(storyId: number, type: NewStoryEvent['type'], data: NewStoryEvent['data']): void {
    this.events.push({ storyId, type, at: this.at, data })
  }
}
