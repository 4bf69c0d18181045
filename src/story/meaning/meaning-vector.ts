/**
 * Direction of a text's embedding, one signed byte a dimension, scaled so that the greatest is ±127. It takes an eighth of the
 * memory of the model's own numbers, and a product of two is an integer: the same on every machine.
 */
export type MeaningVector = Int8Array

const MOST = 127

/**
 * Quantises an embedding.
 *
 * @param values as a model gives them, of any length
 * @returns undefined if they have no direction: empty, all 0, or not finite
 */
export function meaningVector(values: ArrayLike<number>): MeaningVector | undefined {
  let greatest = 0
  for (let index = 0; index < values.length; index++) {
    const size = Math.abs(values[index]!)
    if (!Number.isFinite(size)) return undefined
    if (size > greatest) greatest = size
  }
  if (greatest === 0) return undefined
  const vector = new Int8Array(values.length)
  for (let index = 0; index < values.length; index++) vector[index] = Math.round((values[index]! / greatest) * MOST)
  return vector
}
