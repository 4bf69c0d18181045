import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DisjointSets } from './disjoint-sets.ts'

const COUNT = 12
const pair = fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1))

/** The same by painting: all of one colour take the other. */
function painted(pairs: readonly (readonly [number, number])[]): readonly number[] {
  let colours = Array.from({ length: COUNT }, (_, number) => number)
  for (const [a, b] of pairs) {
    const [from, to] = [Math.max(colours[a]!, colours[b]!), Math.min(colours[a]!, colours[b]!)]
    colours = colours.map((colour) => (colour === from ? to : colour))
  }
  return colours
}

test('knows each set by its least number, in whatever order it was put together', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
      const sets = new DisjointSets(COUNT)
      for (const [a, b] of pairs) sets.join(a, b)
      expect(sets.leasts()).toEqual(painted(pairs))
      for (const [a, b] of pairs) expect(sets.areTogether(a, b)).toBe(true)
    }),
  )
})

test('a chain of a hundred thousand is walked once', () => {
  const sets = new DisjointSets(100_000)
  for (let number = 99_999; number > 0; number--) sets.join(number, number - 1)
  expect(new Set(sets.leasts())).toEqual(new Set([0]))
})
