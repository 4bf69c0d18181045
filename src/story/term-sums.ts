import { LargeSums } from './large-sums.ts'
import { noteRead } from './read-ahead.ts'
import { TERM_BITS, TERM_COUNT } from './term-hash.ts'
import { STRENGTH_LEVELS, type TermVector } from './term-vector.ts'

const TERM_MASK = TERM_COUNT - 1
const SHIFT = TERM_BITS
/** In place of a sum and 1, from here on: the place of the sum among the large ones. */
const FIRST_LARGE = 0xc00
/** The sum is one of those for which no place was left. */
const CROWDED = 0xfff
/** How many there are places for: the terms that most items of a story say are the first to be large. */
const LARGE_PLACES = CROWDED - FIRST_LARGE
const FEWEST_LARGE = 4
const SHARE_OF_TERMS = 1 / TERM_COUNT
/** Slots by terms, once a table is full. */
const SLOTS_A_TERM = 1.5
const GROWTH = 4 / 3
const FEWEST_SLOTS = 64

/** Slots that are read ahead, and what was in them. */
const BATCH = 128
const MET = new Uint32Array(BATCH)
const NONE = new Uint32Array(0)

/** What sums are made of, for snapshots. */
export interface TermSumsState {
  /** As it lies, so that it need not be built again. */
  readonly table: Uint32Array
  readonly size: number
  /** The sums that do not fit in the table, by their places. */
  readonly large: Uint32Array
  /** Terms whose sum has no place there either, with the sum, in the order of the table. */
  readonly crowded: readonly (readonly [term: number, sum: number])[]
}

/**
 * Strengths by term, summed over the vectors of a story: an open-addressed table of whole numbers. Whole numbers, so that the
 * order of the vectors changes nothing, not in the last bit either. Of a thousand terms that a story says most are in a few of its
 * items: a word of 32 bits holds a term and a sum up to 3,070, or where a larger one lies in a list beside the table.
 */
export class TermSums {
  /** By slot: 0, or the term in the low 20 bits and its sum + 1, or the place of its sum, in the high 12. */
  #table: Uint32Array
  #size = 0
  /** Sums that do not fit, by place, and how many they are. */
  #large = NONE
  #largeCount = 0
  #crowded: LargeSums | undefined

  /** @param expected terms that fit without growing */
  constructor(expected = 0) {
    this.#table = new Uint32Array(Math.max(FEWEST_SLOTS, Math.ceil(expected * SLOTS_A_TERM) + 1))
  }

  /** Terms that have a sum, be it 0. */
  get size(): number {
    return this.#size
  }

