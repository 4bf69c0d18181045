import { product } from './meaning-means.ts'
import type { MeaningVector } from './meaning-vector.ts'

export interface NearDirection {
  readonly id: number
  /** Cosine. */
  readonly similarity: number
}

/** Most signs read of each direction; of a longer one, the first. */
const MOST_BITS = 512
/**
 * Signs are read in two steps; the exact cosine of two directions is computed only if both steps allow it to be `LEAST_SIMILARITY`.
 * Two directions with cosine c differ in sign in acos(c)/π of all dimensions.
 */
const FIRST_WORDS = 4
const LEAST_SIMILARITY = 0.45
/** Standard deviations by which more signs may differ than expected: 2 miss one in fifty of the pairs just at the level. */
const SLACK = 2

/**
 * Index of directions by id, which finds those near a given one. It scans all directions, but reads only 128 signs of most: the
 * cosines worth finding are too low for hash buckets, of which each such pair would have to share one in twenty.
 */
export class MeaningIndex {
  readonly dimensions: number
  readonly #words: number
  readonly #mostDiffering: readonly [first: number, all: number]
  readonly #slotOf = new Map<number, number>()
  #ids = new Float64Array(64)
  /** The directions, one after another. */
  #values: Int8Array
  #lengths = new Float64Array(64)
  /** The first signs of each, stored apart so that they stay in the cache. */
  #firstSigns: Uint32Array
  #signs: Uint32Array
  #slots = 0
  readonly #free: number[] = []

  constructor(dimensions: number) {
    this.dimensions = dimensions
    this.#words = Math.min(MOST_BITS, dimensions) >>> 5 || 1
    this.#mostDiffering = [mostDiffering(Math.min(FIRST_WORDS, this.#words)), mostDiffering(this.#words)]
    this.#values = new Int8Array(64 * dimensions)
    this.#firstSigns = new Uint32Array(64 * FIRST_WORDS)
    this.#signs = new Uint32Array(64 * this.#words)
  }

  get size(): number {
    return this.#slotOf.size
  }

  set(id: number, direction: MeaningVector): void {
    const slot = this.#slotOf.get(id) ?? this.#newSlot(id)
    this.#values.set(direction, slot * this.dimensions)
    this.#lengths[slot] = Math.sqrt(product(direction, direction))
    const signs = this.#signs.subarray(slot * this.#words, (slot + 1) * this.#words)
    writeSigns(direction, signs)
    this.#firstSigns.set(signs.subarray(0, FIRST_WORDS), slot * FIRST_WORDS)
  }

  get(id: number): MeaningVector | undefined {
    const slot = this.#slotOf.get(id)
    return slot === undefined ? undefined : this.#at(slot)
  }

  delete(id: number): void {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return
    this.#slotOf.delete(id)
    this.#ids[slot] = 0
    this.#free.push(slot)
  }

  /** Yields ids and directions in ascending order of ids. */
  *entries(): Generator<readonly [id: number, direction: MeaningVector]> {
    for (const id of [...this.#slotOf.keys()].sort((a, b) => a - b)) yield [id, this.#at(this.#slotOf.get(id)!)]
  }

  /**
   * Returns the nearest directions that are accepted, best first; ties go to the lower id. Directions far from it are not found.
   *
   * @param accepts called only for those that are near enough to be among the `count`
   */
  nearest(
    direction: MeaningVector,
    count: number,
    accepts: (id: number, similarity: number) => boolean,
  ): NearDirection[] {
    const words = this.#words
    const own = new Uint32Array(Math.max(words, FIRST_WORDS))
    writeSigns(direction, own.subarray(0, words))
    const [own0, own1, own2, own3] = [own[0]!, own[1]!, own[2]!, own[3]!]
    const length = Math.sqrt(product(direction, direction))
    const [mostFirst, mostAll] = this.#mostDiffering
    const first = this.#firstSigns
    const signs = this.#signs
    const best: NearDirection[] = []
    for (let slot = 0, at = 0; slot < this.#slots; slot++, at += FIRST_WORDS) {
      const nibbles = bitsByNibble(first[at]! ^ own0) + bitsByNibble(first[at + 1]! ^ own1)
      const others = bitsByNibble(first[at + 2]! ^ own2) + bitsByNibble(first[at + 3]! ^ own3)
      let differing = sumOfNibbles(nibbles) + sumOfNibbles(others)
      if (differing > mostFirst) continue
      const start = slot * words
      for (let word = FIRST_WORDS; word < words; word++) {
        differing += sumOfNibbles(bitsByNibble(signs[start + word]! ^ own[word]!))
      }
      if (differing > mostAll) continue
      const id = this.#ids[slot]!
      if (id === 0) continue
      const similarity = product(direction, this.#at(slot)) / (length * this.#lengths[slot]!)
      const found = { id, similarity }
      if (best.length === count && !comesBefore(found, best[count - 1]!)) continue
      if (!accepts(id, similarity)) continue
      let place = best.findIndex((each) => comesBefore(found, each))
      if (place < 0) place = best.length
      best.splice(place, 0, found)
      if (best.length > count) best.pop()
    }
    return best
  }

  #at(slot: number): MeaningVector {
    return this.#values.subarray(slot * this.dimensions, (slot + 1) * this.dimensions)
  }

  #newSlot(id: number): number {
    const slot = this.#free.pop() ?? this.#slots++
    if (slot === this.#lengths.length) this.#grow()
    this.#slotOf.set(id, slot)
    this.#ids[slot] = id
    return slot
  }

  #grow(): void {
    const grown = Math.ceil(this.#lengths.length * 1.5)
    this.#ids = copied(this.#ids, new Float64Array(grown))
    this.#lengths = copied(this.#lengths, new Float64Array(grown))
    this.#values = copied(this.#values, new Int8Array(grown * this.dimensions))
    this.#firstSigns = copied(this.#firstSigns, new Uint32Array(grown * FIRST_WORDS))
    this.#signs = copied(this.#signs, new Uint32Array(grown * this.#words))
  }
}

function comesBefore(a: NearDirection, b: NearDirection): boolean {
  return a.similarity > b.similarity || (a.similarity === b.similarity && a.id < b.id)
}

function copied<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from)
  return into
}

function mostDiffering(words: number): number {
  const bits = words * 32
  const share = Math.acos(LEAST_SIMILARITY) / Math.PI
  return Math.round(bits * share + SLACK * Math.sqrt(bits * share * (1 - share)))
}

function writeSigns(direction: MeaningVector, into: Uint32Array): void {
  into.fill(0)
  const bits = Math.min(into.length * 32, direction.length)
  for (let index = 0; index < bits; index++) if (direction[index]! < 0) into[index >>> 5]! |= 1 << (index & 31)
}

/** Returns the number of set bits of each half byte, in its place. */
function bitsByNibble(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
}

function sumOfNibbles(nibbles: number): number {
  return Math.imul((nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24
}
