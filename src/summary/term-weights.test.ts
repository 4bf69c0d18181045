import { describe, expect, test } from 'vitest'
import { candidatesOf } from './candidate.ts'
import { sharedWeight, termWeights, weightOfTerms } from './term-weights.ts'
import { termsOf } from './terms.ts'
import { member } from './testing/member.ts'

const of = (families: readonly string[], text: string) =>
  families.flatMap((family, index) => candidatesOf(member(index + 1, { family, text }), 5))

describe('termWeights', () => {
  test('grow with the owners that use a term, not with its repetitions', () => {
    const weights = termWeights(of(['a', 'a', 'b'], 'Rack. Rack. Rack.'), [])
    expect(weights.get('rack')).toBeCloseTo(Math.log(3), 10)
    expect(termWeights(of(['a', 'a', 'a'], 'Rack. Rack.'), []).get('rack')).toBeCloseTo(Math.log(2), 10)
  })

  test('are half again as much for numbers and for words of titles', () => {
    const weights = termWeights(of(['a'], 'Rack 410 hall.'), [termsOf('The halls')])
    expect(weights.get('410')).toBeCloseTo(1.5 * Math.log(2), 10)
    expect(weights.get('hall')).toBeCloseTo(1.5 * Math.log(2), 10)
    expect(weights.get('rack')).toBeCloseTo(Math.log(2), 10)
  })
})

test('weightOfTerms and sharedWeight add up what is known', () => {
  const weights = new Map([
    ['a', 1],
    ['b', 2],
  ])
  expect(weightOfTerms(['a', 'b', 'x'], weights)).toBe(3)
  expect(sharedWeight(new Set(['a', 'b', 'x']), new Set(['b', 'x']), weights)).toBe(2)
})
