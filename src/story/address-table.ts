import type { OpenStory } from './open-story.ts'
import type { AddressKey } from './term-hash.ts'

const FIRST_ENTRIES = 64
const GROWTH = 1.5

/** Where an address leads. */
export interface AddressedItem {
  readonly story: OpenStory
  readonly itemId: number
  /** Whose page it is, as `KnownAddress` says. */
  readonly owner: number
}

/** An address of a story, as it is known: the address itself is not kept. */
export interface KnownAddress {
  readonly key: AddressKey
  readonly itemId: number
  /** Below 2^32: whose page it is, `NOBODY` or `SEVERAL_EVENTS`. */
  readonly owner: number
}

/** Of an address that items only point to, or whose publisher is not known. */
export const NOBODY = 0
/** Of a page on which one publisher tells of several events, such as a changelog: it leads nowhere. */
export const SEVERAL_EVENTS = 1

/**
 * A hash table from addresses to items and the stories they are in, that also knows all addresses of a story. Of an address 64 bits of a hash
 * are kept, in typed arrays: some 50 bytes in all, where a map of strings and lists of objects took 450.
 *
 * Entries are numbered from 1 on. Those of one bucket are a chain, and so are those of one story; the latter begins at `story.firstAddress`.
 */
export class AddressTable {
  #low = new Uint32Array(FIRST_ENTRIES)
  #high = new Uint32Array(FIRST_ENTRIES)
  #itemIds = new Float64Array(FIRST_ENTRIES)
  #owners = new Uint32Array(FIRST_ENTRIES)
  #nextInBucket = new Uint32Array(FIRST_ENTRIES)
  #nextOfStory = new Uint32Array(FIRST_ENTRIES)
  readonly #stories: (OpenStory | undefined)[] = [undefined]
  /** First entry of each bucket, or 0; as many as a power of two. */
  #buckets = new Uint32Array(FIRST_ENTRIES)
  /** First of the entries that were given up, a chain by `#nextOfStory`. */
  #free = 0

  get(key: AddressKey): AddressedItem | undefined {
    const entry = this.#entryOf(key)
    if (entry === 0) return undefined
    return { story: this.#stories[entry]!, itemId: this.#itemIds[entry]!, owner: this.#owners[entry]! }
  }

  /** Makes an address that is not in the table the first of a story. */
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

  /** Says of an address that is in the table whose page it is. */
  setOwner(key: AddressKey, owner: number): void {
    this.#owners[this.#entryOf(key)] = owner
  }

  /** Those of a story, the last added first. */
  *addressesOf(story: OpenStory): Generator<KnownAddress, void> {
    for (let entry = story.firstAddress; entry !== 0; entry = this.#nextOfStory[entry]!) {
      const key = { low: this.#low[entry]!, high: this.#high[entry]! }
      yield { key, itemId: this.#itemIds[entry]!, owner: this.#owners[entry]! }
    }
  }

  /** Gives those of a story that belong to certain items to another; they come before its own. */
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

  /** Lets go of those of a story that belong to certain items. */
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

  /** Twice as many buckets. There is no free entry: it is called where all are in use. */
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
