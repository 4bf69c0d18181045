import type { OpenStory } from './open-story.ts'
import { isGram } from './term-hash.ts'
import { strengthOf, type TermVector, termOf } from './term-vector.ts'

/** What an index is made of, for snapshots. */
export interface StoryIndexState {
  readonly firstPlace: number
  /** Id of the story that each place leads to, from `firstPlace` on; 0 for a place of a story that closed. */
  readonly storyIds: readonly number[]
  readonly placesByTerm: readonly (readonly [term: number, places: readonly number[]])[]
}

/**
 * Which open stories hold a term, so that an item meets the stories it shares terms with and no others. A story has a place,
 * a number that grows; the place of a story that was taken in leads to the one that took it.
 */
export class StoryIndex {
  /** Latest places by term, oldest first, at most `#limit`. */
  readonly #placesByTerm: Map<number, number[]>
  /** Story by place less `#firstPlace`. */
  readonly #stories: (OpenStory | undefined)[]
  readonly #placesOf = new Map<number, number[]>()
  #firstPlace: number
  readonly #limit: number
  /** Sums by place, all 0 between calls. */
  #sums = new Float64Array(1_024)

  constructor(limit: number, state?: StoryIndexState, stories?: ReadonlyMap<number, OpenStory>) {
    this.#limit = limit
    this.#firstPlace = state?.firstPlace ?? 0
    this.#stories = state?.storyIds.map((id) => stories?.get(id)) ?? []
    this.#placesByTerm = new Map(state?.placesByTerm.map(([term, places]) => [term, [...places]]))
    for (const [index, story] of this.#stories.entries()) {
      if (story === undefined) continue
      const places = this.#placesOf.get(story.id)
      if (places === undefined) this.#placesOf.set(story.id, [this.#firstPlace + index])
      else places.push(this.#firstPlace + index)
    }
    this.#growSums()
  }

  state(): StoryIndexState {
    return {
      firstPlace: this.#firstPlace,
      storyIds: this.#stories.map((story) => story?.id ?? 0),
      placesByTerm: [...this.#placesByTerm],
    }
  }

  add(story: OpenStory): void {
    this.#placesOf.set(story.id, [this.#firstPlace + this.#stories.length])
    this.#stories.push(story)
    this.#growSums()
  }

  /** Makes a story findable by the terms of a vector, grams aside. */
  addTerms(story: OpenStory, vector: TermVector): void {
    const place = this.#placesOf.get(story.id)!.at(-1)!
    for (let index = 0; index < vector.length; index++) {
      const term = termOf(vector[index]!)
      if (isGram(term)) continue
      const places = this.#placesByTerm.get(term)
      if (places === undefined) this.#placesByTerm.set(term, [place])
      else if (places[places.length - 1] !== place) {
        const known = places.indexOf(place)
        if (known >= 0) places.splice(known, 1)
        else if (places.length >= this.#limit) places.shift()
        places.push(place)
      }
    }
  }

  /** Lets what led to one story lead to another. */
  redirect(from: OpenStory, into: OpenStory): void {
    const places = this.#placesOf.get(from.id)!
    for (const place of places) this.#stories[place - this.#firstPlace] = into
    this.#placesOf.set(
      into.id,
      [...places, ...this.#placesOf.get(into.id)!].sort((a, b) => a - b),
    )
    this.#placesOf.delete(from.id)
  }

  /** Forgets stories and the terms that led to nothing else. Takes time in the size of the index: for many at once. */
  remove(stories: Iterable<OpenStory>): void {
    for (const story of stories) {
      for (const place of this.#placesOf.get(story.id) ?? []) this.#stories[place - this.#firstPlace] = undefined
      this.#placesOf.delete(story.id)
    }
    let closed = 0
    while (closed < this.#stories.length && this.#stories[closed] === undefined) closed++
    this.#stories.splice(0, closed)
    this.#firstPlace += closed
    for (const [term, places] of this.#placesByTerm) {
      const kept = places.filter((place) => this.#stories[place - this.#firstPlace] !== undefined)
      if (kept.length === 0) this.#placesByTerm.delete(term)
      else if (kept.length < places.length) this.#placesByTerm.set(term, kept)
    }
  }

  /** Stories that hold most of what a vector says, best first; of equals, the older first. */
  nearest(vector: TermVector, count: number): OpenStory[] {
    const sums = this.#sums
    const touched: number[] = []
    for (let index = 0; index < vector.length; index++) {
      const packed = vector[index]!
      const term = termOf(packed)
      const places = isGram(term) ? undefined : this.#placesByTerm.get(term)
      if (places === undefined) continue
      const gain = strengthOf(packed) ** 2
      for (let at = 0; at < places.length; at++) {
        const place = places[at]! - this.#firstPlace
        if (place < 0) continue
        if (sums[place] === 0) touched.push(place)
        sums[place]! += gain
      }
    }
    return this.#strongest(touched, count)
  }

  #strongest(touched: readonly number[], count: number): OpenStory[] {
    const sums = this.#sums
    const level = levelOfRank(touched, sums, count * 2)
    const byStory = new Map<OpenStory, number>()
    for (const place of touched) {
      const story = this.#stories[place]
      const sum = sums[place]!
      sums[place] = 0
      // A story that took another in is reached from two places.
      if (story !== undefined && sum >= level) byStory.set(story, Math.max(sum, byStory.get(story) ?? 0))
    }
    const ranked = [...byStory].sort((a, b) => b[1] - a[1] || a[0].id - b[0].id)
    return ranked.slice(0, count).map(([story]) => story)
  }

  #growSums(): void {
    if (this.#stories.length <= this.#sums.length) return
    let size = this.#sums.length
    while (size < this.#stories.length) size *= 2
    this.#sums = new Float64Array(size)
  }
}

/** A level that at least `rank` sums reach, if so many there are; found by counting, as sorting thousands of sums would cost most. */
function levelOfRank(places: readonly number[], sums: Float64Array, rank: number): number {
  if (places.length <= rank) return 0
  const counts = new Uint32Array(LEVELS + 1)
  for (const place of places) counts[Math.min(LEVELS, Math.floor(sums[place]! * LEVELS))]!++
  let reached = 0
  for (let level = LEVELS; level > 0; level--) {
    reached += counts[level]!
    if (reached >= rank) return level / LEVELS
  }
  return 0
}

const LEVELS = 256
