import type { Instant } from '../lib/instant.ts'
import type { StoryObservation } from '../store/evidence-types.ts'
import type { NewStoryEvent, Revival, StoredMember, StoryEvent, StoryRecord } from '../store/story-types.ts'

/** What one batch changed, before it is committed. */
export class Batch {
  readonly touched = new Set<number>()
  readonly #stories = new Map<number, Omit<StoryRecord, 'revision'>>()
  readonly members: StoredMember[] = []
  readonly observations: StoryObservation[] = []
  readonly merges: { from: number; into: number }[] = []
  readonly revivals: Revival[] = []
  readonly events: NewStoryEvent[] = []
  readonly emptied: number[] = []
  /** Stories that are no more, with those that they continued. */
  readonly unlinked: { readonly before: number; readonly next: number }[] = []
  readonly redactions: Pick<StoryEvent, 'seq' | 'data'>[] = []

  /** Whether words that a replay would need are gone. */
  isWithdrawing = false

  constructor(readonly at: Instant) {}

  get stories(): Omit<StoryRecord, 'revision'>[] {
    return [...this.#stories.values()]
  }

  /** A story may be merged into one that is itself merged away later in the batch, and that no row was ever written of. */
  finalMerges(): { from: number; into: number }[] {
    return this.merges.map(({ from, into }) => ({ from, into: this.survivorOf(into) }))
  }

  /** The story that a number leads to after the merges of this batch. */
  survivorOf(id: number): number {
    const merge = this.merges.find(({ from }) => from === id)
    return merge === undefined ? id : this.survivorOf(merge.into)
  }

  /** A story is written once, as it was last told. */
  putStory(story: Omit<StoryRecord, 'revision'>): void {
    this.#stories.set(story.id, story)
  }

  /** A story as this batch has left it so far; undefined if it did not touch it. */
  storyOf(id: number): Omit<StoryRecord, 'revision'> | undefined {
    return this.#stories.get(id)
  }

  log(storyId: number, type: NewStoryEvent['type'], data: NewStoryEvent['data']): void {
    this.events.push({ storyId, type, at: this.at, data })
  }
}
