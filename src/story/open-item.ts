import type { Instant } from '../lib/instant.ts'
import { noteRead, readAhead } from './read-ahead.ts'
import type { TermVector } from './term-vector.ts'
import { putWideNumber, wideNumberAt } from './wide-number.ts'
import type { WordChunks, WordOwner, WordPlace } from './word-chunks.ts'

/** What a clusterer remembers of an item. */
export interface ItemMemory {
  readonly id: number
  /** Order of arrival. */
  readonly arrival: number
  /** Index of the language's table in the term statistics; below 256. */
  readonly language: number
  readonly title: string
  readonly at?: Instant
  readonly vector: TermVector
  /**
   * Terms that a text in another language may share: translations, names and figures; undefined if no translations of its language
   * are known, and `vector` is used.
   */
  readonly translated?: TermVector
  /** Terms of names, entities and figures (see `ItemTerms`), each ascending. */
  readonly names: Uint32Array
  readonly entities: Uint32Array
  readonly figures: Uint32Array
  /** Pairs of a name and its version, one after the other. */
  readonly versions: Uint32Array
  readonly fingerprint: Uint32Array
  /** Equal for items that one publisher dates to the same moment; 0 if publisher or moment is unknown. */
  readonly list: number
  /** Length of its front text in characters (see `frontText`). */
  readonly frontLength: number
  /** Whether it retells what somebody said of something (see `isRemark`). */
  readonly isRemark: boolean
  /** Whether it gives its author's view, by the mark in its title or by its address. */
  readonly isOpinion: boolean
  /** Equal for items that one maker publishes about its own doings; 0 for reports on others, and if unknown. */
  readonly maker: number
}

/*
 * Layout of an item's record in 32-bit words: a header with the lengths of its parts and all fields of one or two words, then the
 * parts. The length of a vector fits in a byte (see `MOST_TERMS`).
 */
const VECTOR_LENGTHS_AND_FLAGS = 0
const LIST = 1
const FRONT_LENGTH = 2
/** Two words: a 64-bit number. */
const AT = 3
const NAMES = 5
const ENTITIES = 6
const FIGURES = 7
const VERSIONS = 8
const FINGERPRINT = 9
/** Length in bytes of UTF-8. */
const TITLE = 10
const MAKER = 11
const HEAD = 12

/** A part of a record that is a list of ascending terms. */
export type TermPart = 'names' | 'entities' | 'figures'
const PART_PLACES: Readonly<Record<TermPart, number>> = { names: NAMES, entities: ENTITIES, figures: FIGURES }

const IS_REMARK = 1
const IS_TRANSLATED = 2
const IS_OPINION = 4

const ENCODER = new TextEncoder()
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * An item as the clusterer remembers it while its story is open: a view of a record in a large array. With arrays and numbers of
 * its own it took three times the memory. Parts are views, created on access.
 */
export class OpenItem implements ItemMemory, WordOwner {
  readonly id: number
  readonly arrival: number
  /** The member that brought it into its story: one of the two points to the other. */
  readonly boundTo: number | undefined
  #words: Uint32Array
  #start: number

  /** @param place of a record that `packItem` wrote */
  constructor(id: number, arrival: number, place: WordPlace, boundTo?: number) {
    this.id = id
    this.arrival = arrival
    this.boundTo = boundTo
    this.#words = place.words
    this.#start = place.start
  }

  get words(): Uint32Array {
    return this.#words
  }

  get start(): number {
    return this.#start
  }

