import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Atlas } from '../atlas-types.ts'
import { decide } from './decide.ts'
import { readNeeds } from './needs.ts'
import { atlas, cities, criteria, markets, plain, weight } from './testing/shipped-needs.ts'

/** What must not change an answer, and what must: orders, scales, and a city that is best at everything. */

const someWeighted = (ids: readonly string[]) =>
  fc
    .shuffledSubarray([...ids], { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map((id) => fc.record({ id: fc.constant(id), weight }))))
const someMarkets = fc
  .shuffledSubarray(markets, { minLength: 1, maxLength: 4 })
  .chain((chosen) => fc.tuple(...chosen.map((market) => fc.record({ market: fc.constant(market), weight }))))

const someNeeds = fc.record({
  markets: someMarkets,
  criteria: someWeighted(criteria),
  hubs: fc.shuffledSubarray(cities, { minLength: 2 }),
  operator: fc.record({ mainlandEntity: fc.boolean(), parentCountry: fc.constantFrom('US', 'CN', 'JP') }),
  seed: fc.nat(1_000_000),
  draws: fc.constant(100),
})

const decideOn = (needs: unknown, on: Atlas = atlas) => decide(readNeeds(needs, on), on)

/** What an answer says of each hub, whatever its place in a list; sums in another order differ in the last digits. */
function saidOf(answer: ReturnType<typeof decideOn>, near: (value: number) => unknown = (value) => value) {
  const { ranked, unranked, excluded } = answer
  const said: [string, unknown][] = [
    ...ranked.map(({ hub, score }): [string, unknown] => [hub, near(score)]),
    ...unranked.map(({ hub, range }): [string, unknown] => [hub, range.map(near)]),
    ...excluded.map(({ hub, reason }): [string, unknown] => [hub, reason]),
  ]
  return Object.fromEntries(said)
}

/** The same, for an answer to be compared with: to nine digits. */
const nearly = (answer: ReturnType<typeof decideOn>) => saidOf(answer, (value) => expect.closeTo(value, 9))

const turned = <T>(list: readonly T[]) => [...list].reverse()
const RUNS = { numRuns: 40 }

test('the order of hubs, of markets and of weighted criteria changes nothing', () => {
  fc.assert(
    fc.property(someNeeds, (needs) => {
      const { hubs, markets, criteria } = needs
      const before = decideOn(needs)
      const after = decideOn({ ...needs, hubs: turned(hubs), markets: turned(markets), criteria: turned(criteria) })
      expect(saidOf(after)).toEqual(nearly(before))
      expect(Object.keys(saidOf(before)).sort()).toEqual([...hubs].sort())
    }),
    RUNS,
  )
})

test('the order of hubs changes no chance either', () => {
  fc.assert(
    fc.property(someNeeds, (needs) => {
      const chances = ({ ranked }: ReturnType<typeof decideOn>) =>
        Object.fromEntries(ranked.map(({ hub, p1, p3, band }) => [hub, [p1, p3, band]]))
      expect(chances(decideOn({ ...needs, hubs: turned(needs.hubs) }))).toEqual(chances(decideOn(needs)))
    }),
    RUNS,
  )
})

test('what a hub without some figures could reach is no less than nothing and no more than all', () => {
  fc.assert(
    fc.property(someNeeds, (needs) => {
      for (const { range } of decideOn(needs).unranked) {
        expect(range[0]).toBeGreaterThanOrEqual(0)
        expect(range[1]).toBeLessThanOrEqual(1)
        expect(range[0]).toBeLessThanOrEqual(range[1])
      }
    }),
    { numRuns: 100 },
  )
})

test('weights in another scale are the same weights', () => {
  fc.assert(
    fc.property(someNeeds, fc.double({ min: 0.001, max: 100, noNaN: true }), (needs, factor) => {
      const scaled = <T extends { readonly weight: number }>(list: readonly T[]) =>
        list.map((each) => ({ ...each, weight: each.weight * factor }))
      const before = decideOn(needs)
      expect(saidOf(decideOn({ ...needs, criteria: scaled(needs.criteria) }))).toEqual(nearly(before))
      expect(saidOf(decideOn({ ...needs, markets: scaled(needs.markets) }))).toEqual(nearly(before))
    }),
    RUNS,
  )
})

test('a city that is best at everything that is asked wins always', () => {
  fc.assert(
    fc.property(someNeeds, someWeighted(plain), fc.nat(), (needs, asked, at) => {
      const asking = { ...needs, criteria: asked }
      const { ranked } = decideOn(asking)
      fc.pre(ranked.length > 1)
      const hub = ranked[at % ranked.length]!.hub
      // Better than the best that there is, and sure of it; the others are held short of that best by a hundredth.
      const on: Atlas = {
        ...atlas,
        reading(id, indicator, without) {
          const reading = atlas.reading(id, indicator, without)
          const anchors = atlas.indicator(indicator)?.anchors
          if (!reading || !anchors) return reading
          const { best, worst } = anchors
          const short = best + (worst - best) / 100
          const held = (value: number) => (best > worst ? Math.min(value, short) : Math.max(value, short))
          const made = (value: number) => (id === hub ? best : held(value))
          const { observation } = reading
          const value = made(observation.value)
          return { ...reading, lo: made(reading.lo), hi: made(reading.hi), observation: { ...observation, value } }
        },
      }
      const first = decideOn(asking, on).ranked[0]
      const has = asked.every(({ id }) => atlas.reading(hub, id))
      if (has) expect([first?.hub, first?.p1]).toEqual([hub, 1])
    }),
    RUNS,
  )
})
