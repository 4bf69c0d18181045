import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairProducts } from './pair-products.ts'
import { plainProduct, termVectors } from './testing/term-vectors.ts'

describe('products of all pairs', () => {
  it('are the products of each pair', () => {
    fc.assert(
      fc.property(fc.array(termVectors, { maxLength: 12 }), (vectors) => {
        const products = pairProducts(vectors)
        expect(products).toHaveLength(vectors.length ** 2)
        for (const [a, vector] of vectors.entries()) {
          for (const [b, other] of vectors.entries()) {
            expect(products[a * vectors.length + b]).toBeCloseTo(a === b ? 0 : plainProduct(vector, other), 9)
          }
        }
      }),
    )
  })
})
