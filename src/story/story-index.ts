import { keepBest } from '../lib/keep-best.ts'
import type { OpenItem } from './open-item.ts'
import type { OpenStory } from './open-story.ts'
import { PostingLists, type PostingsBlock } from './posting-lists.ts'
import { noteRead, readAhead } from './read-ahead.ts'
import { isWholeWord, TERM_COUNT } from './term-hash.ts'
import { MOST_TERMS, strengthOf, type TermVector, termOf } from './term-vector.ts'

/** The contents of an index, for snapshots. */
export interface StoryIndexState {
  readonly firstPlace: number
  /** Id of the story at each place, from `firstPlace` on; 0 if that story has closed. */
  readonly storyIds: Uint32Array
  /** Each block is valid only until the next is requested. */
  readonly postings: Iterable<PostingsBlock>
}

export interface StoryIndexLimits {
  /** Maximum length of a postings list: the latest stories kept for each term. */
  readonly postings: number
  /** Number of an item's strongest terms, whole words excluded, that are indexed. */
  readonly indexedTerms: number
  /** Number of an item's strongest terms, whole words excluded, that are looked up. */
  readonly searchedTerms: number
}

/**
 * Inverted index from terms to open stories, so that an item is compared only with stories that share terms with it. A story has a
 * place, a number that grows; the place of a story that was merged into another leads to that one.
 */
export class StoryIndex {
  readonly #postings: PostingLists
  /** The open stories by number. */
  readonly #stories: ReadonlyMap<number, OpenStory>
  /**
   * Number of the story by place less `#firstPlace`; 0 if it is closed. Only numbers, as the stories themselves are not in the
   * processor's cache.
   */
  #storyIds: Uint32Array
  /** Number of places in use. */
  #places: number
  #firstPlace: number
  readonly #limits: StoryIndexLimits
  /** Scores by place in 4,096ths, all 0 between calls. 16 bits each, so that they stay in the cache. */
  #sums = new Uint16Array(1_024)
  /** Places whose sums are not 0, with one slot to spare: a place is written before its sum is checked. */
  #touched = new Int32Array(1_025)
  /** Histogram of the sums by level; only entries above level 0 are meaningful. */
  readonly #levels = new Int32Array(LEVELS + 1)
  /** By the low bits of a place: 0 if no place with these bits has a sum above 0. */
  readonly #sieve = new Uint8Array(SIEVE_BITS + 1)
  /** For each term looked up: where its list begins, how long it is, and the gain for being in it. */
  readonly #begins = new Uint32Array(MOST_TERMS)
  readonly #lengths = new Uint32Array(MOST_TERMS)
  readonly #gains = new Uint32Array(MOST_TERMS)

  /** @param stories by number; must hold the stories that were added by the time they are searched for */
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

  /** Indexes a story by the strongest terms of one of its items, and of that item's translation. */
  addItem(story: OpenStory, { vector, translated }: Pick<OpenItem, 'vector' | 'translated'>): void {
    this.#addTerms(story, vector)
    if (translated !== undefined) this.#addTerms(story, translated)
  }

  /** Indexes a story by the strongest terms of a vector, whole words excluded. */
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

  /** Redirects the places of one story to another. */
  redirect(from: OpenStory, into: OpenStory): void {
    const places = placesOf(from)
    for (const place of places) this.#storyIds[place - this.#firstPlace] = into.id
    into.indexPlaces = joined(places, placesOf(into))
    from.indexPlaces = []
  }

  /** Removes stories, and terms that led only to them. Linear in the size of the index: call it with many at once. */
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
   * Returns the stories that share most with a vector, best first; ties go to the older. Once all remaining terms together are
   * worth less than the score of the last story wanted (MaxScore: Turtle & Flood 1995), stories not met so far are skipped: most of
   * a search is spent in the long lists of its weakest terms.
   */
  nearest(vector: TermVector, count: number): OpenStory[] {
    const terms = this.#readHeads(vector)
    // Twice as many, as a story that took in another has two places.
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
   * Reads the heads of the lists of all terms before any list: the processor loads many places at once, but not past a loop whose
   * end depends on a load.
   *
   * @returns the number of terms looked up
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

  /**
   * Adds a term's gain to all places in its list.
   *
   * @param before number of places that have a sum so far
   * @returns number of places that have a sum now
   */
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
      // Adds 1 if the sum is 0, without an unpredictable branch.
      reached += (sum - 1) >>> 31
      levels[sum >>> LEVEL_SHIFT]!--
      levels[(sum + gain) >>> LEVEL_SHIFT]!++
      sums[place] = sum + gain
    }
    return reached
  }

  /** Adds the gains of the terms from `first` on to places that already have a sum. */
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
   * Returns the stories with the best sums.
   *
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
      // A place below all that are kept is skipped before its story id is read, which is not in the cache.
      if (sum < level || (best.length === count && sum < best[count - 1]!.sum)) continue
      const id = storyIds[place]!
      // Most tie with the last of the best and are younger.
      if (id === 0 || (best.length === count && sum === best[count - 1]!.sum && id >= best[count - 1]!.id)) continue
      // A story that took in another is reached from two places.
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

/** A story and the greatest sum of its places. */
interface Found {
  readonly id: number
  readonly sum: number
}

function isBetter(a: Found, b: Found): boolean {
  return a.sum === b.sum ? a.id < b.id : a.sum > b.sum
}

/**
 * Returns the greatest level that at least `rank` sums reach. Derived from counts, as sorting thousands of sums would dominate the
 * cost.
 *
 * @param most upper bound of the sums
 * @returns 0 if the level is no greater than `least`
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
