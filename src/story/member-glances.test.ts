import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MemberGlances } from './member-glances.ts'
import { SpreadVector, type TermVector } from './term-vector.ts'
import { plainProduct, termVectors } from './testing/term-vectors.ts'

const GLANCED_TERMS = 16
const spread = new SpreadVector()

/** The same by sorting all. */
function nearestBySorting(members: readonly TermVector[], vector: TermVector, count: number): readonly number[] {
  const products = members.map((member) => plainProduct(member.slice(0, GLANCED_TERMS), vector))
  return [...members.keys()].sort((a, b) => products[b]! - products[a]! || b - a).slice(0, count)
}

it('finds the members most like an item by their strongest terms, while members come and go', () => {
  const steps = fc.array(fc.oneof(termVectors, fc.constant('shift' as const)), { maxLength: 40 })
  fc.assert(
    fc.property(fc.array(termVectors, { maxLength: 4 }), steps, termVectors, (first, more, vector) => {
      const members = [...first]
      const glances = new MemberGlances(members)
      for (const step of more) {
        if (step !== 'shift') {
          members.push(step)
          glances.push(step)
        } else if (members.length > 0) {
          members.shift()
          glances.shift()
        }
      }
      spread.set(vector)
      const near = (place: number) => plainProduct(members[place]!.slice(0, GLANCED_TERMS), vector).toFixed(9)
      expect(glances.nearest(spread, 5).map(near)).toEqual(nearestBySorting(members, vector, 5).map(near))
    }),
  )
})

it('names the latest of equals first', () => {
  const vector = Uint32Array.of((4_095 << 20) | 7)
  const glances = new MemberGlances([vector, vector, vector])
  spread.set(vector)
  expect(glances.nearest(spread, 2)).toEqual([2, 1])
})
