import { placeIn } from '../lib/place-in.ts'

/** Something that a story names: a string, such as an entity's id, or the number of a term. */
export type StoryKey = string | number

/**
 * An inverted index from keys to story ids. Most keys have one story, which is kept without an array: ten thousand arrays of one took 3 MB.
 * Longer lists are sorted in ascending order: a company may be in ten thousand stories, and often only the latest few are needed.
 */
export class StoriesByKey {
  readonly #stories = new Map<StoryKey, number | number[]>()

  add(key: StoryKey, storyId: number): void {
    const known = this.#stories.get(key)
    if (known === undefined) this.#stories.set(key, storyId)
    else if (typeof known === 'number') {
      if (known !== storyId) this.#stories.set(key, known < storyId ? [known, storyId] : [storyId, known])
    } else {
      const place = placeIn(known, storyId)
      if (known[place] !== storyId) known.splice(place, 0, storyId)
    }
  }

  remove(key: StoryKey, storyId: number): void {
    const known = this.#stories.get(key)
    if (known === storyId) this.#stories.delete(key)
    if (typeof known !== 'object') return
    const place = placeIn(known, storyId)
    if (known[place] !== storyId) return
    known.splice(place, 1)
    if (known.length === 1) this.#stories.set(key, known[0]!)
  }

  count(key: StoryKey): number {
    const known = this.#stories.get(key)
    return typeof known === 'object' ? known.length : known === undefined ? 0 : 1
  }

  /** Returns the highest story ids of a key, at most `count`, in descending order. */
  latest(key: StoryKey, count: number): readonly number[] {
    const known = this.#stories.get(key)
    if (known === undefined) return []
    return typeof known === 'object' ? known.slice(-count).reverse() : [known]
  }
}
