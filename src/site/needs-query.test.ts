import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEFT_OUT, readNeeds } from '../hub/decide/needs.ts'
import { shippedAtlas } from '../hub/testing/shipped-atlas.ts'
import { needsOfQuery, needsPath } from './needs-query.ts'

const atlas = shippedAtlas()
const criteria = atlas.indicators.filter(({ isCriterion }) => isCriterion).map(({ id }) => id)
const weight = fc.double({ min: 0.001, max: 1_000, noNaN: true })
const perhaps = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined })
const anyNeeds = fc.record({
  hubs: perhaps(
    fc.subarray(
      atlas.hubs.map(({ id }) => id),
      { minLength: 1 },
    ),
  ),
  markets: fc
    .subarray(
      atlas.markets.map(({ id }) => id),
      { minLength: 1 },
    )
    .chain((ids) =>
      fc.tuple(
        ...ids.map((market) =>
          fc.record({ market: fc.constant(market), weight, maxRoundTripMs: perhaps(fc.integer({ min: 1, max: 900 })) }),
        ),
      ),
    ),
  residency: perhaps(fc.subarray(['HK', 'CN', 'JP', 'SG', 'gba'], { minLength: 1 })),
  operator: fc.record({ mainlandEntity: fc.boolean(), parentCountry: fc.constantFrom('US', 'CN') }),
  trainingShare: fc.double({ min: 0, max: 1, noNaN: true }),
  powerMW: perhaps(fc.integer({ min: 0, max: 5_000 })),
  accelerators: fc.constantFrom('any', 'unrestricted-us'),
  carbonCapGPerKWh: perhaps(fc.integer({ min: 1, max: 900 })),
  maxUsdPerKWh: perhaps(fc.double({ min: 0.01, max: 1, noNaN: true })),
  criteria: fc
    .tuple(fc.subarray(criteria, { minLength: 1 }), fc.boolean())
    .chain(([ids, isWeighted]) =>
      fc.tuple(...ids.map((id) => (isWeighted ? fc.record({ id: fc.constant(id), weight }) : fc.constant({ id })))),
    ),
  split: perhaps(fc.record({ maxLinkMs: perhaps(fc.integer({ min: 1, max: 99 })) })),
  without: fc.subarray([...LEFT_OUT]),
  confidence: fc.constantFrom('low', 'mid', 'high'),
  draws: fc.integer({ min: 1, max: 20_000 }),
  seed: fc.integer({ min: 0, max: 4_294_967_295 }),
})

test('an address asks for what NEEDS.json asks for, whatever that is', () => {
  fc.assert(
    fc.property(anyNeeds, (asked) => {
      const needs = readNeeds(JSON.parse(JSON.stringify(asked)), atlas)
      const query = new URLSearchParams(needsPath('/hub/decide', needs).split('?')[1])
      const again = readNeeds(
        needsOfQuery((name) => query.get(name) ?? undefined, atlas),
        atlas,
      )
      const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
        [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
      // By weight, the criteria come in the order of the form; their weights say it all.
      expect({ ...again, criteria: byId(again.criteria).map(({ id }) => id) }).toEqual({
        ...needs,
        criteria: byId(needs.criteria).map(({ id }) => id),
      })
      for (const { id, weight } of needs.criteria)
        expect(again.criteria.find((each) => each.id === id)!.weight).toBeCloseTo(weight, 12)
    }),
    { numRuns: 60 },
  )
})

test('places that criteria share stay shared in the address', () => {
  const asked = {
    criteria: [
      { id: 'power', place: 2 },
      { id: 'carbon', place: 1 },
      { id: 'price', place: 2 },
    ],
  }
  const needs = readNeeds(asked, atlas)
  const path = needsPath('/hub/decide', needs)
  expect(path).toBe('/hub/decide?c.carbon=1&c.power=2&c.price=2')
  const query = new URLSearchParams(path.split('?')[1])
  expect(
    readNeeds(
      needsOfQuery((name) => query.get(name) ?? undefined, atlas),
      atlas,
    ).criteria.map(({ weight }) => weight),
  ).toEqual([11 / 18, 7 / 36, 7 / 36].map((weight) => expect.closeTo(weight, 12)))
})
