import { describe, expect, test } from 'vitest'
import type { Atlas, Reading } from '../atlas-types.ts'
import { shippedAtlas } from '../testing/shipped-atlas.ts'
import { chanceOf } from './constraints.ts'
import { decide } from './decide.ts'
import { readNeeds } from './needs.ts'
import { rankOrderCentroid } from './rank-weights.ts'
import { worthOf } from './value.ts'

/** What the guide says, worked out in another way: by integrals where it draws, by search where it has a closed form. */

const atlas = shippedAtlas()
const decideOn = (needs: unknown, on: Atlas = atlas) => decide(readNeeds(needs, on), on)

type Interval = readonly [lo: number, mode: number, hi: number]

/** The shipped data with some values made others; each is its hub's own. */
function withValues(values: Readonly<Record<string, Readonly<Record<string, Interval>>>>): Atlas {
  return {
    ...atlas,
    reading(hub, indicator, without): Reading | undefined {
      const made = values[hub]?.[indicator]
      const reading = atlas.reading(hub, indicator, without)
      if (!made || !reading) return reading
      const [lo, value, hi] = made
      return { lo, hi, others: [], observation: { ...reading.observation, value, lo, hi, madeFor: undefined } }
    },
  }
}

/** @returns the integral from a to b, by Simpson's rule */
function integral(a: number, b: number, of: (x: number) => number, steps = 4_000): number {
  const width = (b - a) / steps
  let sum = of(a) + of(b)
  for (let step = 1; step < steps; step++) sum += of(a + step * width) * (step % 2 === 1 ? 4 : 2)
  return (sum * width) / 3
}

function triangularDensity([lo, mode, hi]: Interval, x: number): number {
  if (x <= lo || x >= hi) return 0
  return x <= mode ? (2 * (x - lo)) / ((hi - lo) * (mode - lo)) : (2 * (hi - x)) / ((hi - lo) * (hi - mode))
}

const below = (interval: Interval, x: number) =>
  integral(interval[0], Math.max(interval[0], Math.min(x, interval[2])), (y) => triangularDensity(interval, y), 400)

/** Four standard errors of a share out of the draws made here. */
const DRAWS = 20_000
const NEAR = 4 * Math.sqrt(0.25 / DRAWS)

describe('the chance to be first', () => {
  test.each<[Interval, Interval]>([
    [
      [300, 400, 500],
      [350, 450, 600],
    ],
    [
      [100, 300, 320],
      [200, 250, 650],
    ],
  ])('of values drawn from %j and %j is that of the integral', (one, two) => {
    const on = withValues({ tokyo: { carbon: one }, seoul: { carbon: two } })
    const { ranked } = decideOn({ hubs: ['tokyo', 'seoul'], criteria: [{ id: 'carbon' }], draws: DRAWS }, on)
    // Less carbon is better: Tokyo is first where Seoul's is above it.
    const expected = integral(one[0], one[2], (x) => triangularDensity(one, x) * (1 - below(two, x)), 400)
    expect(Math.abs(ranked.find(({ hub }) => hub === 'tokyo')!.p1 - expected)).toBeLessThan(NEAR)
  })

  test.each<['low' | 'mid' | 'high', number]>([
    ['low', 0.5],
    ['mid', 0.35],
    ['high', 0.55],
  ])('of weights meant %s around %d is that of the beta distribution', (confidence, weight) => {
    // Tokyo is better in carbon by .3, worse in price by .2 of the scale: first where carbon weighs more than .4.
    const [carbon, price] = ['carbon', 'price'].map((id) => atlas.indicator(id)!.anchors!)
    const at = ({ best, worst }: { best: number; worst: number }, worth: number): Interval => {
      const value = worst + worth * (best - worst)
      return [value, value, value]
    }
    const on = withValues({
      singapore: { carbon: at(carbon!, 0.8), price: at(price!, 0.4) },
      seoul: { carbon: at(carbon!, 0.5), price: at(price!, 0.6) },
    })
    const criteria = [
      { id: 'carbon', weight },
      { id: 'price', weight: 1 - weight },
    ]
    const { ranked } = decideOn({ hubs: ['singapore', 'seoul'], criteria, confidence, draws: DRAWS }, on)
    const concentration = atlas.decision.concentration[confidence]
    const [a, b] = [weight * concentration, (1 - weight) * concentration]
    const beta = (x: number) => (x <= 0 || x >= 1 ? 0 : Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log(1 - x)))
    const expected = integral(0.4, 1, beta) / integral(0, 1, beta)
    expect(Math.abs(ranked.find(({ hub }) => hub === 'singapore')!.p1 - expected)).toBeLessThan(NEAR)
  })

  test('is 1 for whoever is better in all in which two hubs differ: under one law both draw one value', () => {
    const criteria = [{ id: 'regulatory-flexibility' }, { id: 'carbon' }]
    const { ranked } = decideOn({ hubs: ['tokyo', 'osaka'], criteria })
    const [tokyo, osaka] = ['tokyo', 'osaka'].map((hub) => atlas.reading(hub, 'carbon')!)
    expect(osaka!.hi).toBeLessThan(tokyo!.lo)
    expect(ranked.map(({ hub, p1 }) => [hub, p1])).toEqual([
      ['osaka', 1],
      ['tokyo', 0],
    ])
  })

  test('of what cities inherit from their country is open: nobody knows which of them is the better one', () => {
    const { ranked } = decideOn({
      hubs: ['huizhou', 'jiangmen'],
      operator: { mainlandEntity: true },
      criteria: [{ id: 'carbon' }],
    })
    for (const { p1 } of ranked) expect(Math.abs(p1 - 0.5)).toBeLessThan(0.04)
  })
})

