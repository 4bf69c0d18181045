/** Words in a chunk, enough for some hundred items. */
const CHUNK_WORDS = 1 << 14
/** Largest share of a chunk that is given to one owner. */
const LARGEST_SHARE = 1 / 4
/**
 * A chunk is vacated once less than this share of it is owned. At half, a third of all words lay idle; moving an item takes a
 * microsecond.
 */
const WORTH_KEEPING = 0.85

/** Where the words of an owner lie. */
export interface WordPlace {
  readonly words: Uint32Array
  readonly start: number
}

/** An owner of words that tells where they are and can be moved. */
export interface WordOwner extends WordPlace {
  readonly length: number
  moveTo(place: WordPlace): void
}

/**
 * Allocates runs of words in large arrays. An array of its own costs an item 300 bytes besides its words: an object, a buffer, and
 * what the memory allocator adds. A chunk is freed by the garbage collector once nobody owns a word of it.
 */
export class WordChunks {
  readonly #chunkWords: number
  #last = new Uint32Array(0)
  #end = 0

  constructor(chunkWords = CHUNK_WORDS) {
    this.#chunkWords = chunkWords
  }

  /** Allocates a run of this many words, all of them 0. */
  take(length: number): WordPlace {
    if (length > this.#chunkWords * LARGEST_SHARE) return { words: new Uint32Array(length), start: 0 }
    if (this.#end + length > this.#last.length) {
      this.#last = new Uint32Array(this.#chunkWords)
      this.#end = 0
    }
    this.#end += length
    return { words: this.#last, start: this.#end - length }
  }

  /**
   * Moves owners out of chunks that are in part unowned: otherwise one that stays for months would keep the memory of a hundred
   * that are gone.
   *
   * @param owners all there are; iterated twice
   */
  compact(owners: Iterable<WordOwner>): void {
    const owned = new Map<Uint32Array, number>()
    for (const { words, length } of owners) owned.set(words, (owned.get(words) ?? 0) + length)
    // The chunk that is being filled is no waste.
    owned.delete(this.#last)
    for (const owner of owners) {
      const { words, start, length } = owner
      if ((owned.get(words) ?? Number.POSITIVE_INFINITY) >= words.length * WORTH_KEEPING) continue
      const place = this.take(length)
      place.words.set(words.subarray(start, start + length), place.start)
      owner.moveTo(place)
    }
  }
}
