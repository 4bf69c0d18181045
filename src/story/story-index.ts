import { keepBest } from '../lib/keep-best.ts'
import type { OpenItem } from './open-item.ts'
import type { OpenStory } from './open-story.ts'
import { PostingLists, type PostingsBlock } from './posting-lists.ts'
import { noteRead, readAhead } from './read-ahead.ts'
import { isWholeWord, TERM_COUNT } from './term-hash.ts'
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
  /** Strongest terms of an item, whole words aside, by which its story is found. */
  readonly indexedTerms: number
  /** Strongest terms of an item, whole words aside, that are looked up. */
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
  /** How many places have a sum of each level; only what is above 0 means anything. */
  readonly #levels = new Int32Array(LEVELS + 1)
  /** By the last bits of a place: not 0 where a sum may be above 0. */
  readonly #sieve = new Uint8Array(SIEVE_BITS + 1)
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

  /** Whole words aside. */
  #addTerms(story: OpenStory, vector: TermVector): void {
    const place = placesOf(story).at(-1)!
    let left = this.#limits.indexedTerms
    for (let index = 0; index < vector.length && left > 0; index++) {
      const term = termOf(vector[index]!)
      if (isWholeWord(term)) continue
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

  /**
   * Stories that hold most of what a vector says, best first; of equals, the older first. Once all terms that are left are worth less together
   * than the best have (MaxScore: Turtle & Flood 1995), a story that was not met so far is passed over: most of a search is the long lists of
   * its weakest terms.
   */
  nearest(vector: TermVector, count: number): OpenStory[] {
    const terms = this.#readHeads(vector)
    // Twice as many, as a story that took another in has two places.
    const rank = count * 2
    let left = 0
    for (let index = 0; index < terms; index++) left += this.#gains[index]!
    const total = left
    this.#levels.fill(0)
    let reached = 0
    let index = 0
    for (; index < terms && levelOfRank(this.#levels, total - left, rank, left) === 0; index++) {
      reached = this.#addList(index, reached)
      left -= this.#gains[index]!
    }
    if (index < terms) this.#addToMet(index, terms, reached)
    return this.#strongest(reached, count, levelOfRank(this.#levels, total, rank))
  }

  /**
   * Where the lists begin is read for all terms before any list: the processor reads many places at once, but not past a loop whose end
   * it waits for.
   *
   * @returns how many terms are looked up
   */
  #readHeads(vector: TermVector): number {
    const postings = this.#postings
    let terms = 0
    for (let index = 0; index < vector.length && terms < this.#limits.searchedTerms; index++) {
      const packed = vector[index]!
      const term = termOf(packed)
      if (isWholeWord(term)) continue
      this.#begins[terms] = postings.start(term)
      this.#lengths[terms] = postings.count(term)
      // A vector has length 1, so that the sum of all gains stays below 4,096 + the number of terms.
      this.#gains[terms++] = Math.ceil(strengthOf(packed) ** 2 * GAIN_LEVELS)
    }
    for (let term = 0; term < terms; term++)
      readAhead(postings.pool, this.#begins[term]!, this.#begins[term]! + this.#lengths[term]!)
    return terms
  }

  /** Adds what a term is worth to all places in its list. @returns how many places have a sum now */
  #addList(term: number, before: number): number {
    const sums = this.#sums
    const touched = this.#touched
    const levels = this.#levels
    const { pool } = this.#postings
    const firstPlace = this.#firstPlace
    const gain = this.#gains[term]!
    const start = this.#begins[term]!
    const end = start + this.#lengths[term]!
    let met = 0
    for (let at = start; at < end; at++) met ^= sums[(pool[at]! - firstPlace) | 0]!
    noteRead(met)
    let reached = before
    for (let at = start; at < end; at++) {
      const place = (pool[at]! - firstPlace) | 0
      const sum = sums[place]!
      touched[reached] = place
      // One more where the sum is 0, without a branch that goes either way.
      reached += (sum - 1) >>> 31
      levels[sum >>> LEVEL_SHIFT]!--
      levels[(sum + gain) >>> LEVEL_SHIFT]!++
      sums[place] = sum + gain
    }
    return reached
  }

  /** Adds what the terms from `first` on are worth to places that have a sum already. */
  #addToMet(first: number, terms: number, reached: number): void {
    const sums = this.#sums
    const touched = this.#touched
    const levels = this.#levels
    const sieve = this.#sieve.fill(0)
    const { pool } = this.#postings
    const firstPlace = this.#firstPlace
    for (let index = 0; index < reached; index++) sieve[touched[index]! & SIEVE_BITS] = 1
    for (let term = first; term < terms; term++) {
      const gain = this.#gains[term]!
      const start = this.#begins[term]!
      const end = start + this.#lengths[term]!
      for (let at = start; at < end; at++) {
        const place = (pool[at]! - firstPlace) | 0
        if (sieve[place & SIEVE_BITS] === 0) continue
        const sum = sums[place]!
        if (sum === 0) continue
        levels[sum >>> LEVEL_SHIFT]!--
        levels[(sum + gain) >>> LEVEL_SHIFT]!++
        sums[place] = sum + gain
      }
    }
  }

  /**
   * @param reached how many places were touched; their sums are 0 afterwards
   * @param level sums below it are not among the best
   */
  #strongest(reached: number, count: number, level: number): OpenStory[] {
    const sums = this.#sums
    const touched = this.#touched
    const storyIds = this.#storyIds
    const best: Found[] = []
    for (let index = 0; index < reached; index++) {
      const place = touched[index]!
      const sum = sums[place]!
      sums[place] = 0
      // What is behind all that are kept is not looked at: it lies in no cache of the processor.
      if (sum < level || (best.length === count && sum < best[count - 1]!.sum)) continue
      const id = storyIds[place]!
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

/**
 * The greatest level that at least `rank` sums reach. Known from counts, as sorting thousands of sums would cost most.
 *
 * @param most no sum is greater
 * @returns 0 where it is no greater than `least`
 */
function levelOfRank(levels: Int32Array, most: number, rank: number, least = 0): number {
  let reached = 0
  for (let level = most >>> LEVEL_SHIFT; level << LEVEL_SHIFT > least; level--) {
    reached += levels[level]!
    if (reached >= rank) return level << LEVEL_SHIFT
  }
  return 0
}

const GAIN_LEVELS = 4_096
const PLACES_GROWTH = 1.25
/** Sums are counted in steps of 16. */
const LEVEL_SHIFT = 4
const LEVELS = (GAIN_LEVELS + MOST_TERMS) >>> LEVEL_SHIFT
const SIEVE_BITS = 0x1fff
