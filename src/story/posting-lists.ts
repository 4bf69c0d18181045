/** Places of some terms, in ascending order of terms: the unit in which postings lists are written. */
export interface PostingsBlock {
  readonly terms: Uint32Array
  /** Number of places of each term; at least 1. */
  readonly counts: Uint32Array
  /** The places of the first term, oldest first, then those of the next. */
  readonly places: Uint32Array
}

/**
 * Places in a `PostingsBlock`, which may exceed it by those of one term: all at once were twenty megabytes, and four times that
 * until they were stored.
 */
const BLOCK_PLACES = 1 << 13

/** Ratio of each size of block to the next smaller one. */
const BLOCK_GROWTH = 4
/** A count takes the low 16 bits of a word. */
const CLASS_SHIFT = 16
const COUNT_MASK = 0xffff

/**
 * Postings lists of the latest places of each term, in one array: most terms have one place, and an array for each would take ten
 * times the memory, and most of the time in which a snapshot is read. A list lies in a block of 1, 4, 16 … places, and moves to a
 * larger one when it is full.
 */
export class PostingLists {
  readonly #most: number
  /** Two words a term, which are read together: where its list begins; its length and, in the upper bits, the size class of its block. */
  readonly #heads: Uint32Array
  #pool = new Uint32Array(1_024)
  #poolEnd = 0
  /** Blocks no longer in use, by size class. */
  readonly #free: number[][] = []

  /**
   * @param termCount terms are below this
   * @param most places kept for a term, the latest; 1–65,535
   */
  constructor(termCount: number, most: number, blocks: Iterable<PostingsBlock> = []) {
    this.#most = Math.max(1, most)
    this.#heads = new Uint32Array(termCount * 2)
    for (const block of blocks) this.#take(block)
  }

  /** Array of all lists: that of a term begins at `start(term)` and has `count(term)` places. Adding a place may replace the array. */
  get pool(): Uint32Array {
    return this.#pool
  }

  start(term: number): number {
    return this.#heads[term * 2]!
  }

  count(term: number): number {
    return this.#heads[term * 2 + 1]! & COUNT_MASK
  }

  #classOf(term: number): number {
    return this.#heads[term * 2 + 1]! >>> CLASS_SHIFT
  }

  #setHead(term: number, start: number, count: number, sizeClass: number): void {
    this.#heads[term * 2] = start
    this.#heads[term * 2 + 1] = count | (sizeClass << CLASS_SHIFT)
  }

  /** Makes a place the latest of a term, whether it is in the list or not. */
  add(term: number, place: number): void {
    const start = this.start(term)
    const count = this.count(term)
    const end = start + count
    if (count > 0 && this.#pool[end - 1] === place) return
    let known = end - 1
    while (known >= start && this.#pool[known] !== place) known--
    if (known < start && count < this.#most) {
      this.#append(term, place)
      return
    }
    // A new place takes the room of the oldest.
    const gone = Math.max(known, start)
    this.#pool.copyWithin(gone, gone + 1, end)
    this.#pool[end - 1] = place
  }

  /** Removes the places that are not kept. Linear in the number of terms. */
  keepOnly(isKept: (place: number) => boolean): void {
    for (let term = 0; term * 2 < this.#heads.length; term++) {
      const start = this.start(term)
      const count = this.count(term)
      let kept = 0
      for (let at = start; at < start + count; at++) {
        const place = this.#pool[at]!
        if (isKept(place)) this.#pool[start + kept++] = place
      }
      if (count > 0 && kept === 0) this.#freeOf(this.#classOf(term)).push(start)
      this.#setHead(term, start, kept, this.#classOf(term))
    }
  }

  /** Yields all lists, for snapshots. A block is valid only until the next is requested. */
  *blocks(): Generator<PostingsBlock, void> {
    const terms = new Uint32Array(BLOCK_PLACES)
    const counts = new Uint32Array(BLOCK_PLACES)
    const places = new Uint32Array(BLOCK_PLACES + this.#most)
    let listed = 0
    let end = 0
    for (let term = 0; term * 2 < this.#heads.length; term++) {
      const count = this.count(term)
      if (count === 0) continue
      const start = this.start(term)
      places.set(this.#pool.subarray(start, start + count), end)
      end += count
      terms[listed] = term
      counts[listed++] = count
      if (end < BLOCK_PLACES) continue
      yield { terms: terms.subarray(0, listed), counts: counts.subarray(0, listed), places: places.subarray(0, end) }
      listed = 0
      end = 0
    }
    yield { terms: terms.subarray(0, listed), counts: counts.subarray(0, listed), places: places.subarray(0, end) }
  }

  #take({ terms, counts, places }: PostingsBlock): void {
    let end = 0
    for (let listed = 0; listed < terms.length; listed++) {
      const term = terms[listed]!
      const list = places.subarray(end, end + counts[listed]!)
      end += list.length
      let sizeClass = 0
      while (BLOCK_GROWTH ** sizeClass < list.length) sizeClass++
      const start = this.#block(sizeClass)
      this.#pool.set(list, start)
      this.#setHead(term, start, list.length, sizeClass)
    }
  }

  #append(term: number, place: number): void {
    const count = this.count(term)
    let start = this.start(term)
    let sizeClass = this.#classOf(term)
    if (count === 0) {
      sizeClass = 0
      start = this.#block(0)
    } else if (count === BLOCK_GROWTH ** sizeClass) {
      const from = start
      start = this.#block(sizeClass + 1)
      this.#pool.copyWithin(start, from, from + count)
      this.#freeOf(sizeClass).push(from)
      sizeClass++
    }
    this.#pool[start + count] = place
    this.#setHead(term, start, count + 1, sizeClass)
  }

  #block(sizeClass: number): number {
    const free = this.#freeOf(sizeClass).pop()
    if (free !== undefined) return free
    const start = this.#poolEnd
    this.#poolEnd += BLOCK_GROWTH ** sizeClass
    if (this.#poolEnd > this.#pool.length) {
      const before = this.#pool
      this.#pool = new Uint32Array(Math.max(this.#poolEnd, Math.ceil(before.length * 1.5)))
      this.#pool.set(before)
    }
    return start
  }

  #freeOf(sizeClass: number): number[] {
    while (this.#free.length <= sizeClass) this.#free.push([])
    return this.#free[sizeClass]!
  }
}
