import type { OpenStory } from './open-story.ts'
import type { AddressKey } from './term-hash.ts'

const FIRST_ENTRIES = 64
const GROWTH = 1.5

/** The item and the story that an address leads to. */
export interface AddressedItem {
  readonly story: OpenStory
  readonly itemId: number
  /** Owner of the page (see `KnownAddress`). */
  readonly owner: number
}

/** An address of a story as a hash: the address itself is not kept. */
export interface KnownAddress {
  readonly key: AddressKey
  readonly itemId: number
  /** Owner of the page, below 2^32: a publisher's number, `NOBODY` or `SEVERAL_EVENTS`. */
  readonly owner: number
}

/** Owner of an address that items only point to, or whose publisher is not known. */
export const NOBODY = 0
/** Owner of a page on which one publisher tells of several events, such as a changelog: it leads nowhere. */
export const SEVERAL_EVENTS = 1

/**
 * A hash table from addresses to items and the stories they are in, which also lists the addresses of a story. It keeps a 64-bit
 * hash of an address, in typed arrays: some 50 bytes in all, where a map of strings and lists of objects took 450.
 *
 * Entries are numbered from 1. Those of one bucket form a linked list, and so do those of one story, which begins at
 * `story.firstAddress`.
 */
export class AddressTable {
  #low = new Uint32Array(FIRST_ENTRIES)
  #high = new Uint32Array(FIRST_ENTRIES)
  #itemIds = new Float64Array(FIRST_ENTRIES)
  #owners = new Uint32Array(FIRST_ENTRIES)
  #nextInBucket = new Uint32Array(FIRST_ENTRIES)
  #nextOfStory = new Uint32Array(FIRST_ENTRIES)
  readonly #stories: (OpenStory | undefined)[] = [undefined]
  /** First entry of each bucket, or 0; their number is a power of two. */
  #buckets = new Uint32Array(FIRST_ENTRIES)
  /** First of the free entries, which form a list by `#nextOfStory`. */
  #free = 0

  get(key: AddressKey): AddressedItem | undefined {
    const entry = this.#entryOf(key)
    if (entry === 0) return undefined
    return { story: this.#stories[entry]!, itemId: this.#itemIds[entry]!, owner: this.#owners[entry]! }
  }

  /** Adds an address that is not in the table, as the first of a story. */
  add({ key, itemId, owner }: KnownAddress, story: OpenStory): void {
    const entry = this.#newEntry()
    const bucket = key.low & (this.#buckets.length - 1)
    this.#low[entry] = key.low
    this.#high[entry] = key.high
    this.#itemIds[entry] = itemId
    this.#owners[entry] = owner
    this.#stories[entry] = story
    this.#nextInBucket[entry] = this.#buckets[bucket]!
    this.#buckets[bucket] = entry
    this.#nextOfStory[entry] = story.firstAddress
    story.firstAddress = entry
  }

  /** Sets the owner of an address that is in the table. */
  setOwner(key: AddressKey, owner: number): void {
    this.#owners[this.#entryOf(key)] = owner
  }

  /** Yields the addresses of a story, the last added first. */
  *addressesOf(story: OpenStory): Generator<KnownAddress, void> {
    for (let entry = story.firstAddress; entry !== 0; entry = this.#nextOfStory[entry]!) {
      const key = { low: this.#low[entry]!, high: this.#high[entry]! }
      yield { key, itemId: this.#itemIds[entry]!, owner: this.#owners[entry]! }
    }
  }

  /** Moves the addresses of certain items from one story to another; they come before those that it has. */
  move(from: OpenStory, into: OpenStory, isMoved: (itemId: number) => boolean): void {
    const entries = this.#entriesOf(from)
    from.firstAddress = 0
    for (const entry of entries.reverse()) {
      const story = isMoved(this.#itemIds[entry]!) ? into : from
      this.#stories[entry] = story
      this.#nextOfStory[entry] = story.firstAddress
      story.firstAddress = entry
    }
  }

  /** Removes the addresses of certain items of a story. */
  remove(story: OpenStory, isRemoved: (itemId: number) => boolean): void {
    const entries = this.#entriesOf(story)
    story.firstAddress = 0
    for (const entry of entries.reverse()) {
      const isGone = isRemoved(this.#itemIds[entry]!)
      if (isGone) this.#leaveBucket(entry)
      this.#stories[entry] = isGone ? undefined : story
      this.#nextOfStory[entry] = isGone ? this.#free : story.firstAddress
      if (isGone) this.#free = entry
      else story.firstAddress = entry
    }
  }

  #entryOf({ low, high }: AddressKey): number {
    let entry = this.#buckets[low & (this.#buckets.length - 1)]!
    while (entry !== 0 && (this.#low[entry] !== low || this.#high[entry] !== high)) entry = this.#nextInBucket[entry]!
    return entry
  }

  #entriesOf(story: OpenStory): number[] {
    const entries: number[] = []
    for (let entry = story.firstAddress; entry !== 0; entry = this.#nextOfStory[entry]!) entries.push(entry)
    return entries
  }

  #leaveBucket(entry: number): void {
    const bucket = this.#low[entry]! & (this.#buckets.length - 1)
    let before = this.#buckets[bucket]!
    if (before === entry) {
      this.#buckets[bucket] = this.#nextInBucket[entry]!
      return
    }
    while (this.#nextInBucket[before] !== entry) before = this.#nextInBucket[before]!
    this.#nextInBucket[before] = this.#nextInBucket[entry]!
  }

  #newEntry(): number {
    const free = this.#free
    if (free !== 0) {
      this.#free = this.#nextOfStory[free]!
      return free
    }
    const entry = this.#stories.length
    this.#stories.push(undefined)
    if (entry === this.#low.length) this.#grow(Math.ceil(entry * GROWTH))
    return entry
  }

  #grow(entries: number): void {
    this.#low = copied(this.#low, new Uint32Array(entries))
    this.#high = copied(this.#high, new Uint32Array(entries))
    this.#itemIds = copied(this.#itemIds, new Float64Array(entries))
    this.#owners = copied(this.#owners, new Uint32Array(entries))
    this.#nextOfStory = copied(this.#nextOfStory, new Uint32Array(entries))
    this.#nextInBucket = copied(this.#nextInBucket, new Uint32Array(entries))
    if (entries > this.#buckets.length) this.#spread()
  }

  /** Doubles the buckets. Called only when all entries are in use, so that none is free. */
  #spread(): void {
    const buckets = new Uint32Array(this.#buckets.length * 2)
    for (let entry = 1; entry < this.#stories.length - 1; entry++) {
      const bucket = this.#low[entry]! & (buckets.length - 1)
      this.#nextInBucket[entry] = buckets[bucket]!
      buckets[bucket] = entry
    }
    this.#buckets = buckets
  }
}

function copied<Values extends Uint32Array | Float64Array>(from: Values, to: Values): Values {
  to.set(from)
  return to
}
