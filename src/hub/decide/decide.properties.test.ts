import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Atlas, Reading } from '../atlas-types.ts'
import { decide } from './decide.ts'
import { LEFT_OUT, readNeeds } from './needs.ts'
import { atlas, cities, criteria, markets, plain, weight } from './testing/shipped-needs.ts'

const perhaps = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined, freq: 2 })
const anyMarkets = fc
  .subarray(markets, { minLength: 1, maxLength: 4 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((market) =>
        fc.record({ market: fc.constant(market), weight, maxRoundTripMs: perhaps(fc.integer({ min: 20, max: 300 })) }),
      ),
    ),
  )
const anyCriteria = fc
  .tuple(fc.shuffledSubarray(criteria, { minLength: 1 }), fc.boolean())
  .chain(([ids, isWeighted]) =>
    fc.tuple(...ids.map((id) => (isWeighted ? fc.record({ id: fc.constant(id), weight }) : fc.constant({ id })))),
  )

/** Any needs at all, with few draws. */
const anyNeeds = fc
  .record({
    markets: anyMarkets,
    residency: perhaps(fc.constantFrom('JP', 'mainland-china', 'gba')),
    operator: fc.record({ mainlandEntity: fc.boolean(), parentCountry: fc.constantFrom('US', 'CN', 'JP') }),
    trainingShare: fc.constantFrom(0, 0.4, 1),
    powerMW: perhaps(fc.integer({ min: 0, max: 600 })),
    accelerators: fc.constantFrom('any', 'unrestricted-us'),
    carbonCapGPerKWh: perhaps(fc.integer({ min: 200, max: 700 })),
    maxUsdPerKWh: perhaps(fc.double({ min: 0.05, max: 0.2, noNaN: true })),
    criteria: anyCriteria,
    split: perhaps(fc.record({ maxLinkMs: perhaps(fc.integer({ min: 2, max: 80 })) })),
    without: fc.subarray([...LEFT_OUT], { maxLength: 2 }),
    confidence: fc.constantFrom('low', 'mid', 'high'),
    seed: fc.nat(1_000_000),
  })
  .map((needs) => ({ ...(JSON.parse(JSON.stringify(needs)) as typeof needs), draws: 120 }))
type AnyNeeds = typeof anyNeeds extends fc.Arbitrary<infer T> ? T : never

const decideOn = (needs: Partial<AnyNeeds> & { readonly hubs?: readonly string[] }, on: Atlas = atlas) =>
  decide(readNeeds(needs, on), on)

/** The shipped data with one reading made another. */
function withReading(hub: string, indicator: string, change: (reading: Reading) => Reading | undefined): Atlas {
  return {
    ...atlas,
    reading(id, of, without) {
      const reading = atlas.reading(id, of, without)
      return reading && id === hub && of === indicator ? change(reading) : reading
    },
  }
}

const RUNS = { numRuns: 40 }

test('nobody is lost or counted twice; chances and contributions add up', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      const { ranked, unranked, excluded, pairs } = decideOn(needs)
      const all = [...ranked, ...unranked, ...excluded].map(({ hub }) => hub)
      expect([...all].sort()).toEqual([...cities].sort())
      if (ranked.length > 0) expect(ranked.reduce((sum, { p1 }) => sum + p1, 0)).toBeCloseTo(1, 9)
      if (ranked.length > 2) expect(ranked.reduce((sum, { p3 }) => sum + p3, 0)).toBeCloseTo(3, 9)
      for (const { score, band, p1, p3, contributions } of ranked) {
        expect(contributions.reduce((sum, each) => sum + each.contribution, 0)).toBeCloseTo(score, 9)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-9)
        expect(band[0]).toBeLessThanOrEqual(band[1])
        expect(p1).toBeLessThanOrEqual(p3 + 1e-9)
      }
      for (const { coverage, range, missing } of unranked) {
        expect(coverage).toBeLessThan(atlas.decision.leastCoverage)
        expect(range[1] - range[0]).toBeCloseTo(1 - coverage, 9)
        expect(missing.length).toBeGreaterThan(0)
      }
      for (const { reason } of excluded) expect(reason).not.toBe('')
      for (let i = 1; i < ranked.length; i++) expect(ranked[i]!.score).toBeLessThanOrEqual(ranked[i - 1]!.score)
      for (const { score, parts } of pairs ?? []) {
        const { weights } = atlas.decision.split
        const sum = (['train', 'serve', 'link', 'dataFlow'] as const).reduce((s, k) => s + weights[k] * parts[k], 0)
        expect(score).toBeCloseTo(sum, 9)
      }
    }),
    RUNS,
  )
})

