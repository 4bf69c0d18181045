import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UI_LANGUAGES } from '../../lib/ui-languages.ts'
import type { Atlas, Reading } from '../atlas-types.ts'
import { shippedAtlas } from '../testing/shipped-atlas.ts'
import { decide } from './decide.ts'
import { NeedsError, readNeeds } from './needs.ts'
import { rankOrderCentroid } from './rank-weights.ts'
import type { Decision } from './types.ts'

const atlas = shippedAtlas()
const cities = atlas.hubs.filter(({ isRegion }) => !isRegion).map(({ id }) => id)
const plain = atlas.indicators.filter(({ isCriterion, id }) => isCriterion && id !== 'latency').map(({ id }) => id)
const markets = atlas.markets.map(({ id }) => id)
const open = { operator: { mainlandEntity: true }, draws: 120 }
const on = (needs: object, from: Atlas = atlas, language?: string): Decision =>
  decide(readNeeds({ ...open, ...needs }, from), from, { language })

/** Every number in an answer, at any depth. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}

const anyCity = fc.constantFrom(...cities)
const someCriteria = fc.shuffledSubarray(plain, { minLength: 1, maxLength: 6 })
/** Weights up to a million times each other. */
const extremeWeight = fc.oneof(
  fc.constantFrom(0.001, 0.01, 1, 999.999, 1_000),
  fc.double({ min: 0.001, max: 1_000, noNaN: true }),
)
const RUNS = { numRuns: 60 }

describe('one hub alone', () => {
  test('is never said to win clearly: it is the only one there is', () => {
    fc.assert(
      fc.property(anyCity, someCriteria, (hub, ids) => {
        const { verdict, ranked, unranked, flips, withoutCriterion, winRates, sentences } = on({
          hubs: [hub],
          criteria: ids.map((id) => ({ id })),
        })
        expect(ranked.length + unranked.length).toBe(1)
        expect([flips, winRates]).toEqual([[], {}])
        for (const { leader } of withoutCriterion) expect([hub, undefined]).toContain(leader)
        if (ranked.length === 0) {
          expect(verdict).toBe('none')
          return
        }
        expect(ranked[0]).toMatchObject({ p1: 1, p3: 1 })
        expect(sentences[0]!.text).toContain('is the only one that can be ranked')
        expect(sentences.map(({ text }) => text).join(' ')).not.toMatch(/clearly|Next:/)
      }),
      RUNS,
    )
  })

  test('is no clear answer while others lack the data to be ranked', () => {
    const { verdict, ranked, unranked } = on({ hubs: ['guiyang', 'hangzhou'], criteria: [{ id: 'price' }] })
    expect([verdict, ranked.length, unranked.length]).toEqual(['open', 1, 1])
  })
})

describe('where no limit is met', () => {
  test('nobody is recommended, and each hub’s best case is beyond its limit', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(cities, { minLength: 1, maxLength: 6 }),
        someCriteria,
        fc.constantFrom(...markets),
        (hubs, ids, market) => {
          const needs = {
            ...{ hubs, criteria: ids.map((id) => ({ id })), split: {} },
            ...{ markets: [{ market, weight: 1, maxRoundTripMs: 0.0001 }], carbonCapGPerKWh: 0.0001 },
          }
          const { verdict, ranked, unranked, excluded, pairs, flips, sentences } = on(needs)
          expect([verdict, ranked, unranked, pairs, flips]).toEqual(['none', [], [], [], []])
          expect(excluded.map(({ hub }) => hub).sort()).toEqual([...hubs].sort())
          for (const { exclusions } of excluded) {
            const trip = exclusions.find(({ rule }) => rule === 'round-trip')!
            expect(trip.best).toBeGreaterThan(trip.limit!)
          }
          expect(sentences[0]!.text).toContain('No recommendation')
        },
      ),
      RUNS,
    )
  })
})

/** The shipped data in which some hubs have the same reading of each criterion, without any that is shared. */
function withEquals(hubs: readonly string[], reading: Reading): Atlas {
  return {
    ...atlas,
    reading: (id, indicator, without) =>
      hubs.includes(id) && plain.includes(indicator)
        ? { ...reading, observation: { ...reading.observation, hub: id, indicator } }
        : atlas.reading(id, indicator, without),
  }
}

