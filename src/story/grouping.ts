import type { StoryChange } from './types.ts'

/** Tracks which story each item is in, from the changes that a clusterer reports. A clusterer itself forgets stories that close. */
export class Grouping {
  readonly #storyOf = new Map<number, number>()
  readonly #takenInto = new Map<number, number>()

  note(changes: readonly StoryChange[]): void {
    for (const change of changes) {
      if (change.type === 'merged') this.#takenInto.set(change.fromStoryId, change.storyId)
      else if (change.type === 'split') for (const itemId of change.itemIds) this.#storyOf.set(itemId, change.storyId)
      else this.#storyOf.set(change.itemId, change.storyId)
    }
  }

  /** Returns the story that an item is in now, after all merges. */
  storyOf(itemId: number): number | undefined {
    const placed = this.#storyOf.get(itemId)
    return placed === undefined ? undefined : this.settled(placed)
  }

  /** Returns the story that a number leads to by now; itself, if it never merged. */
  settled(storyId: number): number {
    let id = storyId
    for (let next = this.#takenInto.get(id); next !== undefined; next = this.#takenInto.get(id)) id = next
    return id
  }
}
