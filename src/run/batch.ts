import type { Instant } from '../lib/instant.ts'
import type { NewStoryEvent, StoredMember, StoryRecord } from '../store/types.ts'

/** What one batch changed, before it is committed. */
export class Batch {
  readonly touched = new Set<number>()
  readonly stories: Omit<StoryRecord, 'revision'>[] = []
  readonly members: StoredMember[] = []
  readonly merges: { from: number; into: number }[] = []
  readonly events: NewStoryEvent[] = []

  constructor(readonly at: Instant) {}

  /** A story may be merged into one that is itself merged away later in the batch, and that no row was ever written of. */
  finalMerges(): { from: number; into: number }[] {
    const intoOf = new Map(this.merges.map(({ from, into }) => [from, into]))
    const survivorOf = (id: number): number => {
      const into = intoOf.get(id)
      return into === undefined ? id : survivorOf(into)
    }
    return this.merges.map(({ from, into }) => ({ from, into: survivorOf(into) }))
  }

  log(storyId: number, type: NewStoryEvent['type'], data: NewStoryEvent['data']): void {
    this.events.push({ storyId, type, at: this.at, data })
  }
}
