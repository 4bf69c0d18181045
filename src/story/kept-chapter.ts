import type { Instant } from '../lib/instant.ts'
import type { Chapter } from './chapter.ts'
import type { StoryKind } from './types.ts'
import type { WordChunks, WordOwner, WordPlace } from './word-chunks.ts'

/** The sets of a chapter, in the order in which they lie in its record; before them lie their lengths. */
const SETS = ['names', 'headlineNames', 'figures', 'versions', 'headlineVersions', 'weighed'] as const
const HEAD: number = SETS.length
const NONE: readonly string[] = []

/**
 * A chapter as it is kept for weeks: its sets are runs of words in a large array. As arrays of their own they took three times the memory.
 * Sets are views, made when they are asked for.
 */
export class KeptChapter implements Chapter, WordOwner {
  readonly id: number
  readonly kind: StoryKind
  readonly firstPublishedAt: Instant
  readonly language: string
  readonly entityIds: readonly string[]
  readonly subjects: readonly string[]
  readonly total: number
  #words: Uint32Array
  #start: number

  /** @param sameString gives one string for all that are equal: those of a chapter come from rows of their own */
  constructor(chapter: Chapter, chunks: WordChunks, sameString: (text: string) => string) {
    this.id = chapter.id
    this.kind = sameString(chapter.kind) as StoryKind
    this.firstPublishedAt = chapter.firstPublishedAt
    this.language = sameString(chapter.language)
    this.entityIds = chapter.entityIds.length === 0 ? NONE : chapter.entityIds.map(sameString)
    this.subjects = chapter.subjects.length === 0 ? NONE : chapter.subjects.map(sameString)
    this.total = chapter.total
    const { words, start } = chunks.take(SETS.reduce((sum, set) => sum + chapter[set].length, HEAD))
    this.#words = words
    this.#start = start
    let end = start + HEAD
    for (const [index, set] of SETS.entries()) {
      words[start + index] = chapter[set].length
      words.set(chapter[set], end)
      end += chapter[set].length
    }
  }

  get names(): Uint32Array {
    return this.#set(0)
  }

  get headlineNames(): Uint32Array {
    return this.#set(1)
  }

  get figures(): Uint32Array {
    return this.#set(2)
  }

  get versions(): Uint32Array {
    return this.#set(3)
  }

  get headlineVersions(): Uint32Array {
    return this.#set(4)
  }

  get weighed(): Uint32Array {
    return this.#set(5)
  }

  get words(): Uint32Array {
    return this.#words
  }

  get start(): number {
    return this.#start
  }

  /** Words of its record. */
  get length(): number {
    return this.#endOf(HEAD - 1) - this.#start
  }

  moveTo({ words, start }: WordPlace): void {
    this.#words = words
    this.#start = start
  }

  #endOf(set: number): number {
    let end = this.#start + HEAD
    for (let before = 0; before <= set; before++) end += this.#words[this.#start + before]!
    return end
  }

  #set(set: number): Uint32Array {
    const end = this.#endOf(set)
    return this.#words.subarray(end - this.#words[this.#start + set]!, end)
  }
}
