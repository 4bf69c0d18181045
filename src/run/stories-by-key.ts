import { placeIn } from '../lib/place-in.ts'

/** What a story names: a word, or the number of one. */
export type StoryKey = string | number

/**
 * Which stories have a key. Most keys are in one story, of which no list is made: ten thousand lists of one took 3 MB. The others are ascending:
 * a company is in ten thousand stories, of which the latest few are asked for again and again.
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

  /** By descending number. */
  latest(key: StoryKey, count: number): readonly number[] {
    const known = this.#stories.get(key)
    if (known === undefined) return []
    return typeof known === 'object' ? known.slice(-count).reverse() : [known]
  }
}
