import { MeaningIndex, type NearDirection } from './meaning-index.ts'
import { cosine, MeaningMeans, type MeaningSum, product } from './meaning-means.ts'
import { type MeaningVector, meaningVector } from './meaning-vector.ts'

/** The meanings of open stories, for snapshots. */
export interface StoryMeaningsState {
  /** The embedding model and how it is prompted: vectors of another are not compared. */
  readonly space: string
  readonly dimensions: number
  readonly means: readonly (readonly [language: number, sum: MeaningSum])[]
  readonly stories: readonly StoredMeaning[]
}

export interface StoredMeaning {
  readonly storyId: number
  readonly direction: MeaningVector
  /** Length of the sum of the directions of its items, each of length 1. */
  readonly length: number
}

/**
 * The direction of the summed meanings of each open story. A story has none until it receives an item with one; items without are
 * placed as if there were no model.
 */
export class StoryMeanings {
  readonly #space: string
  #means: MeaningMeans | undefined
  #index: MeaningIndex | undefined
  readonly #lengths = new Map<number, number>()

  /** @param state restored if it is of this space */
  constructor(space: string, state?: StoryMeaningsState) {
    this.#space = space
    if (state === undefined || state.space !== space || state.dimensions === 0) return
    this.#begin(state.dimensions, state.means)
    for (const { storyId, direction, length } of state.stories) {
      this.#index!.set(storyId, direction)
      this.#lengths.set(storyId, length)
    }
  }

  state(): StoryMeaningsState {
    const stories = [...(this.#index?.entries() ?? [])].map(([storyId, direction]) => ({
      storyId,
      direction,
      length: this.#lengths.get(storyId)!,
    }))
    const dimensions = this.#index?.dimensions ?? 0
    return { space: this.#space, dimensions, means: this.#means?.tables() ?? [], stories }
  }

  /**
   * Returns the direction of an item less the mean of its language; undefined while too few items of the language were seen.
   *
   * @param language index of its table in the term statistics
   */
  centred(meaning: MeaningVector | undefined, language: number): MeaningVector | undefined {
    if (meaning === undefined || this.#index?.dimensions !== meaning.length) return undefined
    return this.#means!.centred(meaning, language)
  }

  /** Counts an item in the mean of its language. */
  count(meaning: MeaningVector | undefined, language: number): void {
    if (meaning === undefined) return
    if (this.#means === undefined) this.#begin(meaning.length)
    if (this.#means!.dimensions === meaning.length) this.#means!.count(meaning, language)
  }

  /** Adds the meaning of an item to the story that it joined. */
  add(storyId: number, centred: MeaningVector | undefined): void {
    if (centred !== undefined) this.#put(storyId, centred, 1)
  }

  /** Adds the meaning of the story `from` to that of `into`. */
  merge(into: number, from: number): void {
    const direction = this.#index?.get(from)
    if (direction === undefined) return
    this.#put(into, direction.slice(), this.#lengths.get(from)!)
    this.forget(from)
  }

  forget(storyId: number): void {
    this.#index?.delete(storyId)
    this.#lengths.delete(storyId)
  }

  /** Returns the stories nearest to a story in meaning, best first. */
  nearest(
    storyId: number,
    count: number,
    accepts: (id: number, similarity: number) => boolean,
  ): readonly NearDirection[] {
    const direction = this.#index?.get(storyId)
    if (direction === undefined) return []
    return this.#index!.nearest(direction, count, (id, similarity) => id !== storyId && accepts(id, similarity))
  }

  /** Returns the stories nearest to an item in meaning, best first. */
  nearestTo(
    centred: MeaningVector,
    count: number,
    accepts: (id: number, similarity: number) => boolean,
  ): readonly NearDirection[] {
    return this.#index?.nearest(centred, count, accepts) ?? []
  }

  /** Returns the direction of a story; undefined if it has no meaning. Valid until stories change. */
  directionOf(storyId: number): MeaningVector | undefined {
    return this.#index?.get(storyId)
  }

  /** Returns the cosine of an item and a story; undefined if the story has no meaning. */
  similarity(centred: MeaningVector, storyId: number): number | undefined {
    const direction = this.#index?.get(storyId)
    return direction && cosine(centred, direction)
  }

  /** Returns the cosine of two stories; undefined if one has no meaning. */
  similarityOf(a: number, b: number): number | undefined {
    const [first, second] = [this.#index?.get(a), this.#index?.get(b)]
    return first && second && cosine(first, second)
  }

  #begin(dimensions: number, means: StoryMeaningsState['means'] = []): void {
    this.#means = new MeaningMeans(dimensions, means)
    this.#index = new MeaningIndex(dimensions)
  }

  #put(storyId: number, direction: MeaningVector, length: number): void {
    const before = this.#index!.get(storyId)
    if (before === undefined) {
      this.#index!.set(storyId, direction)
      this.#lengths.set(storyId, length)
      return
    }
    const own = this.#lengths.get(storyId)! / Math.sqrt(product(before, before))
    const more = length / Math.sqrt(product(direction, direction))
    const sum = new Float64Array(direction.length)
    for (let index = 0; index < sum.length; index++) sum[index] = before[index]! * own + direction[index]! * more
    const together = meaningVector(sum)
    // Opposite directions of equal length cancel out: the previous direction stands.
    if (together === undefined) return
    this.#index!.set(storyId, together)
    this.#lengths.set(storyId, Math.sqrt(product(sum, sum)))
  }
}
