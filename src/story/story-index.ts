import { keepBest } from '../lib/keep-best.ts'
import type { OpenItem } from './open-item.ts'
import type { OpenStory } from './open-story.ts'
import { PostingLists, type PostingsBlock } from './posting-lists.ts'
import { isGram, TERM_COUNT } from './term-hash.ts'
import { MOST_TERMS, strengthOf, type TermVector, termOf } from './term-vector.ts'

/** What an index is made of, for snapshots. */
export interface StoryIndexState {
  readonly firstPlace: number
  /** Id of the story that each place leads to, from `firstPlace` on; 0 for a place of a story that closed. */
  readonly storyIds: Uint32Array
  /** Each lasts until the next is asked for. */
  readonly postings: Iterable<PostingsBlock>
}

export interface StoryIndexLimits {
  /** Latest stories remembered for each term. */
  readonly postings: number
  /** Strongest terms of an item, grams aside, by which its story is found. */
  readonly indexedTerms: number
  /** Strongest terms of an item, grams aside, that are looked up. */
  readonly searchedTerms: number
}

/**
 * Which open stories hold a term, so that an item meets the stories it shares terms with and no others. A story has a place,
 * a number that grows; the place of a story that was taken in leads to the one that took it.
 */
export class StoryIndex {
  readonly #postings: PostingLists
  /** By number. */
  readonly #stories: ReadonlyMap<number, OpenStory>
  /** Number of the story by place less `#firstPlace`; 0: it is closed. Numbers alone, as the stories lie in no cache of the processor. */
  #storyIds: Uint32Array
  /** Places so far. */
  #places: number
  #firstPlace: number
  readonly #limits: StoryIndexLimits
  /** Sums by place in 4,096ths, all 0 between calls. Small, so that they stay near the processor. */
  #sums = new Uint16Array(1_024)
  /** Places whose sums are not 0, and room for one more. */
  #touched = new Int32Array(1_025)
  /** What they are. */
  #touchedSums = new Uint16Array(1_024)
  /** Of the terms that are looked up: where their lists begin, how long they are, what is gained by being in one. */
  readonly #begins = new Uint32Array(MOST_TERMS)
  readonly #lengths = new Uint32Array(MOST_TERMS)
  readonly #gains = new Uint32Array(MOST_TERMS)