test('the chance to keep to a limit is that of the integral', () => {
  const interval: Interval = [505, 590, 682]
  for (const limit of [510, 550, 590, 640, 680]) {
    const [lo, mode, hi] = interval
    const chance = chanceOf({ rule: 'carbon', limit, keeps: 'below', lo, mode, hi, sources: [] })
    expect(chance).toBeCloseTo(below(interval, limit), 4)
    expect(chanceOf({ rule: 'power', limit, keeps: 'above', lo, mode, hi, sources: [] })).toBeCloseTo(1 - chance, 12)
  }
})

test('weights of an order are the middle of all weights that keep it', () => {
  for (const count of [2, 3, 5, 7]) {
    // Those weights are the mixtures of: all on the first, half on each of the first two, a third on each of three …
    const corners = Array.from({ length: count }, (_, k) =>
      Array.from({ length: count }, (_, index) => (index <= k ? 1 / (k + 1) : 0)),
    )
    for (let index = 0; index < count; index++) {
      const mean = corners.reduce((sum, corner) => sum + corner[index]!, 0) / count
      expect(rankOrderCentroid(index, count)).toBeCloseTo(mean, 12)
    }
  }
})

const NEEDS = [
  {
    hubs: ['hong-kong', 'tokyo', 'seoul', 'singapore', 'taipei'],
    markets: [{ market: 'mainland-china', weight: 1 }],
    criteria: [{ id: 'latency' }, { id: 'regulatory-flexibility' }, { id: 'compute' }, { id: 'carbon' }],
  },
  {
    hubs: ['tokyo', 'osaka', 'fukuoka', 'seoul'],
    markets: [{ market: 'north-america-west', weight: 1 }],
    criteria: [{ id: 'latency' }, { id: 'carbon' }, { id: 'power' }],
  },
]

test.each(NEEDS)('a weight changes the answer where a search says so, and nowhere nearer: %#', (needs) => {
  const { ranked, flips } = decideOn(needs)
  const weights = ranked[0]!.contributions.map(({ weight }) => weight)
  const leaderAt = (k: number, weight: number) => {
    const scores = ranked.map(({ hub, contributions }) => {
      const rest = contributions.reduce((sum, each, i) => (i === k ? sum : sum + each.weight * each.scale), 0)
      const score = weight * contributions[k]!.scale + ((1 - weight) * rest) / (1 - weights[k]!)
      return { hub, score }
    })
    return scores.reduce((best, each) => (each.score > best.score + 1e-12 ? each : best)).hub
  }
  for (const [k, { criterion, weight }] of ranked[0]!.contributions.entries()) {
    const steps = Array.from({ length: 9_999 }, (_, index) => (index + 1) / 10_000)
    const turning = steps.filter((at) => leaderAt(k, at) !== ranked[0]!.hub)
    const nearest = turning.sort((a, b) => Math.abs(a - weight) - Math.abs(b - weight))[0]
    const flip = flips.find((each) => each.criterion === criterion)
    expect(flip === undefined, criterion).toBe(nearest === undefined)
    if (!flip || nearest === undefined) continue
    expect(Math.abs(flip.flipsAt - nearest)).toBeLessThan(2e-4)
    expect(flip.to).toBe(leaderAt(k, nearest))
  }
})

describe('leaving one source out', () => {
  /** The data as they would be had the source never been read. */
  const withoutSource = (source: string): Atlas => ({
    ...atlas,
    reading: (hub, id, without = {}) => atlas.reading(hub, id, { ...without, source }),
    roundTrip: (hub, to, without = {}) => atlas.roundTrip(hub, to, { ...without, source }),
  })
  test.each<[string, unknown]>([
    [
      'training',
      { operator: { mainlandEntity: true }, trainingShare: 1, criteria: [{ id: 'power' }, { id: 'price' }] },
    ],
    ['a limit on carbon', { carbonCapGPerKWh: 360, criteria: [{ id: 'regulatory-flexibility' }, { id: 'ethics-ip' }] }],
    ['a limit on price', { maxUsdPerKWh: 0.1, criteria: [{ id: 'regulatory-flexibility' }, { id: 'ethics-ip' }] }],
    [
      'a limit on the round trip',
      { markets: [{ market: 'japan', weight: 1, maxRoundTripMs: 45 }], criteria: [{ id: 'regulatory-flexibility' }] },
    ],
  ])('gives what the guide says where it was never read: %s', (_what, needs) => {
    const { ranked, withoutSource: told } = decideOn(needs)
    expect(told.length).toBeGreaterThan(0)
    for (const { what, leader, changes } of told) {
      const again = decideOn(needs, withoutSource(what))
      const best = again.ranked.filter(({ score }) => score === again.ranked[0]!.score).map(({ hub }) => hub)
      expect(leader === undefined ? [] : best, what).toContain(leader)
      expect(changes, what).toBe(!best.includes(ranked[0]!.hub))
    }
    const named = new Set(told.map(({ what }) => what))
    for (const { id, isOwn } of atlas.references) {
      if (isOwn || named.has(id)) continue
      const again = decideOn(needs, withoutSource(id)).ranked
      expect(
        again.map(({ hub, score }) => [hub, score]),
        id,
      ).toEqual(ranked.map(({ hub, score }) => [hub, score]))
    }
  })
})

test('a worth is where a value stands between its anchors', () => {
  expect(worthOf(375, { best: 50, worst: 700, scale: 'linear' })).toBeCloseTo(0.5, 12)
  expect(worthOf(Math.sqrt(5 * 300), { best: 5, worst: 300, scale: 'log' })).toBeCloseTo(0.5, 12)
})