  /** Length of its record in words. */
  get length(): number {
    return endOf(this.#words, this.#start, TITLE) - this.#start
  }

  moveTo({ words, start }: WordPlace): void {
    this.#words = words
    this.#start = start
  }

  /** Returns the same item, bound to a member of its story. */
  bindTo(itemId: number): OpenItem {
    return new OpenItem(this.id, this.arrival, this, itemId)
  }

  /** Where the vector begins in `words`; it ends at `vectorEnd`. For inner loops, in which a view costs too much. */
  get vectorStart(): number {
    return this.#start + HEAD
  }

  get vectorEnd(): number {
    return this.#start + HEAD + (this.#words[this.#start]! & 0xff)
  }

  get vector(): TermVector {
    return this.#words.subarray(this.vectorStart, this.vectorEnd)
  }

  get translated(): TermVector | undefined {
    if ((flagsOf(this.#words, this.#start) & IS_TRANSLATED) === 0) return undefined
    return this.#words.subarray(this.vectorEnd, endOfVectors(this.#words, this.#start))
  }

  get names(): Uint32Array {
    return partOf(this.#words, this.#start, NAMES)
  }

  get entities(): Uint32Array {
    return partOf(this.#words, this.#start, ENTITIES)
  }

  get figures(): Uint32Array {
    return partOf(this.#words, this.#start, FIGURES)
  }

  get versions(): Uint32Array {
    return partOf(this.#words, this.#start, VERSIONS)
  }

  /** Returns the number of names, entities or figures, without creating a view. */
  countOf(part: TermPart): number {
    return this.#words[this.#start + PART_PLACES[part]]!
  }

  /** Returns whether both items have a name, entity or figure in common. */
  shares(part: TermPart, other: OpenItem): boolean {
    const place = PART_PLACES[part]
    const [own, theirs] = [this.#words, other.#words]
    const ownEnd = endOf(own, this.#start, place)
    const theirEnd = endOf(theirs, other.#start, place)
    let left = ownEnd - own[this.#start + place]!
    let right = theirEnd - theirs[other.#start + place]!
    while (left < ownEnd && right < theirEnd) {
      if (own[left] === theirs[right]) return true
      if (own[left]! < theirs[right]!) left++
      else right++
    }
    return false
  }

  isName(term: number): boolean {
    const end = endOf(this.#words, this.#start, NAMES)
    for (let at = end - this.#words[this.#start + NAMES]!; at < end; at++) if (this.#words[at] === term) return true
    return false
  }

  get fingerprint(): Uint32Array {
    return partOf(this.#words, this.#start, FINGERPRINT)
  }

  get title(): string {
    const { buffer, byteOffset } = this.#words
    const bytes = new Uint8Array(
      buffer,
      byteOffset + endOf(this.#words, this.#start, FINGERPRINT) * 4,
      this.#words[this.#start + TITLE],
    )
    return DECODER.decode(bytes)
  }

  get at(): Instant | undefined {
    const at = wideNumberAt(this.#words, this.#start + AT)
    return Number.isNaN(at) ? undefined : at
  }

  get language(): number {
    return (this.#words[this.#start]! >>> 16) & 0xff
  }

  get list(): number {
    return this.#words[this.#start + LIST]!
  }

  get maker(): number {
    return this.#words[this.#start + MAKER]!
  }

  get frontLength(): number {
    return this.#words[this.#start + FRONT_LENGTH]!
  }

  get isRemark(): boolean {
    return (flagsOf(this.#words, this.#start) & IS_REMARK) !== 0
  }

  get isOpinion(): boolean {
    return (flagsOf(this.#words, this.#start) & IS_OPINION) !== 0
  }
}

// Functions rather than private methods, whose brand would take 8 bytes in each item.

function flagsOf(words: Uint32Array, start: number): number {
  return words[start]! >>> 24
}

function endOfVectors(words: Uint32Array, start: number): number {
  const lengths = words[start]!
  return start + HEAD + (lengths & 0xff) + ((lengths >>> 8) & 0xff)
}

/** Returns where a part ends. The parts from `NAMES` to `TITLE` lie in the order of their lengths. */
function endOf(words: Uint32Array, start: number, part: number): number {
  let end = endOfVectors(words, start)
  for (let before = NAMES; before <= part && before < TITLE; before++) end += words[start + before]!
  return part === TITLE ? end + wordsFor(words[start + TITLE]!) : end
}

function partOf(words: Uint32Array, start: number, part: number): Uint32Array {
  const end = endOf(words, start, part)
  return words.subarray(end - words[start + part]!, end)
}

/** Prefetches the vectors of items that are about to be compared (see `readAhead`). */
export function readVectorsAhead(items: readonly OpenItem[]): void {
  for (const { words, start } of items) noteRead(words[start]!)
  for (const { words, start, vectorEnd } of items) readAhead(words, start, vectorEnd)
}

/** Writes the record of an item. */
export function packItem(item: ItemMemory, chunks: WordChunks): OpenItem {
  const title = ENCODER.encode(item.title)
  const { vector, translated, names, entities, figures, versions, fingerprint } = item
  const parts = [vector, translated ?? NOTHING, names, entities, figures, versions, fingerprint]
  const place = chunks.take(parts.reduce((sum, { length }) => sum + length, HEAD + wordsFor(title.length)))
  const { words, start } = place
  const flags =
    (item.isRemark ? IS_REMARK : 0) | (translated === undefined ? 0 : IS_TRANSLATED) | (item.isOpinion ? IS_OPINION : 0)
  words[start + VECTOR_LENGTHS_AND_FLAGS] =
    vector.length | ((translated?.length ?? 0) << 8) | (item.language << 16) | (flags << 24)
  words[start + LIST] = item.list
  words[start + FRONT_LENGTH] = item.frontLength
  putWideNumber(words, start + AT, item.at ?? Number.NaN)
  words[start + NAMES] = names.length
  words[start + ENTITIES] = entities.length
  words[start + FIGURES] = figures.length
  words[start + VERSIONS] = versions.length
  words[start + FINGERPRINT] = fingerprint.length
  words[start + TITLE] = title.length
  words[start + MAKER] = item.maker
  let end = start + HEAD
  for (const part of parts) {
    words.set(part, end)
    end += part.length
  }
  new Uint8Array(words.buffer, words.byteOffset + end * 4, title.length).set(title)
  return new OpenItem(item.id, item.arrival, place)
}

const NOTHING = new Uint32Array(0)

function wordsFor(bytes: number): number {
  return (bytes + 3) >>> 2
}
