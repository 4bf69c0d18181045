import { describe, expect, test } from 'vitest'
import { createClusterer, type OnlineClusterer, restoreClusterer } from '../clusterer.ts'
import { isForItsMeaning } from '../receipt.ts'
import { clusterInput } from '../testing/cluster-input.ts'
import { hashed } from '../testing/hashed-meaning.ts'
import { keptParts } from '../testing/kept-parts.ts'
import { ENGLISH, meantItem, OTHERS, RUSSIAN } from '../testing/meant-items.ts'
import type { ClusterInput, StoryChange } from '../types.ts'
import { meaningVector } from './meaning-vector.ts'

const SPACE = { meaningSpace: 'm' }
const run = (items: readonly ClusterInput[], clusterer: OnlineClusterer = createClusterer(SPACE)) =>
  items.flatMap((each) => clusterer.assign(each))
const lastOf = (items: readonly ClusterInput[], clusterer?: OnlineClusterer): StoryChange =>
  run(items, clusterer).at(-1)!
const without = (items: readonly ClusterInput[]) => items.map(({ meaning: _meaning, ...rest }) => rest)

/** The meaning of a title, told in other words. */
const meant = (as: string) => meaningVector(hashed(as, { dimensions: 256 }))!
const RETOLD = {
  ...clusterInput(103, 'machine first across finish', { hours: 7 }),
  meaning: meant('robot wins capital race'),
}

describe('a headline that means what a story means', () => {
  test.each([
    ['in another language', RUSSIAN],
    ['in other words', RETOLD],
  ])('joins it at once, %s, and the receipt says what that added', (_what, item) => {
    const { type, storyId, receipt } = lastOf([...OTHERS, ENGLISH, item])
    expect({ type, storyId, rule: receipt.rule }).toEqual({ type: 'joined', storyId: 51, rule: 'content' })
    expect(receipt.meaning!).toBeGreaterThan(0.6)
    expect(receipt.meaningGain!).toBeGreaterThan(0.07)
    expect(receipt.score).toBeGreaterThanOrEqual(receipt.threshold)
    expect(receipt.score - receipt.meaningGain!).toBeLessThan(receipt.threshold)
    expect(isForItsMeaning(receipt)).toBe(true)
  })

  test('does not beyond the window, nor where the share is none', () => {
    const late = { ...RETOLD, at: RETOLD.at! + 100 * 3_600_000 }
    expect(lastOf([...OTHERS, ENGLISH, late])).toMatchObject({ type: 'created' })
    const none = createClusterer({ ...SPACE, settings: { meaningShare: 0 } })
    const { type, receipt } = lastOf([...OTHERS, ENGLISH, RETOLD], none)
    expect(type).toBe('created')
    expect(receipt.meaningGain).toBeUndefined()
  })

  test('does not where each names another: to a model two releases of one maker are one', () => {
    const told = (id: number, title: string): ClusterInput => ({
      ...clusterInput(id, title, { hours: id / 20 }),
      meaning: meant('robot wins capital race'),
    })
    const plain = [told(101, 'a robot of mine wins a race'), told(102, 'some machine comes first somewhere')]
    expect(lastOf([...OTHERS, ...plain])).toMatchObject({ type: 'joined', storyId: 51 })
    const named = [told(101, 'a robot of Qorvex wins a race'), told(102, 'some machine of Zandrik comes first')]
    const { type, receipt } = lastOf([...OTHERS, ...named])
    expect(type).toBe('created')
    expect(receipt.meaning!).toBeGreaterThan(0.6)
    expect(receipt.meaningGain).toBeUndefined()
  })

  test('does not where it is a long post, which names much in passing', () => {
    const post = { ...RETOLD, title: `${RETOLD.title} ${'and so it goes on about all sorts of things '.repeat(4)}` }
    const { type, receipt } = lastOf([...OTHERS, ENGLISH, post])
    expect(type).toBe('created')
    expect(receipt.meaningGain).toBeUndefined()
  })
})

test('what means something else in another language loses little, however far it is', () => {
  const gainOf = (language: string, meaningForeignLoss: number) => {
    const clusterer = createClusterer({ ...SPACE, settings: { meaningForeignLoss } })
    const same = {
      ...clusterInput(102, 'Qorvex Zandrik 7.4 capital race', { hours: 7, language }),
      meaning: meant('mural'),
    }
    const first = {
      ...clusterInput(101, 'Qorvex Zandrik 7.4 wins capital race', { hours: 6 }),
      meaning: meant('robot'),
    }
    return lastOf([...OTHERS, first, same], clusterer).receipt.meaningGain!
  }
  expect(gainOf('ru', 0.05)).toBeGreaterThanOrEqual(-0.05)
  expect(gainOf('ru', 0.05)).toBeLessThan(-0.03)
  expect(gainOf('ru', 9)).toBeLessThan(-0.1)
  expect(gainOf('en', 0.05)).toBeLessThan(-0.1)
})

test('what means something else needs more words in common', () => {
  const first = clusterInput(101, 'robot wins capital race', { hours: 6 })
  const second = clusterInput(102, 'capital race brings traffic chaos tomorrow', { hours: 7 })
  const [a, b] = [meant('robot wins capital race'), meant('roads closed early')]
  const bare = lastOf([...OTHERS, first, second])
  expect(bare.type).toBe('joined')
  const { type, receipt } = lastOf([...OTHERS, { ...first, meaning: a }, { ...second, meaning: b }])
  expect(receipt.meaningGain!).toBeLessThan(-0.05)
  expect(receipt.score).toBeCloseTo(bare.receipt.score + receipt.meaningGain!, 3)
  expect(type).toBe(receipt.score >= receipt.threshold ? 'joined' : 'created')
})

test('an item whose vector did not come in time is placed by its words, as without a model', () => {
  const items = [...OTHERS, ENGLISH, clusterInput(103, 'robot wins the capital race again', { hours: 7 })]
  const { receipt, ...placed } = lastOf(items)
  expect(receipt).toEqual(lastOf(without(items)).receipt)
  expect(placed).toMatchObject({ type: 'joined', storyId: 51 })
})

test('stopped and restored before it, it is placed the same', () => {
  const items = [...OTHERS, ENGLISH]
  const clusterer = createClusterer(SPACE)
  run(items, clusterer)
  const restored = restoreClusterer(keptParts(clusterer.snapshot()), SPACE)
  expect(restored.assign(RUSSIAN)).toEqual(clusterer.assign(RUSSIAN))
})

test('of a story larger than usual less likeness is asked', () => {
  const items = [...OTHERS, ENGLISH, meantItem(103, 'robot leads capital parade', { hours: 7 })]
  const asking = createClusterer({ ...SPACE, settings: { largeStories: 0.5 } })
  const [usual, less] = [lastOf(items), lastOf(items, asking)]
  expect(less.receipt.meaningGain!).toBeGreaterThan(usual.receipt.meaningGain!)
})
