import { expect, test } from 'vitest'
import { clusterSettings } from './cluster-settings.ts'
import { conflictFactor, greatestConflictFactor } from './conflict.ts'
import type { OpenItem } from './open-item.ts'
import { packVector } from './term-vector.ts'
import { openItem } from './testing/open-item.ts'

const settings = clusterSettings()

/** An item that names these, by number, in a text of some length. */
function item(names: readonly number[], frontLength = 60, figures: readonly number[] = []): OpenItem {
  const terms = Uint32Array.from(names)
  return openItem({ names: terms, entities: terms, figures: Uint32Array.from(figures), frontLength })
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

test('is at most 1 as shipped, and otherwise what the settings allow', () => {
  expect(greatestConflictFactor(settings)).toBe(1)
  const odd = clusterSettings({ strangeNames: 1.5, otherSubject: 2 })
  const factor = conflictFactor(item([1], 60, [8]), [item([2], 60, [9])], odd)
  expect(factor).toBeCloseTo(greatestConflictFactor(odd), 9)
})

test('speaks against two companies that are no known entities, each with figures of its own', () => {
  const telling = (name: number, figure: number): OpenItem =>
    openItem({
      names: Uint32Array.of(name, 7).sort(),
      figures: Uint32Array.of(figure),
      vector: packVector(Uint32Array.of(name, 7), Float64Array.of(1, 0.05), 9),
      frontLength: 60,
    })
  // The name 7 is in everything, and so weighs nothing.
  const factorOf = (one: OpenItem, other: OpenItem) => conflictFactor(one, [other], settings)
  expect(factorOf(telling(1, 8), telling(2, 9))).toBeCloseTo(settings.otherCast, 9)
  expect(factorOf(telling(1, 8), telling(2, 8))).toBe(1)
  expect(factorOf(telling(1, 8), telling(1, 9))).toBe(1)
})

test('holds a view against reports, and not against those that hold one', () => {
  const [view, report] = [openItem({ isOpinion: true, frontLength: 60 }), openItem({ frontLength: 60 })]
  expect(conflictFactor(view, [report], settings)).toBeCloseTo(settings.otherVoice, 9)
  expect(conflictFactor(report, [view, view], settings)).toBeCloseTo(settings.otherVoice, 9)
  expect(conflictFactor(report, [view, report], settings)).toBe(1)
  expect(conflictFactor(view, [view], settings)).toBe(1)
})

test('holds what two makers publish of their own doings apart, but where both name one thing', () => {
  const post = (maker: number, entities: readonly number[] = []): OpenItem =>
    openItem({ maker, entities: Uint32Array.from(entities), frontLength: 60 })
  const factorOf = (one: OpenItem, ...others: readonly OpenItem[]) => conflictFactor(one, others, settings)
  expect(factorOf(post(1, [7]), post(2, [8]), post(3))).toBeCloseTo(settings.otherMaker, 9)
  expect(factorOf(post(1), post(2))).toBeCloseTo(settings.otherMaker, 9)
  expect(factorOf(post(1, [7]), post(2, [7]))).toBe(1)
  expect(factorOf(post(1), post(1))).toBe(1)
  expect(factorOf(post(1), post(0)), 'a report on it').toBe(1)
  expect(factorOf(post(1), post(2), post(0))).toBe(1)
})

test('says less of a post, which names much in passing', () => {
  const factors = [60, 150, 200, 400].map((length) =>
    conflictFactor(item([1], length, [8]), [item([2], 60, [9])], settings),
  )
  expect(factors[0]).toBe(factors[1])
  expect([...factors].sort((a, b) => a - b)).toEqual(factors)
  expect(factors.at(-1)).toBeGreaterThan(0.95)
})
