import type { NumberedStrings } from '../lib/numbered-strings.ts'
import type { Chapter } from './chapter.ts'
import type { StoryKind } from './types.ts'
import { putWideNumber, wideNumberAt } from './wide-number.ts'
import type { WordChunks, WordOwner, WordPlace } from './word-chunks.ts'

/* Layout of a chapter's record in 32-bit words: fields of one or two words, then the lengths of its lists and sets, then these. */
const ID = 0
const FIRST_PUBLISHED_AT = 1
const TOTAL = 3
const KIND = 5
const LANGUAGE = 6
const LENGTHS = 7
/** Lists of strings, stored as their numbers. */
const LISTS = ['entityIds', 'subjects'] as const
const SETS = ['names', 'headlineNames', 'figures', 'versions', 'headlineVersions', 'weighed'] as const
const PARTS: number = LISTS.length + SETS.length
const HEAD = LENGTHS + PARTS

const NONE: readonly string[] = []

/**
 * A chapter as it is kept for weeks: a run of words in a large array. As an object with strings and arrays of its own it took five
 * times the memory. Lists and sets are created on access.
 */
export class KeptChapter implements Chapter, WordOwner {
  readonly #strings: NumberedStrings
  #words: Uint32Array
  #start: number

  /** @param strings numbers the strings that are kept: ids of entities, kinds and languages */
  constructor(chapter: Chapter, chunks: WordChunks, strings: NumberedStrings) {
    const lists = LISTS.map((list) => chapter[list].map((text) => strings.numberOf(text)))
    const parts = [...lists, ...SETS.map((set) => chapter[set])]
    const { words, start } = chunks.take(parts.reduce((sum, { length }) => sum + length, HEAD))
    this.#strings = strings
    this.#words = words
    this.#start = start
    words[start + ID] = chapter.id
    putWideNumber(words, start + FIRST_PUBLISHED_AT, chapter.firstPublishedAt)
    putWideNumber(words, start + TOTAL, chapter.total)
    words[start + KIND] = strings.numberOf(chapter.kind)
    words[start + LANGUAGE] = strings.numberOf(chapter.language)
    let end = start + HEAD
    for (const [index, part] of parts.entries()) {
      words[start + LENGTHS + index] = part.length
      words.set(part, end)
      end += part.length
    }
  }

  get id(): number {
    return this.#words[this.#start + ID]!
  }

  get kind(): StoryKind {
    return this.#strings.text(this.#words[this.#start + KIND]!) as StoryKind
  }

  get firstPublishedAt(): number {
    return wideNumberAt(this.#words, this.#start + FIRST_PUBLISHED_AT)
  }

  get language(): string {
    return this.#strings.text(this.#words[this.#start + LANGUAGE]!)
  }

  get total(): number {
    return wideNumberAt(this.#words, this.#start + TOTAL)
  }

  get entityIds(): readonly string[] {
    return listOf(partOf(this.#words, this.#start, 0), this.#strings)
  }

  get subjects(): readonly string[] {
    return listOf(partOf(this.#words, this.#start, 1), this.#strings)
  }

  get names(): Uint32Array {
    return partOf(this.#words, this.#start, 2)
  }

  get headlineNames(): Uint32Array {
    return partOf(this.#words, this.#start, 3)
  }

  get figures(): Uint32Array {
    return partOf(this.#words, this.#start, 4)
  }

  get versions(): Uint32Array {
    return partOf(this.#words, this.#start, 5)
  }

  get headlineVersions(): Uint32Array {
    return partOf(this.#words, this.#start, 6)
  }

  get weighed(): Uint32Array {
    return partOf(this.#words, this.#start, 7)
  }

  get words(): Uint32Array {
    return this.#words
  }

  get start(): number {
    return this.#start
  }

  /** Length of its record in words. */
  get length(): number {
    return endOf(this.#words, this.#start, PARTS - 1) - this.#start
  }

  moveTo({ words, start }: WordPlace): void {
    this.#words = words
    this.#start = start
  }
}

// Functions rather than private methods, whose brand would take 8 bytes in each chapter.

function endOf(words: Uint32Array, start: number, part: number): number {
  let end = start + HEAD
  for (let before = 0; before <= part; before++) end += words[start + LENGTHS + before]!
  return end
}

function partOf(words: Uint32Array, start: number, part: number): Uint32Array {
  const end = endOf(words, start, part)
  return words.subarray(end - words[start + LENGTHS + part]!, end)
}

function listOf(numbers: Uint32Array, strings: NumberedStrings): readonly string[] {
  return numbers.length === 0 ? NONE : Array.from(numbers, (number) => strings.text(number))
}
