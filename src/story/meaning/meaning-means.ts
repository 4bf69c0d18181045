import { type MeaningVector, meaningVector } from './meaning-vector.ts'

/** Sum of the directions of items, each scaled to length `UNIT` and rounded to integers: the same in whatever order they came. */
export interface MeaningSum {
  items: number
  readonly values: Float64Array
}

const UNIT = 16_384
/** Number of items of a language at which their mean counts for as much as that of all items. */
const SHRINKAGE = 10
/** Fewest items of a language for it to have a mean: until then its items have no meaning. */
const LEAST_ITEMS = 20

/**
 * The mean direction of each language. Embedding models place all texts of one language near each other, and all texts near one
 * direction: what remains when the mean is subtracted is what a text is about. Only items seen so far count.
 */
export class MeaningMeans {
  readonly #all: MeaningSum
  readonly #byLanguage: Map<number, MeaningSum>

  constructor(dimensions: number, tables: readonly (readonly [language: number, sum: MeaningSum])[] = []) {
    this.#byLanguage = new Map(tables)
    this.#all = emptySum(dimensions)
    for (const [, { items, values }] of tables) {
      this.#all.items += items
      for (let index = 0; index < values.length; index++) this.#all.values[index]! += values[index]!
    }
  }

  get dimensions(): number {
    return this.#all.values.length
  }

  /** @param language index of its table in the term statistics */
  count(vector: MeaningVector, language: number): void {
    const own = this.#byLanguage.get(language) ?? emptySum(this.dimensions)
    this.#byLanguage.set(language, own)
    const scale = UNIT / lengthOf(vector)
    for (let index = 0; index < vector.length; index++) {
      const value = Math.round(vector[index]! * scale)
      own.values[index]! += value
      this.#all.values[index]! += value
    }
    own.items++
    this.#all.items++
  }

  /**
   * Returns the direction of a text, less the mean of its language.
   *
   * @returns undefined while too few items of the language were seen
   */
  centred(vector: MeaningVector, language: number): MeaningVector | undefined {
    const own = this.#byLanguage.get(language)
    if (own === undefined || own.items < LEAST_ITEMS) return undefined
    const scale = UNIT / lengthOf(vector)
    const share = SHRINKAGE / this.#all.items
    const values = new Float64Array(vector.length)
    for (let index = 0; index < vector.length; index++) {
      const mean = (own.values[index]! + share * this.#all.values[index]!) / (own.items + SHRINKAGE)
      values[index] = vector[index]! * scale - mean
    }
    return meaningVector(values)
  }

  tables(): readonly (readonly [language: number, sum: MeaningSum])[] {
    return [...this.#byLanguage]
  }
}

function emptySum(dimensions: number): MeaningSum {
  return { items: 0, values: new Float64Array(dimensions) }
}

function lengthOf(vector: MeaningVector): number {
  return Math.sqrt(product(vector, vector))
}

/** Returns the inner product. */
export function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!
  return sum
}

/** Returns the cosine of two directions; 0 if they differ in dimensions, or if one is 0. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return 0
  const lengths = Math.sqrt(product(a, a) * product(b, b))
  return lengths === 0 ? 0 : product(a, b) / lengths
}