  /** @param sum may be negative where the sum so far is at least as large */
  add(term: number, sum: number): void {
    const slot = this.#slotOf(term)
    const word = this.#table[slot]!
    if (word !== 0) {
      this.#change(slot, sum + this.#sumIn(word))
    } else if ((this.#size + 1) * SLOTS_A_TERM >= this.#table.length) {
      this.#grow()
      this.add(term, sum)
    } else {
      this.#table[slot] = (1 << SHIFT) | term
      this.#change(slot, sum)
      this.#size++
    }
  }

  addVector(vector: TermVector): void {
    for (let index = 0; index < vector.length; index++) this.add(vector[index]! & TERM_MASK, vector[index]! >>> SHIFT)
  }

  addSums(more: TermSums): void {
    more.forEach((term, sum) => {
      this.add(term, sum)
    })
  }

  /** The sum of a term in units of vectors of length 1; 0 for one that is in none. */
  get(term: number): number {
    return this.#sum(term) / STRENGTH_LEVELS
  }

  /** The sums of the terms of a vector, in its order, as `get` gives them. */
  getAll(vector: TermVector, into: Float64Array): void {
    const met = MET
    for (let from = 0; from < vector.length; from += BATCH) {
      const to = Math.min(vector.length, from + BATCH)
      readFirstSlots(this.#table, vector, from, to)
      for (let index = from; index < to; index++)
        into[index] = this.#sumBy(met[index - from]!, vector[index]!) / STRENGTH_LEVELS
    }
  }

  /** Inner product with a vector, which is read in `words` from `start` to `end`. */
  product(words: Uint32Array, start = 0, end = words.length): number {
    const met = MET
    const shift = SHIFT
    let product = 0
    for (let from = start; from < end; from += BATCH) {
      const to = Math.min(end, from + BATCH)
      readFirstSlots(this.#table, words, from, to)
      for (let index = from; index < to; index++) {
        const word = met[index - from]!
        if (word !== 0) product += this.#sumBy(word, words[index]!) * (words[index]! >>> shift)
      }
    }
    return product / (STRENGTH_LEVELS * STRENGTH_LEVELS)
  }

  /** The sum of a term. @param word of its first slot */
  #sumBy(word: number, term: number): number {
    if (word === 0) return 0
    return ((word ^ term) & TERM_MASK) === 0 ? this.#sumIn(word) : this.#sum(term & TERM_MASK)
  }

  /** Brings nearer where the sums lie (see `readAhead`). */
  bringNear(): void {
    noteRead(this.#table[0]!)
  }

  /** Inner product with another sum. */
  productOfSums(other: TermSums): number {
    const [fewer, more] = this.#size <= other.#size ? [this, other] : [other, this]
    const table = fewer.#table
    let product = 0
    for (let slot = 0; slot < table.length; slot++) {
      const word = table[slot]!
      if (word === 0) continue
      const sum = more.#sum(word & TERM_MASK)
      if (sum !== 0) product += sum * fewer.#sumIn(word)
    }
    return product / (STRENGTH_LEVELS * STRENGTH_LEVELS)
  }

  /** Every term with its sum × 4,095, in no order that means anything. */
  forEach(visit: (term: number, sum: number) => void): void {
    const table = this.#table
    for (let slot = 0; slot < table.length; slot++) {
      const word = table[slot]!
      if (word !== 0) visit(word & TERM_MASK, this.#sumIn(word))
    }
  }

  state(): TermSumsState {
    const crowded: [number, number][] = []
    if (this.#crowded !== undefined) {
      for (const word of this.#table) {
        if (word >>> SHIFT === CROWDED) crowded.push([word & TERM_MASK, this.#sumIn(word)])
      }
    }
    return { table: this.#table, size: this.#size, large: this.#large.subarray(0, this.#largeCount), crowded }
  }

  /** Takes in what `state` gave; the table is its own from now on. */
  static fromState({ table, size, large, crowded }: TermSumsState): TermSums {
    const sums = new TermSums()
    sums.#table = table
    sums.#size = size
    sums.#large = large.length === 0 ? NONE : large.slice()
    sums.#largeCount = large.length
    for (const [term, sum] of crowded) sums.#crowd(term, sum)
    return sums
  }

  #sum(term: number): number {
    const word = this.#table[this.#slotOf(term)]!
    return word === 0 ? 0 : this.#sumIn(word)
  }

  /** Where a term is, or would be put. */
  #slotOf(term: number): number {
    const table = this.#table
    const slots = table.length
    let slot = firstSlot(term, slots)
    for (let word = table[slot]!; word !== 0 && (word & TERM_MASK) !== term; word = table[slot]!) {
      if (++slot === slots) slot = 0
    }
    return slot
  }

  /** @param word of a slot that is not empty */
  #sumIn(word: number): number {
    const field = word >>> SHIFT
    if (field < FIRST_LARGE) return field - 1
    return field === CROWDED ? this.#crowded!.get(word & TERM_MASK) : this.#large[field - FIRST_LARGE]!
  }

  /** Puts another sum in a slot that is not empty. One that was large stays where it is, should it become small. */
  #change(slot: number, sum: number): void {
    const word = this.#table[slot]!
    const field = word >>> SHIFT
    const term = word & TERM_MASK
    if (field === CROWDED) this.#crowd(term, sum)
    else if (field >= FIRST_LARGE) this.#large[field - FIRST_LARGE] = sum
    else this.#table[slot] = ((sum + 1 < FIRST_LARGE ? sum + 1 : this.#placeLarge(term, sum)) << SHIFT) | term
  }

  /** @returns what stands for a large sum in the table */
  #placeLarge(term: number, sum: number): number {
    if (this.#largeCount === LARGE_PLACES) {
      this.#crowd(term, sum)
      return CROWDED
    }
    if (this.#largeCount === this.#large.length) {
      const before = this.#large
      this.#large = new Uint32Array(Math.min(LARGE_PLACES, Math.max(FEWEST_LARGE, before.length * 2)))
      this.#large.set(before)
    }
    this.#large[this.#largeCount] = sum
    return FIRST_LARGE + this.#largeCount++
  }

  #crowd(term: number, sum: number): void {
    this.#crowded ??= new LargeSums()
    this.#crowded.set(term, sum)
  }

  #grow(): void {
    const before = this.#table
    this.#table = new Uint32Array(Math.ceil(before.length * GROWTH))
    // The large sums stay where they are.
    for (let at = 0; at < before.length; at++) {
      const word = before[at]!
      if (word !== 0) this.#table[this.#slotOf(word & TERM_MASK)] = word
    }
  }
}

/** Where a term is looked for first. Turned by one bit, as a third of the terms at most are whole words, which are the upper half of all numbers. */
function firstSlot(packed: number, slots: number): number {
  const turned = ((packed << 1) & TERM_MASK) | ((packed & TERM_MASK) >>> (SHIFT - 1))
  return (turned * slots * SHARE_OF_TERMS) | 0
}

/**
 * Reads the first slots of the terms of `words` from `from` to `to` into `MET`, before any is looked at. A table that nobody asked for a while
 * lies in no cache of the processor, which reads as many places at once as there are in its next few hundred steps: so these are few, and
 * constants of the module, which are looked up anew each time, are the function's own.
 */
function readFirstSlots(table: Uint32Array, words: Uint32Array, from: number, to: number): void {
  const met = MET
  const mask = TERM_MASK
  const turn = SHIFT - 1
  const share = table.length * SHARE_OF_TERMS
  for (let index = from; index < to; index++) {
    const packed = words[index]!
    met[index - from] = table[((((packed << 1) & mask) | ((packed & mask) >>> turn)) * share) | 0]!
  }
}