  /** @param stories by number, those that are added and redirected too once they are looked for */
  constructor(limits: StoryIndexLimits, stories: ReadonlyMap<number, OpenStory>, state?: StoryIndexState) {
    this.#limits = limits
    this.#stories = stories
    this.#firstPlace = state?.firstPlace ?? 0
    this.#storyIds = state?.storyIds.slice() ?? new Uint32Array(0)
    this.#places = this.#storyIds.length
    this.#postings = new PostingLists(TERM_COUNT / 2, limits.postings, state?.postings)
    for (const [index, id] of this.#storyIds.entries()) {
      const story = stories.get(id)
      if (story !== undefined) story.indexPlaces = joined(placesOf(story), [this.#firstPlace + index])
    }
    this.#makeRoom()
  }

  state(): StoryIndexState {
    return {
      firstPlace: this.#firstPlace,
      storyIds: this.#storyIds.subarray(0, this.#places),
      postings: this.#postings.blocks(),
    }
  }

  add(story: OpenStory): void {
    story.indexPlaces = this.#firstPlace + this.#places
    this.#places++
    this.#makeRoom()
    this.#storyIds[this.#places - 1] = story.id
  }

  /** Makes a story findable by the strongest terms of an item of it, and of what its words mean. */
  addItem(story: OpenStory, { vector, translated }: Pick<OpenItem, 'vector' | 'translated'>): void {
    this.#addTerms(story, vector)
    if (translated !== undefined) this.#addTerms(story, translated)
  }

  /** Grams aside. */
  #addTerms(story: OpenStory, vector: TermVector): void {
    const place = placesOf(story).at(-1)!
    let left = this.#limits.indexedTerms
    for (let index = 0; index < vector.length && left > 0; index++) {
      const term = termOf(vector[index]!)
      if (isGram(term)) continue
      left--
      this.#postings.add(term, place)
    }
  }

  /** Lets what led to one story lead to another. */
  redirect(from: OpenStory, into: OpenStory): void {
    const places = placesOf(from)
    for (const place of places) this.#storyIds[place - this.#firstPlace] = into.id
    into.indexPlaces = joined(places, placesOf(into))
    from.indexPlaces = []
  }

  /** Forgets stories and the terms that led to nothing else. Takes time in the size of the index: for many at once. */
  remove(stories: Iterable<OpenStory>): void {
    for (const story of stories) {
      for (const place of placesOf(story)) this.#storyIds[place - this.#firstPlace] = 0
      story.indexPlaces = []
    }
    const isOpen = (place: number) => this.#storyIds[place - this.#firstPlace] !== 0
    this.#postings.keepOnly(isOpen)
    let closed = 0
    while (closed < this.#places && this.#storyIds[closed] === 0) closed++
    this.#storyIds.copyWithin(0, closed, this.#places)
    this.#places -= closed
    this.#firstPlace += closed
  }

  /** Stories that hold most of what a vector says, best first; of equals, the older first. */
  nearest(vector: TermVector, count: number): OpenStory[] {
    const sums = this.#sums
    const touched = this.#touched
    const postings = this.#postings
    const { pool } = postings
    const firstPlace = this.#firstPlace
    let terms = 0
    // Where the lists begin is read for all terms before any list: the processor reads many places at once, but not past a loop whose end
    // it waits for.
    for (let index = 0; index < vector.length && terms < this.#limits.searchedTerms; index++) {
      const packed = vector[index]!
      const term = termOf(packed)
      if (isGram(term)) continue
      this.#begins[terms] = postings.start(term)
      this.#lengths[terms] = postings.count(term)
      // A vector has length 1, so that the sum of all gains stays below 4,096 + the number of terms.
      this.#gains[terms++] = Math.ceil(strengthOf(packed) ** 2 * GAIN_LEVELS)
    }
    let reached = 0
    for (let index = 0; index < terms; index++) {
      const gain = this.#gains[index]!
      const start = this.#begins[index]!
      const end = start + this.#lengths[index]!
      for (let at = start; at < end; at++) {
        const place = (pool[at]! - firstPlace) | 0
        const sum = sums[place]!
        touched[reached] = place
        // One more where the sum is 0, without a branch that goes either way.
        reached += (sum - 1) >>> 31
        sums[place] = sum + gain
      }
    }
    return this.#strongest(reached, count)
  }

  /** @param reached how many places were touched; their sums are 0 afterwards */
  #strongest(reached: number, count: number): OpenStory[] {
    const sums = this.#sums
    const touched = this.#touched
    const touchedSums = this.#touchedSums
    const storyIds = this.#storyIds
    for (let index = 0; index < reached; index++) {
      touchedSums[index] = sums[touched[index]!]!
      sums[touched[index]!] = 0
    }
    const level = levelOfRank(touchedSums, reached, count * 2)
    const best: Found[] = []
    for (let index = 0; index < reached; index++) {
      const sum = touchedSums[index]!
      // What is behind all that are kept is not looked at: it lies in no cache of the processor.
      if (sum < level || (best.length === count && sum < best[count - 1]!.sum)) continue
      const id = storyIds[touched[index]!]!
      // Most are as strong as the last of the best and younger.
      if (id === 0 || (best.length === count && sum === best[count - 1]!.sum && id >= best[count - 1]!.id)) continue
      // A story that took another in is reached from two places.
      const known = best.findIndex((found) => found.id === id)
      if (known >= 0 && best[known]!.sum >= sum) continue
      if (known >= 0) best.splice(known, 1)
      keepBest(best, { id, sum }, count, isBetter)
    }
    return best.map(({ id }) => this.#stories.get(id)!)
  }

  #makeRoom(): void {
    if (this.#places > this.#storyIds.length) {
      const before = this.#storyIds
      this.#storyIds = new Uint32Array(Math.max(this.#places, Math.ceil(before.length * PLACES_GROWTH)))
      this.#storyIds.set(before)
    }
    if (this.#places <= this.#sums.length) return
    let size = this.#sums.length
    while (size < this.#places) size *= 2
    this.#sums = new Uint16Array(size)
    this.#touched = new Int32Array(size + 1)
    this.#touchedSums = new Uint16Array(size)
  }
}

function placesOf({ indexPlaces }: OpenStory): readonly number[] {
  return typeof indexPlaces === 'number' ? [indexPlaces] : indexPlaces
}

function joined(some: readonly number[], others: readonly number[]): OpenStory['indexPlaces'] {
  const places = [...some, ...others].sort((a, b) => a - b)
  return places.length === 1 ? places[0]! : places
}

/** A story with the greatest sum of its places. */
interface Found {
  readonly id: number
  readonly sum: number
}

function isBetter(a: Found, b: Found): boolean {
  return a.sum === b.sum ? a.id < b.id : a.sum > b.sum
}

/** A level that at least `rank` sums reach, if so many there are; found by counting, as sorting thousands of sums would cost most. */
function levelOfRank(sums: Uint16Array, sumCount: number, rank: number): number {
  if (sumCount <= rank) return 0
  const counts = COUNTS.fill(0)
  for (let index = 0; index < sumCount; index++) counts[Math.min(LEVELS, sums[index]! >>> 4)]!++
  let reached = 0
  for (let level = LEVELS; level > 0; level--) {
    reached += counts[level]!
    if (reached >= rank) return level << 4
  }
  return 0
}

const GAIN_LEVELS = 4_096
const PLACES_GROWTH = 1.25
/** Steps of 16. */
const LEVELS = GAIN_LEVELS >>> 4
/** Sums of each level. */
const COUNTS = new Uint32Array(LEVELS + 1)
