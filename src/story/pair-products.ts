import { TERM_BITS, TERM_COUNT } from './term-hash.ts'
import { STRENGTH_LEVELS, type TermVector } from './term-vector.ts'

const TERM_MASK = TERM_COUNT - 1
const SHIFT = TERM_BITS

/**
 * Inner products of all pairs of vectors, in units of vectors of length 1. Goes by the terms and not by the pairs: most pairs share
 * few of theirs. At 60 members this takes a quarter of the time of 1,770 products.
 *
 * @returns row by row in one array: of the places a and b in the list at a × their number + b, the same either way round; 0 for a vector with
 *   itself
 */
export function pairProducts(vectors: readonly TermVector[]): Float64Array {
  const width = vectors.length
  const products = new Float64Array(width * width)
  const count = vectors.reduce((sum, { length }) => sum + length, 0)
  const slotCount = 2 ** Math.ceil(Math.log2(count * 2 + 2))
  /** Open-addressed: a term + 1, and the last place + 1 where it stands; 0 is empty. */
  const terms = new Int32Array(slotCount)
  const lastPlaces = new Int32Array(slotCount)
  /** By place: whose the term is, how strong it is there, and the place + 1 where it stood before. */
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