test('leaving any hubs out changes no score, band or contribution of another', () => {
  fc.assert(
    fc.property(anyNeeds, fc.shuffledSubarray(cities, { minLength: 1 }), (needs, hubs) => {
      const all = new Map(decideOn(needs).ranked.map((each) => [each.hub, each]))
      for (const { hub, score, band, contributions, chances } of decideOn({ ...needs, hubs }).ranked) {
        const before = all.get(hub)!
        expect([score, band, contributions, chances]).toEqual([
          before.score,
          before.band,
          before.contributions,
          before.chances,
        ])
      }
    }),
    RUNS,
  )
})

test('a better value of any criterion never lowers its hub’s score, nor moves another’s', () => {
  fc.assert(
    fc.property(
      anyNeeds,
      fc.constantFrom(...cities),
      fc.constantFrom(...plain),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (needs, hub, indicator, share) => {
        const { best } = atlas.indicator(indicator)!.anchors!
        const nearer = (value: number) => value + share * (best - value)
        const better = withReading(hub, indicator, (reading) => ({
          ...reading,
          lo: nearer(reading.lo),
          hi: nearer(reading.hi),
          observation: { ...reading.observation, value: nearer(reading.observation.value) },
        }))
        const before = decideOn(needs).ranked
        const after = new Map(decideOn(needs, better).ranked.map((each) => [each.hub, each.score]))
        for (const each of before) {
          const score = after.get(each.hub)!
          if (each.hub === hub) expect(score).toBeGreaterThanOrEqual(each.score - 1e-12)
          else expect(score).toBe(each.score)
        }
      },
    ),
    RUNS,
  )
})

test('a datum taken away hides nobody: its hub is ranked with less, or listed with what is missing', () => {
  fc.assert(
    fc.property(anyNeeds, fc.constantFrom(...cities), fc.constantFrom(...plain), (needs, hub, indicator) => {
      const { ranked, unranked, excluded } = decideOn(
        needs,
        withReading(hub, indicator, () => undefined),
      )
      const found =
        ranked.find((each) => each.hub === hub) ??
        unranked.find((each) => each.hub === hub) ??
        excluded.find((each) => each.hub === hub)
      expect(found).toBeDefined()
      const isAsked = needs.criteria!.some(({ id }) => id === indicator)
      if (isAsked && found && 'missing' in found) expect(found.missing).toContain(indicator)
      if (isAsked && found && 'contributions' in found)
        expect(found.contributions.find(({ criterion }) => criterion === indicator)).toMatchObject({
          method: 'missing',
          scale: 0.5,
        })
    }),
    RUNS,
  )
})

test('a market at the hub itself is worth the most there is, for every hub', () => {
  for (const id of cities) {
    const hub = atlas.hub(id)!
    const point = { id, names: hub.names, lat: hub.lat, lng: hub.lng, weight: 1, via: [] }
    const home = { id: 'home', names: hub.names, nicknames: {}, points: [point], jurisdictions: [] }
    const on: Atlas = { ...atlas, market: (market) => (market === 'home' ? home : atlas.market(market)) }
    for (const maxRoundTripMs of [undefined, 10]) {
      const asked = { hubs: cities, operator: { mainlandEntity: true }, criteria: [{ id: 'latency' }], draws: 20 }
      const { ranked } = decide(
        readNeeds({ ...asked, markets: [{ market: 'home', weight: 1, maxRoundTripMs }] }, on),
        on,
      )
      const own = ranked.find((each) => each.hub === id)!
      expect([id, own.score]).toEqual([id, 1])
      for (const { score } of ranked) expect(score).toBeLessThanOrEqual(1)
    }
  }
})

test('the same needs and seed give the same bytes', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      expect(JSON.stringify(decideOn(needs))).toBe(JSON.stringify(decideOn(needs)))
    }),
    { numRuns: 15 },
  )
})
