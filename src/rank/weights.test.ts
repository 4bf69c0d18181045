import { describe, expect, test } from 'vitest'
import { DEFAULT_WEIGHTS, formatWeights, parseWeights, WEIGHTS, WeightError } from './weights.ts'

describe('the table of weights', () => {
  test('gives out 100 points by default', () => {
    const points = WEIGHTS.filter((row) => row.unit === 'points').map((row) => row.default)
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(100)
  })

  test.each(WEIGHTS)('$name has its default in range and says what it does', (row) => {
    expect(row.default).toBeGreaterThanOrEqual(row.min)
    expect(row.default).toBeLessThanOrEqual(row.max)
    expect(row.help).toMatch(/^\p{Lu}.+\.$/u)
  })

  test('names each weight once', () => {
    expect(new Set(WEIGHTS.map((row) => row.name)).size).toBe(WEIGHTS.length)
  })
})

describe('parseWeights', () => {
  test('reads some and leaves the rest as it is', () => {
    expect(parseWeights('authority:20,freshness:0')).toEqual({ ...DEFAULT_WEIGHTS, authority: 20, freshness: 0 })
  })

  test.each(['', ' ', ',', ' , '])('%j gives the defaults', (text) => {
    expect(parseWeights(text)).toEqual(DEFAULT_WEIGHTS)
  })

  test('comes on top of what is in force, and is written as what differs from it', () => {
    const inForce = parseWeights('freshness:0,kind-research:1')
    const own = parseWeights('freshness:14', inForce)
    expect(own).toEqual({ ...DEFAULT_WEIGHTS, 'kind-research': 1 })
    expect(formatWeights(own, inForce)).toBe('freshness:14')
    expect(formatWeights(inForce, inForce)).toBe('')
  })

  test('takes blanks and decimals', () => {
    expect(parseWeights(' half-life-hours : 0.5 , tier-2:.75'.replace('.75', '0.75'))['half-life-hours']).toBe(0.5)
  })

  test.each([
    ['fame:3', 'fame:3', 'no such weight; there are corroboration, authority'],
    ['__proto__:3', '__proto__:3', 'no such weight'],
    ['constructor:3', 'constructor:3', 'no such weight'],
    ['kind-reserch:1', 'kind-reserch:1', 'no such kind; there are kind-release, kind-research, kind-policy'],
    ['Kind-research:1', 'Kind-research:1', 'no such kind'],
    ['research:1', 'research:1', 'no such kind; there are kind-release'],
    ['authority', 'authority', 'expected authority:N with N from 0 to 100'],
    ['authority:', 'authority:', 'expected authority:N with N from 0 to 100'],
    ['authority:101', 'authority:101', 'from 0 to 100'],
    ['authority:-1', 'authority:-1', 'from 0 to 100'],
    ['authority:1e1', 'authority:1e1', 'from 0 to 100'],
    ['authority:NaN', 'authority:NaN', 'from 0 to 100'],
    ['half-life-hours:0', 'half-life-hours:0', 'from 0.5 to 720'],
    ['authority:1,authority:2', 'authority:2', 'given twice'],
  ])('%s is refused with what is allowed', (text, part, reason) => {
    let error: unknown
    try {
      parseWeights(text)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(WeightError)
    expect((error as WeightError).part).toBe(part)
    expect((error as WeightError).message).toContain(reason)
  })

  test('refuses what is too long before reading it', () => {
    expect(() => parseWeights('authority:1,'.repeat(10_000))).toThrow('longer than 1000 characters')
  })

  test('reads the whole table written out', () => {
    const all = WEIGHTS.map((row) => `${row.name}:${row.max}`).join(',')
    expect(parseWeights(all)).toEqual(Object.fromEntries(WEIGHTS.map((row) => [row.name, row.max])))
  })
})

describe('formatWeights', () => {
  test('says nothing of the defaults', () => {
    expect(formatWeights(DEFAULT_WEIGHTS)).toBe('')
  })

  test.each(['authority:20,freshness:0', 'tier-3:0.5,half-life-hours:6'])('%s comes back as it was', (text) => {
    expect(formatWeights(parseWeights(text))).toBe(text)
  })
})
