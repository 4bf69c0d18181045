import { strengthOf, type TermVector, termOf } from './term-vector.ts'

/** Strengths by term, summed over the vectors of a story. */
export type TermSums = Map<number, number>

export function vectorSums(vector: TermVector): TermSums {
  const sums: TermSums = new Map()
  addVector(sums, vector)
  return sums
}

export function addVector(sums: TermSums, vector: TermVector): void {
  for (let index = 0; index < vector.length; index++) {
    const packed = vector[index]!
    const term = termOf(packed)
    sums.set(term, (sums.get(term) ?? 0) + strengthOf(packed))
  }
}

export function addSums(sums: TermSums, more: TermSums): void {
  for (const [term, strength] of more) sums.set(term, (sums.get(term) ?? 0) + strength)
}

/** Inner product of a sum and a vector. */
export function productWithVector(sums: TermSums, vector: TermVector): number {
  let product = 0
  for (let index = 0; index < vector.length; index++) {
    const packed = vector[index]!
    const strength = sums.get(termOf(packed))
    if (strength !== undefined) product += strength * strengthOf(packed)
  }
  return product
}

/** Inner product of two sums. */
export function productOfSums(a: TermSums, b: TermSums): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a]
  let product = 0
  for (const [term, strength] of fewer) {
    const other = more.get(term)
    if (other !== undefined) product += strength * other
  }
  return product
}