describe('equal values', () => {
  const reading = atlas.reading('tokyo', 'power')!

  test('make no winner, in any language, whatever the weights and the order of the hubs', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(cities, { minLength: 2, maxLength: 5 }),
        someCriteria.chain((ids) =>
          fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), weight: extremeWeight }))),
        ),
        fc.constantFrom(...UI_LANGUAGES),
        (hubs, criteria, language) => {
          const same = withEquals(hubs, reading)
          const { verdict, ranked, flips, sentences } = on({ hubs, criteria }, same, language)
          expect(verdict).toBe('open')
          expect(new Set(ranked.map(({ score }) => score)).size).toBe(1)
          expect(flips).toEqual([])
          for (const hub of hubs) expect(sentences[0]!.text).toContain(atlas.hub(hub)!.names[language]![0]!)
          expect(ranked.reduce((sum, { p1 }) => sum + p1, 0)).toBeCloseTo(1, 9)
        },
      ),
      RUNS,
    )
  })

  test('Osaka and Tokyo under one law are equal, and nothing tells them apart', () => {
    const { sentences, ranked } = on({ hubs: ['tokyo', 'osaka'], criteria: [{ id: 'regulatory-flexibility' }] })
    expect(ranked.map(({ p1 }) => p1)).toEqual([0.5, 0.5])
    expect(sentences[0]!.text).toBe('No winner; the same score: Tokyo, Osaka.')
    expect(sentences.map(({ text }) => text)).toContain('No change of a single weight tells them apart.')
  })

  test('that weigh each other up say truly which weight would decide', () => {
    // One is best on the first criterion as the other is on the second, with equal weights.
    const crossed: Atlas = {
      ...atlas,
      reading(id, indicator, without) {
        const own = atlas.reading(id, indicator, without)
        const value = (id === 'tokyo') === (indicator === 'power') ? 4 : 0
        return own && { ...own, lo: value, hi: value, observation: { ...own.observation, value } }
      },
    }
    const asked = (power: number) => ({
      hubs: ['tokyo', 'seoul'],
      criteria: [
        { id: 'power', weight: power },
        { id: 'ethics-ip', weight: 1 },
      ],
    })
    const { ranked, verdict, flips } = on(asked(1), crossed)
    expect([verdict, ranked[0]!.score, ranked[1]!.score]).toEqual(['open', 0.5, 0.5])
    expect(flips).toHaveLength(2)
    for (const { criterion, isAbove, flipsAt, weight, to } of flips) {
      expect(flipsAt).toBe(weight)
      const power = (criterion === 'power') === isAbove ? 1.01 : 0.99
      expect(on(asked(power), crossed).ranked[0]!.hub).toBe(to)
    }
  })
})

test('a flip is true: beyond its weight the other hub is ahead, before it is not', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(cities, { minLength: 2, maxLength: 4 }),
      fc.shuffledSubarray(plain, { minLength: 2, maxLength: 4 }),
      (hubs, ids) => {
        const { flips, ranked } = on({ hubs, criteria: ids.map((id) => ({ id })) })
        const worths = new Map(ranked.map(({ hub, contributions }) => [hub, contributions]))
        const scoreAt = (hub: string, criterion: string, at: number) =>
          worths.get(hub)!.reduce((sum, each) => {
            const share = each.criterion === criterion ? at : ((1 - at) * each.weight) / (1 - now(criterion))
            return sum + share * each.scale
          }, 0)
        const now = (criterion: string) => ranked[0]!.contributions.find((each) => each.criterion === criterion)!.weight
        for (const { criterion, flipsAt, isAbove, to } of flips) {
          const leader = ranked[0]!.hub
          const beyond = isAbove ? (flipsAt + 1) / 2 : flipsAt / 2
          expect(scoreAt(to, criterion, flipsAt)).toBeCloseTo(scoreAt(leader, criterion, flipsAt), 9)
          expect(scoreAt(to, criterion, beyond)).toBeGreaterThan(scoreAt(leader, criterion, beyond))
        }
      },
    ),
    RUNS,
  )
})

describe('missing values', () => {
  test('of all criteria rank nobody, and leave the whole range open', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(cities, { minLength: 1, maxLength: 4 }), someCriteria, (hubs, ids) => {
        const none: Atlas = { ...atlas, reading: () => undefined }
        const { verdict, ranked, unranked } = on({ hubs, criteria: ids.map((id) => ({ id })) }, none)
        expect([verdict, ranked]).toEqual(['none', []])
        expect(unranked.map(({ hub }) => hub)).toEqual(hubs)
        for (const { coverage, range, missing } of unranked) {
          expect([coverage, missing.length]).toEqual([0, ids.length])
          expect(range[0]).toBeCloseTo(0, 9)
          expect(range[1]).toBeCloseTo(1, 9)
        }
      }),
      RUNS,
    )
  })

  test('a limit on round trips that are only estimated cannot be checked once estimates are left out', () => {
    const needs = {
      hubs: ['guiyang', 'shenzhen'],
      criteria: [{ id: 'power' }],
      markets: [{ market: 'gba', weight: 1, maxRoundTripMs: 1 }],
    }
    expect(on(needs).excluded.map(({ hub }) => hub)).toEqual(['guiyang', 'shenzhen'])
    const { excluded, ranked } = on({ ...needs, without: ['estimated'] })
    expect(excluded).toEqual([])
    for (const { unchecked } of ranked) expect(unchecked).toEqual([{ rule: 'round-trip', market: 'gba', limit: 1 }])
  })
})

