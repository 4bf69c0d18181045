import { TERM_BITS, TERM_COUNT } from './term-hash.ts'
import { STRENGTH_LEVELS, type TermVector } from './term-vector.ts'

const TERM_MASK = TERM_COUNT - 1
const SHIFT = TERM_BITS

/**
 * Returns the inner products of all pairs of vectors, on the scale of vectors of length 1. Goes by terms and not by pairs, as most
 * pairs share few terms: at 60 members this takes a quarter of the time of 1,770 products.
 *
 * @returns a symmetric matrix, row by row; 0 for a vector with itself
 */
export function pairProducts(vectors: readonly TermVector[]): Float64Array {
  const width = vectors.length
  const products = new Float64Array(width * width)
  const count = vectors.reduce((sum, { length }) => sum + length, 0)
  const slotCount = 2 ** Math.ceil(Math.log2(count * 2 + 2))
  /** Open-addressed: a term + 1, and its last place + 1; 0 is empty. */
  const terms = new Int32Array(slotCount)
  const lastPlaces = new Int32Array(slotCount)
  /** By place: the vector that has the term, the term's strength there, and its previous place + 1. */
  const owners = new Uint32Array(count)
  const strengths = new Uint16Array(count)
  const earlierPlaces = new Int32Array(count)
  let place = 0
  for (let owner = 0; owner < width; owner++) {
    const vector = vectors[owner]!
    const row = owner * width
    for (let index = 0; index < vector.length; index++) {
      const key = (vector[index]! & TERM_MASK) + 1
      const strength = vector[index]! >>> SHIFT
      let slot = key & (slotCount - 1)
      while (terms[slot] !== 0 && terms[slot] !== key) slot = (slot + 1) & (slotCount - 1)
      terms[slot] = key
      const last = lastPlaces[slot]!
      for (let met = last; met !== 0; met = earlierPlaces[met - 1]!)
        products[row + owners[met - 1]!]! += strengths[met - 1]! * strength
      owners[place] = owner
      strengths[place] = strength
      earlierPlaces[place] = last
      lastPlaces[slot] = ++place
    }
  }
  for (let a = 0; a < width; a++) {
    // Whole numbers until here, so that the order of the terms changes nothing.
    for (let b = 0; b < a; b++) products[b * width + a] = products[a * width + b]! /= STRENGTH_LEVELS * STRENGTH_LEVELS
  }
  return products
}
