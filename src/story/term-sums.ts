import { LargeSums } from './large-sums.ts'
import { noteRead } from './read-ahead.ts'
import { TERM_BITS, TERM_COUNT } from './term-hash.ts'
import { STRENGTH_LEVELS, type TermVector } from './term-vector.ts'

const TERM_MASK = TERM_COUNT - 1
const SHIFT = TERM_BITS
/** From this value on, a field holds not a sum + 1 but the place of the sum in the list of large ones. */
const FIRST_LARGE = 0xc00
/** Field of a large sum for which that list had no room. */
const CROWDED = 0xfff
/** Length of that list: the terms that most items of a story contain become large first. */
const LARGE_PLACES = CROWDED - FIRST_LARGE
const FEWEST_LARGE = 4
const SHARE_OF_TERMS = 1 / TERM_COUNT
/** Slots per term in a full table. */
const SLOTS_A_TERM = 1.5
const GROWTH = 4 / 3
const FEWEST_SLOTS = 64

/** Slots that are prefetched at once, and their contents. */
const BATCH = 128
const MET = new Uint32Array(BATCH)
const NONE = new Uint32Array(0)

/** The contents of the sums, for snapshots. */
export interface TermSumsState {
  /** The table as it is, so that it need not be rebuilt. */
  readonly table: Uint32Array
  readonly size: number
  /** The sums that do not fit in the table, by place. */
  readonly large: Uint32Array
  /** Terms whose sum has no place in `large` either, with the sum, in table order. */
  readonly crowded: readonly (readonly [term: number, sum: number])[]
}

/**
 * Strengths by term, summed over the vectors of a story, in an open-addressed table. Sums are integers, so that the order of the
 * vectors changes nothing, not even the last bit. Most of the thousand terms of a story are in only a few of its items: a 32-bit
 * word holds a term and either a sum up to 3,070 or the place of a larger one in a list beside the table.
 */
export class TermSums {
  /** By slot: 0 if empty, else the term in the low 20 bits and its sum + 1, or the place of its sum, in the high 12. */
  #table: Uint32Array
  #size = 0
  /** Sums that do not fit, by place, and how many there are. */
  #large = NONE
  #largeCount = 0
  #crowded: LargeSums | undefined

  /** @param expected number of terms that fit without growing */
  constructor(expected = 0) {
    this.#table = new Uint32Array(Math.max(FEWEST_SLOTS, Math.ceil(expected * SLOTS_A_TERM) + 1))
  }

  /** Number of terms that have a sum, even if it is 0. */
  get size(): number {
    return this.#size
  }

  /** @param sum may be negative if the sum so far is at least as large */
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

  /** Returns the sum of a term on the scale of vectors of length 1; 0 for a term that is absent. */
  get(term: number): number {
    return this.#sum(term) / STRENGTH_LEVELS
  }

  /** Writes the sums of a vector's terms, in its order and on the scale of `get`. */
  getAll(vector: TermVector, into: Float64Array): void {
    const met = MET
    for (let from = 0; from < vector.length; from += BATCH) {
      const to = Math.min(vector.length, from + BATCH)
      readFirstSlots(this.#table, vector, from, to)
      for (let index = from; index < to; index++)
        into[index] = this.#sumBy(met[index - from]!, vector[index]!) / STRENGTH_LEVELS
    }
  }

  /** Returns the inner product with a vector, which is read in `words` from `start` to `end`. */
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

  /**
   * Returns the sum of a term.
   *
   * @param word contents of its first slot
   */
  #sumBy(word: number, term: number): number {
    if (word === 0) return 0
    return ((word ^ term) & TERM_MASK) === 0 ? this.#sumIn(word) : this.#sum(term & TERM_MASK)
  }

  /** Prefetches the sums (see `readAhead`). */
  bringNear(): void {
    noteRead(this.#table[0]!)
  }

  /** Returns the inner product with another sum. */
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

  /** Visits every term with its sum × 4,095, in no particular order. */
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

  /** Restores what `state` returned; owns the table from now on. */
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

  /** Returns the slot of a term, or the one where it would be put. */
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

  /** Replaces the sum in a slot that is not empty. A large sum stays in the list even if it becomes small. */
  #change(slot: number, sum: number): void {
    const word = this.#table[slot]!
    const field = word >>> SHIFT
    const term = word & TERM_MASK
    if (field === CROWDED) this.#crowd(term, sum)
    else if (field >= FIRST_LARGE) this.#large[field - FIRST_LARGE] = sum
    else this.#table[slot] = ((sum + 1 < FIRST_LARGE ? sum + 1 : this.#placeLarge(term, sum)) << SHIFT) | term
  }

  /**
   * Stores a large sum.
   *
   * @returns the field that stands for it in the table
   */
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

/**
 * Returns the first slot to probe for a term. The term is rotated by one bit, as at most a third of the terms are whole words,
 * which take the upper half of all numbers.
 */
function firstSlot(packed: number, slots: number): number {
  const turned = ((packed << 1) & TERM_MASK) | ((packed & TERM_MASK) >>> (SHIFT - 1))
  return (turned * slots * SHARE_OF_TERMS) | 0
}

/**
 * Reads the first slots of the terms of `words` from `from` to `to` into `MET`, before any is used. A table not read for a while is
 * not in the processor's cache, and the processor loads as many places at once as there are in its next few hundred instructions.
 * So the loop has few, and copies module constants, which are looked up on each access, to local ones.
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
