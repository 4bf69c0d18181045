import { describe, expect, test } from 'vitest'
import { createClusterer, type OnlineClusterer, restoreClusterer } from '../clusterer.ts'
import { clusterInput, type InputDraft } from '../testing/cluster-input.ts'
import { hashed } from '../testing/hashed-meaning.ts'
import type { ClusterInput, StoryChange } from '../types.ts'
import { meaningVector } from './meaning-vector.ts'

const TRANSLATION: Readonly<Record<string, string>> = {
  автомат: 'robot',
  победил: 'wins',
  главном: 'capital',
  забеге: 'race',
}
const meaningOf = (title: string) =>
  meaningVector(hashed(title, { dimensions: 256, translate: (word) => TRANSLATION[word] ?? word }))

function item(id: number, title: string, draft: InputDraft = {}): ClusterInput {
  return { ...clusterInput(id, title, draft), meaning: meaningOf(title) }
}

/** Letters that no other number has, so that words with them have no beginning in common. */
const letters = (number: number) => String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))

/** Fifty items about fifty things in two languages, so that each has a mean. */
const OTHERS = Array.from({ length: 50 }, (_, index) =>
  index % 2
    ? item(index + 1, `${letters(index)}мост ${letters(index)}номер`, { language: 'ru' })
    : item(index + 1, `${letters(index)}thing ${letters(index)}matter`),
)
const ENGLISH = item(101, 'robot wins capital race', { hours: 6 })
const RUSSIAN = item(102, 'автомат победил главном забеге', { language: 'ru', hours: 7 })
/** As many items without meaning as it takes until the next look for merges. */
const FILLERS = Array.from({ length: 50 }, (_, index) =>
  clusterInput(200 + index, `${letters(index + 60)}filler ${letters(index + 60)}padding`),
)

const SPACE = { meaningSpace: 'm' }
const run = (items: readonly ClusterInput[], clusterer: OnlineClusterer = createClusterer(SPACE)) =>
  items.flatMap((each) => clusterer.assign(each))
const merges = (changes: readonly StoryChange[]) => changes.filter(({ type }) => type === 'merged')
const without = (items: readonly ClusterInput[]) => items.map(({ meaning: _meaning, ...rest }) => rest)

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

  test('in one language need more, for words had their say', () => {
    const vary = (share: number) => {
      const [one, other] = [hashed('robot wins', { dimensions: 256 }), hashed('mural stolen', { dimensions: 256 })]
      return meaningVector(one.map((value, index) => share * value + (1 - share) * other[index]!))!
    }
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
    const after = restoreClusterer(before.snapshot(), SPACE)
    expect([...first, ...run(items.slice(at), after)]).toEqual(straight)
    if (at !== 52) continue
    const other = restoreClusterer(before.snapshot(), { meaningSpace: 'another' })
    expect(merges(run(FILLERS, other))).toEqual([])
  }
})

test('vectors of another length are none', () => {
  const short = OTHERS.map((each) => ({ ...each, meaning: each.meaning!.slice(0, 250) }))
  expect(merges(run([...short, ENGLISH, RUSSIAN, ...FILLERS]))).toEqual([])
})
