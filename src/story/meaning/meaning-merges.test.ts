import { describe, expect, test } from 'vitest'
import { createClusterer, type OnlineClusterer, restoreClusterer } from '../clusterer.ts'
import { clusterInput } from '../testing/cluster-input.ts'
import { hashed } from '../testing/hashed-meaning.ts'
import { keptParts } from '../testing/kept-parts.ts'
import { ENGLISH, FILLERS, OTHERS, RUSSIAN } from '../testing/meant-items.ts'
import type { ClusterInput, StoryChange } from '../types.ts'
import { meaningVector } from './meaning-vector.ts'

/** Merges alone: items are placed by their words. */
const SPACE = { meaningSpace: 'm', settings: { meaningShare: 0 } }
const run = (items: readonly ClusterInput[], clusterer: OnlineClusterer = createClusterer(SPACE)) =>
  items.flatMap((each) => clusterer.assign(each))
const merges = (changes: readonly StoryChange[]) => changes.filter(({ type }) => type === 'merged')
const without = (items: readonly ClusterInput[]) => items.map(({ meaning: _meaning, ...rest }) => rest)

/** A meaning between two. */
function vary(share: number) {
  const [one, other] = [hashed('robot wins', { dimensions: 256 }), hashed('mural stolen', { dimensions: 256 })]
  return meaningVector(one.map((value, index) => share * value + (1 - share) * other[index]!))!
}

describe('stories that mean the same', () => {
  const items = [...OTHERS, ENGLISH, RUSSIAN, ...FILLERS]

  test('are merged across languages, with a receipt that says by how much', () => {
    const found = merges(run(items))
    expect(found).toMatchObject([
      { storyId: 51, fromStoryId: 52, receipt: { rule: 'merge', threshold: 0.45, nearestItemId: 101 } },
    ])
    const { score, meaning } = found[0]!.receipt
    expect(meaning!).toBeGreaterThan(0.6)
    // One hour lies between.
    expect(score).toBeCloseTo(meaning! * Math.exp(-1 / 72), 2)
  })

  test('are not without a model, nor where their items have no vectors in common', () => {
    expect(merges(run(without(items)))).toEqual([])
    const half = items.map((each) => (each === ENGLISH ? without([each])[0]! : each))
    expect(merges(run(half))).toEqual([])
  })

  test('are not days apart, nor when an operator fixed one, nor with a digest', () => {
    const days = items.map((each) => (each === RUSSIAN ? { ...each, at: each.at! + 60 * 3_600_000 } : each))
    expect(merges(run(days))).toEqual([])
    const digest = items.map((each) => (each === RUSSIAN ? ({ ...each, form: 'digest' } as const) : each))
    expect(merges(run(digest))).toEqual([])
    const clusterer = createClusterer(SPACE)
    run(items.slice(0, 52), clusterer)
    clusterer.fix(51)
    expect(merges(run(FILLERS, clusterer))).toEqual([])
  })

  test('are not where most items of one came late among those of the other, as stages of an event do', () => {
    const meant = (id: number, title: string, hours: number, language: string, share: number) => {
      return { ...clusterInput(id, title, { hours, language }), meaning: vary(share) }
    }
    // The last item of the first story widens its span, so that the spans touch.
    const told = (hours: readonly number[]) => [
      ...OTHERS,
      ...[0, 1, 2, 30].map((hour, place) => meant(101 + place, 'robot wins', hour, 'en', 1)),
      ...hours.map((hour, place) => meant(111 + place, 'автомат победил', hour, 'ru', 0.42)),
      ...FILLERS,
    ]
    expect(merges(run(told([1, 2, 20])))).toHaveLength(1)
    expect(merges(run(told([28, 29, 29.5])))).toEqual([])
  })

  test('in one language need more, for words had their say', () => {
    const told = (language: string) => [
      ...OTHERS,
      { ...clusterInput(101, 'robot wins', { hours: 6 }), meaning: vary(1) },
      { ...clusterInput(102, 'автомат победил', { hours: 6, language }), meaning: vary(0.38) },
      ...FILLERS,
    ]
    const [across] = merges(run(told('ru')))
    expect(across!.receipt.score).toBeGreaterThanOrEqual(0.45)
    expect(across!.receipt.score).toBeLessThan(0.52)
    expect(merges(run(told('en')))).toEqual([])
  })
})

test('items without meaning are placed as if there were no model, to the last byte of the receipts', () => {
  const items = [...OTHERS, ENGLISH, RUSSIAN, ...FILLERS]
  const plain = run(without(items), createClusterer())
  expect(run(without(items))).toEqual(plain)
  const apart = run(items).filter(({ type }) => type !== 'merged')
  const withoutMeaning = apart.map(({ receipt: { meaning: _meaning, ...receipt }, ...change }) => ({
    ...change,
    receipt,
  }))
  expect(withoutMeaning).toEqual(plain)
})

test('stopped and restored anywhere, the same; of another model, what was known is forgotten', () => {
  const items = [...OTHERS, ENGLISH, RUSSIAN, ...FILLERS]
  const straight = run(items)
  for (const at of [10, 51, 52, 90]) {
    const before = createClusterer(SPACE)
    const first = run(items.slice(0, at), before)
    const after = restoreClusterer(keptParts(before.snapshot()), SPACE)
    expect([...first, ...run(items.slice(at), after)]).toEqual(straight)
    if (at !== 52) continue
    const other = restoreClusterer(keptParts(before.snapshot()), { ...SPACE, meaningSpace: 'another' })
    expect(merges(run(FILLERS, other))).toEqual([])
  }
})

test('vectors of another length are none', () => {
  const short = OTHERS.map((each) => ({ ...each, meaning: each.meaning!.slice(0, 250) }))
  expect(merges(run([...short, ENGLISH, RUSSIAN, ...FILLERS]))).toEqual([])
})
