import { expect, test } from 'vitest'
import { clusterSettings } from './cluster-settings.ts'
import { conflictFactor } from './conflict.ts'
import type { OpenItem } from './open-story.ts'
import { packVector } from './term-vector.ts'

const settings = clusterSettings()

/** An item that names these, by number, in a text of some length. */
function item(names: readonly number[], frontLength = 60, figures: readonly number[] = []): OpenItem {
  const none = new Uint32Array(0)
  const terms = Uint32Array.from(names)
  return {
    id: 1,
    arrival: 1,
    language: 0,
    title: '',
    vector: none,
    names: terms,
    entities: terms,
    figures: Uint32Array.from(figures),
    versions: none,
    fingerprint: none,
    list: 0,
    frontLength,
    isRemark: false,
  }
}

test.each([
  ['a name in common', item([1, 2]), item([2, 3]), 1],
  ['nobody named', item([]), item([2]), 1],
  ['other names', item([1]), item([2]), settings.strangeNames],
  ['other names and figures', item([1], 60, [8]), item([2], 60, [9]), settings.strangeNames * settings.otherSubject],
  ['other names and one figure', item([1], 60, [8]), item([2], 60, [8]), settings.strangeNames],
])('%s', (_, one, other, factor) => {
  expect(conflictFactor(one, [other], settings)).toBeCloseTo(factor, 9)
})

test('speaks against two companies that are no known entities, each with figures of its own', () => {
  const telling = (name: number, figure: number): OpenItem => ({
    ...item([name, 7], 60, [figure]),
    entities: new Uint32Array(0),
    vector: packVector(Uint32Array.of(name, 7), Float64Array.of(1, 0.05), 9),
  })
  // The name 7 is in everything, and so weighs nothing.
  const factorOf = (one: OpenItem, other: OpenItem) => conflictFactor(one, [other], settings)
  expect(factorOf(telling(1, 8), telling(2, 9))).toBeCloseTo(settings.otherCast, 9)
  expect(factorOf(telling(1, 8), telling(2, 8))).toBe(1)
  expect(factorOf(telling(1, 8), telling(1, 9))).toBe(1)
})

test('says less of a post, which names much in passing', () => {
  const factors = [60, 150, 200, 400].map((length) =>
    conflictFactor(item([1], length, [8]), [item([2], 60, [9])], settings),
  )
  expect(factors[0]).toBe(factors[1])
  expect([...factors].sort((a, b) => a - b)).toEqual(factors)
  expect(factors.at(-1)).toBeGreaterThan(0.95)
})
