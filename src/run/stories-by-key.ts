/** What a story names: a word, or the number of one. */
export type StoryKey = string | number

/** Which stories have a key. Most keys are in one story, of which no set is made: ten thousand sets of one took 3 MB. */
export class StoriesByKey {
  readonly #stories = new Map<StoryKey, number | Set<number>>()

  add(key: StoryKey, storyId: number): void {
    const known = this.#stories.get(key)
    if (known === undefined) this.#stories.set(key, storyId)
    else if (typeof known === 'object') known.add(storyId)
    else if (known !== storyId) this.#stories.set(key, new Set([known, storyId]))
  }

  remove(key: StoryKey, storyId: number): void {
    const known = this.#stories.get(key)
    if (known === storyId) this.#stories.delete(key)
    if (typeof known !== 'object') return
    known.delete(storyId)
    const [left] = known
    if (left !== undefined && known.size === 1) this.#stories.set(key, left)
  }

  count(key: StoryKey): number {
    const known = this.#stories.get(key)
    return typeof known === 'object' ? known.size : known === undefined ? 0 : 1
  }

  /** By descending number. */
  latest(key: StoryKey, count: number): readonly number[] {
    const known = this.#stories.get(key)
    if (known === undefined) return []
    return typeof known === 'object' ? [...known].sort((a, b) => b - a).slice(0, count) : [known]
  }
}