describe('weights', () => {
  test('of any size allowed give finite figures that add up', () => {
    fc.assert(
      fc.property(
        someCriteria.chain((ids) =>
          fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), weight: extremeWeight }))),
        ),
        fc.constantFrom('low', 'mid', 'high'),
        (criteria, confidence) => {
          const decision = on({ criteria, confidence, hubs: ['tokyo', 'singapore', 'hong-kong'] })
          for (const each of numbersIn(decision)) expect(Number.isFinite(each)).toBe(true)
          expect(decision.needs.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
          for (const { score, contributions } of decision.ranked)
            expect(contributions.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9)
          // Without a criterion the best of the rest is first, unless the rest is known of nobody.
          for (const { leader, what } of decision.withoutCriterion) {
            const rest = criteria.filter(({ id }) => id !== what)
            const { ranked } = on({ criteria: rest, hubs: ['tokyo', 'singapore', 'hong-kong'] })
            const score = ranked.find(({ hub }) => hub === leader)?.score
            expect(score ?? -1).toBeCloseTo(ranked[0]?.score ?? -1, 9)
          }
        },
      ),
      RUNS,
    )
  })

  test('that are nothing, negative, endless or no number are refused by name, never counted', () => {
    const wrong = fc.oneof(
      fc.constantFrom(0, -0, -1, 1_000.001, 1e308, Number.NaN, Number.POSITIVE_INFINITY, '1', null),
      fc.double({ max: 0 }),
      fc.double({ min: 1_001 }),
    )
    fc.assert(
      fc.property(someCriteria, wrong, (ids, weight) => {
        const asked = ids.map((id, index) => ({ id, weight: index === 0 ? weight : 1 }))
        let error: unknown
        try {
          readNeeds({ criteria: asked }, atlas)
        } catch (thrown) {
          error = thrown
        }
        expect(error).toBeInstanceOf(NeedsError)
        expect((error as NeedsError).problems.map(({ field }) => field)).toEqual([`criteria.${ids[0]}.weight`])
      }),
    )
  })

  test('that vanish beside others are refused, however small or great both are', () => {
    const asked = (a: number, b: number) => [
      { id: 'power', weight: a },
      { id: 'price', weight: b },
    ]
    for (const [a, b] of [
      [1_000, 5e-324],
      [1, 1e-7],
      [1e-300, 1e-307],
    ] as const) {
      expect(() => readNeeds({ criteria: asked(a, b) }, atlas)).toThrow(
        'criteria.price.weight: must be at least a millionth of the greatest weight',
      )
      expect(() => readNeeds({ criteria: asked(b, a) }, atlas)).toThrow('criteria.power.weight: ')
    }
    for (const [a, b] of [
      [5e-324, 5e-324],
      [1_000, 0.001],
      [1e-300, 1e-306],
    ] as const) {
      const { criteria } = readNeeds({ criteria: asked(a, b) }, atlas)
      // Scaled, as the address of the answer has them, they are as good.
      expect(readNeeds({ criteria }, atlas).criteria[1]!.weight).toBeCloseTo(criteria[1]!.weight, 15)
    }
  })

  test('of an order sum to 1, and equal places weigh the same, as the mean of those they take', () => {
    fc.assert(
      fc.property(
        fc
          .shuffledSubarray(plain, { minLength: 1 })
          .chain((ids) =>
            fc.tuple(
              fc.constant(ids),
              fc.array(fc.integer({ min: 1, max: 4 }), { minLength: ids.length, maxLength: ids.length }),
            ),
          ),
        ([ids, places]) => {
          const { criteria } = readNeeds({ criteria: ids.map((id, index) => ({ id, place: places[index]! })) }, atlas)
          const sorted = ids.map((id, index) => ({ id, place: places[index]! })).sort((a, b) => a.place - b.place)
          expect(criteria.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
          expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
          for (const place of new Set(places)) {
            const at = sorted.flatMap((each, index) => (each.place === place ? [index] : []))
            const mean = at.reduce((sum, index) => sum + rankOrderCentroid(index, ids.length), 0) / at.length
            for (const index of at) expect(criteria[index]!.weight).toBeCloseTo(mean, 12)
          }
        },
      ),
    )
  })

  test('a place goes with places, never with weights', () => {
    const problemsOf = (criteria: readonly object[]) => {
      try {
        readNeeds({ criteria }, atlas)
        return []
      } catch (error) {
        return (error as NeedsError).problems.map(({ rule }) => rule)
      }
    }
    expect(problemsOf([{ id: 'power', place: 1 }, { id: 'price' }])).toEqual(['somePlaces'])
    expect(
      problemsOf([
        { id: 'power', place: 1, weight: 2 },
        { id: 'price', place: 2, weight: 1 },
      ]),
    ).toEqual(['someWeights'])
  })
})
