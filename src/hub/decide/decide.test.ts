import { describe, expect, test } from 'vitest'
import { UI_LANGUAGES } from '../../lib/ui-languages.ts'
import type { Atlas } from '../atlas-types.ts'
import { shippedAtlas } from '../testing/shipped-atlas.ts'
import { decide } from './decide.ts'
import { NeedsError, readNeeds } from './needs.ts'
import { rankOrderCentroid, rankReciprocal } from './rank-weights.ts'

const atlas = shippedAtlas()
const decideOn = (needs: unknown, on: Atlas = atlas) => decide(readNeeds(needs, on), on)
const order = (...ids: string[]) => ids.map((id) => ({ id }))

/** Cases of the method, by the names they have there. */
const PAIR = ['hong-kong', 'tokyo']
const MAINLAND = [{ market: 'mainland-china', weight: 1 }]
const A1 = { hubs: PAIR, markets: MAINLAND, criteria: order('latency', 'regulatory-flexibility', 'compute') }
const B1 = {
  hubs: PAIR,
  markets: [{ market: 'north-america-west', weight: 1 }],
  criteria: [
    { id: 'latency', weight: 0.4 },
    { id: 'ethics-ip', weight: 0.3 },
    { id: 'carbon', weight: 0.3 },
  ],
}
const C1 = {
  operator: { mainlandEntity: true },
  trainingShare: 1,
  criteria: [
    { id: 'power', weight: 0.45 },
    { id: 'price', weight: 0.35 },
    { id: 'carbon', weight: 0.2 },
  ],
}
const C2 = { ...C1, trainingShare: 0.7, markets: [{ market: 'gba', weight: 1 }], split: { maxLinkMs: 10 } }

test('what speaks against a hub is told by what it costs', () => {
  const { sentences } = decideOn({
    hubs: ['hong-kong'],
    markets: [{ market: 'north-america-west', weight: 1 }],
    // Worth .17, .25, .10 and .17, so that they cost .21, .23, .24 and .15.
    criteria: [
      { id: 'latency', weight: 0.25 },
      { id: 'power', weight: 0.3 },
      { id: 'price', weight: 0.27 },
      { id: 'carbon', weight: 0.18 },
    ],
  })
  const { text } = sentences.find((each) => each.text.startsWith('Against: '))!
  const told = ['Electricity price', 'Power headroom', 'Round trip', 'Grid carbon']
  const places = told.map((name) => text.indexOf(name))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBe('Against: '.length)
})

describe('A1: mainland reach, flexibility, compute', () => {
  const { ranked, flips } = decideOn(A1)
  test('Hong Kong before Tokyo, 0.67 to 0.58, in 96 % of the draws', () => {
    expect(ranked.map(({ hub }) => hub)).toEqual(PAIR)
    expect(ranked[0]!.score).toBeCloseTo(0.665, 2)
    expect(ranked[1]!.score).toBeCloseTo(0.582, 2)
    expect(ranked[0]!.p1).toBeCloseTo(0.96, 1)
  })
  test('flips where compute or latency weighs 0.24', () => {
    expect(flips.map(({ criterion, flipsAt, to }) => [criterion, Number(flipsAt.toFixed(2)), to])).toEqual([
      ['compute', 0.24, 'tokyo'],
      ['latency', 0.24, 'tokyo'],
    ])
  })
  test('is Tokyo with equal weights, in 89 %', () => {
    const equal = decideOn({ ...A1, criteria: A1.criteria.map((each) => ({ ...each, weight: 1 })) })
    expect(equal.ranked[0]!.hub).toBe('tokyo')
    expect(equal.ranked[0]!.p1).toBeCloseTo(0.89, 1)
    expect(equal.verdict).toBe('likely')
  })
  test('is Hong Kong for certain without compute', () => {
    const [first] = decideOn({ ...A1, criteria: order('latency', 'regulatory-flexibility') }).ranked
    expect([first!.hub, first!.p1]).toEqual(['hong-kong', 1])
  })
  test('A2, all hubs and no mainland entity: Hong Kong likely, nine mainland hubs excluded, the text says why', () => {
    const { ranked, excluded, verdict, sentences } = decideOn({ ...A1, hubs: undefined })
    expect([ranked[0]!.hub, verdict]).toEqual(['hong-kong', 'likely'])
    expect(excluded).toHaveLength(9)
    const text = sentences.map((each) => each.text).join(' ')
    expect(text).toContain('Hong Kong, likely: first in 87% of 4,000 runs.')
    expect(text).toContain('Round trip to a market 23 ms (estimated, 18 to 35)')
    expect(text).toContain('Tokyo overtakes Hong Kong if Compute in service weighs more than 24% (now 11%).')
    expect(text).toContain('estimated 9, coded 17, no data 1')
  })
})

test('B1: North America, ethics and IP, carbon: Tokyo in every draw', () => {
  const { ranked, verdict } = decideOn(B1)
  expect([ranked[0]!.hub, verdict]).toEqual(['tokyo', 'clear'])
  expect(ranked[0]!.p1).toBeGreaterThan(0.995)
  expect(ranked[0]!.contributions[0]).toMatchObject({ method: 'measured', observation: { source: 'azure-network' } })
})

test('C1: training: Guizhou 0.96, Shaoguan 0.04, then Huizhou and Jiangmen alike; Hong Kong excluded for power', () => {
  const { ranked, excluded, unranked, withoutSource } = decideOn(C1)
  expect(ranked.slice(0, 2).map(({ hub }) => hub)).toEqual(['guiyang', 'shaoguan'])
  expect(ranked[0]!.p1).toBeCloseTo(0.96, 1)
  expect(ranked[1]!.p1).toBeCloseTo(0.04, 1)
  expect(ranked[2]!.score).toBeCloseTo(ranked[3]!.score, 9)
  expect(excluded.find(({ hub }) => hub === 'hong-kong')!.exclusions).toEqual([
    { rule: 'power', market: undefined, limit: 2, best: 1.5 },
  ])
  expect(unranked.find(({ hub }) => hub === 'osaka')!.missing).toEqual(['price'])
  expect(withoutSource.find(({ what }) => what === 'chosun-2026-04-11')).toMatchObject({
    leader: 'shaoguan',
    changes: true,
  })
})

describe('C2: train in one place, serve from another', () => {
  const scores = ({ pairs }: ReturnType<typeof decide>) =>
    new Map(pairs!.map(({ train, serve, score }) => [`${train} ${serve}`, Number(score.toFixed(3))]))
  test('Huizhou or Jiangmen with Hong Kong 0.789, Shaoguan 0.750, Shenzhen 0.727', () => {
    const found = decideOn(C2)
    expect(['huizhou', 'jiangmen']).toContain(found.pairs![0]!.train)
    expect(found.pairs![0]!.serve).toBe('hong-kong')
    expect(scores(found).get('huizhou hong-kong')).toBe(0.789)
    expect(scores(found).get('jiangmen hong-kong')).toBe(0.789)
    expect(scores(found).get('shaoguan hong-kong')).toBe(0.75)
    expect(scores(found).get('shenzhen hong-kong')).toBe(0.727)
  })
  test('Shaoguan with Hong Kong without claimed and assumed values', () => {
    const found = decideOn({ ...C2, without: ['claimed', 'assumed'] })
    expect(found.pairs![0]).toMatchObject({ train: 'shaoguan', serve: 'hong-kong' })
    expect(scores(found).get('shaoguan hong-kong')).toBe(0.75)
    expect(scores(found).has('huizhou hong-kong')).toBe(false)
  })
  test('without a mainland entity no place there serves: next is Johor with Singapore, 0.652', () => {
    const { pairs } = decideOn({ ...C2, operator: { mainlandEntity: false }, without: ['claimed', 'assumed'] })
    expect(pairs!.slice(0, 2)).toMatchObject([
      { train: 'shaoguan', serve: 'hong-kong' },
      { train: 'johor', serve: 'singapore' },
    ])
    expect(pairs![1]!.score).toBeCloseTo(0.653, 2)
  })
  test('the order of the pairs does not rest on the rule that weighs the serving side', () => {
    for (const weights of [
      [1, 1, 1],
      [0.611, 0.278, 0.111],
      [3, 2, 1],
      [0.2, 0.6, 0.2],
    ]) {
      const { serve } = atlas.decision.split
      const criteria = serve.criteria.map(({ id }, index) => ({ id, weight: weights[index]! }))
      const sum = weights.reduce((total, each) => total + each, 0)
      const scaled = criteria.map(({ id, weight }) => ({ id, weight: weight / sum }))
      const split = { ...atlas.decision.split, serve: { ...serve, criteria: scaled } }
      const { pairs } = decideOn(C2, { ...atlas, decision: { ...atlas.decision, split } })
      const withHongKong = pairs!.filter(({ serve: to }) => to === 'hong-kong').map(({ train }) => train)
      expect(withHongKong.slice(2)).toEqual(['shaoguan', 'shenzhen'])
      expect(pairs![0]!.serve).toBe('hong-kong')
    }
  })
  test('keeps to the bound on the link', () => {
    for (const { train, serve } of decideOn(C2).pairs!) {
      expect(atlas.roundTrip(atlas.hub(train)!, atlas.hub(serve)!).lo).toBeLessThanOrEqual(10)
    }
  })
})

test('D1: compute alone: Tokyo, so the pointer to Hong Kong fails', () => {
  expect(decideOn({ hubs: PAIR, criteria: order('compute') }).ranked[0]!.hub).toBe('tokyo')
})

test('E1: unrestricted US chips, ASEAN within 40 ms: Johor; Hong Kong and the mainland are excluded by licence', () => {
  const { ranked, excluded } = decideOn({
    markets: [{ market: 'asean', weight: 1, maxRoundTripMs: 40 }],
    operator: { mainlandEntity: true },
    accelerators: 'unrestricted-us',
    criteria: order('latency', 'power', 'price'),
  })
  expect(ranked[0]!.hub).toBe('johor')
  const byLicence = excluded.filter(({ exclusions }) => exclusions.some(({ rule }) => rule === 'chip-licence'))
  expect(byLicence.map(({ hub }) => hub)).toEqual(
    atlas.hubs.filter((hub) => ['HK', 'CN', 'MO'].includes(hub.jurisdiction ?? '')).map(({ id }) => id),
  )
})

test('of equal scores the one that is first more often is first, and nothing is said to change', () => {
  const { ranked, withoutSource, withoutClaims } = decideOn({
    markets: [{ market: 'asean', weight: 1, maxRoundTripMs: 40 }],
    accelerators: 'unrestricted-us',
    criteria: order('latency'),
  })
  expect(ranked.slice(0, 3).map(({ score }) => score)).toEqual([1, 1, 1])
  expect(ranked[0]!.p1).toBeGreaterThan(ranked[2]!.p1)
  for (const [index, { p1 }] of ranked.slice(1, 3).entries()) expect(p1).toBeLessThanOrEqual(ranked[index]!.p1)
  expect([...withoutSource, withoutClaims].filter(({ changes }) => changes)).toEqual([])
})

test('a parent company in a country whose duty we do not know is said to be one', () => {
  const asked = { hubs: PAIR, accelerators: 'unrestricted-us', criteria: order('carbon') }
  const texts = (parentCountry: string) =>
    decideOn({ ...asked, operator: { parentCountry } }).sentences.map(({ text }) => text)
  const unknown = 'Whether a parent company in BR needs a licence for advanced US chips is not in our data.'
  expect(texts('BR')).toContain(unknown)
  expect(texts('US').join()).not.toContain('not in our data')
})

test('a parent company under licence duty carries it everywhere', () => {
  const { ranked, excluded } = decideOn({
    operator: { mainlandEntity: true, parentCountry: 'CN' },
    accelerators: 'unrestricted-us',
    criteria: order('carbon'),
  })
  expect([ranked, excluded.length]).toEqual([[], 23])
})

test('G1: 50 ms to the US west: nobody, with the best that each can do', () => {
  const { ranked, excluded, verdict } = decideOn({
    markets: [{ market: 'north-america-west', weight: 1, maxRoundTripMs: 50 }],
    operator: { mainlandEntity: true },
    criteria: order('latency', 'carbon'),
  })
  expect([ranked, verdict, excluded.length]).toEqual([[], 'none', 23])
  expect(excluded.find(({ hub }) => hub === 'tokyo')!.reason).toBe(
    'at best 100 ms to North America, west, more than 50 ms',
  )
  for (const { exclusions } of excluded) expect(exclusions[0]!.best).toBeGreaterThan(50)
})

test('I1: dropping a hub changes no score, band or contribution of another', () => {
  const all = decideOn({ ...A1, hubs: undefined })
  const some = decideOn({
    ...A1,
    hubs: atlas.hubs.filter(({ id, isRegion }) => id !== 'singapore' && !isRegion).map(({ id }) => id),
  })
  for (const each of some.ranked) {
    const before = all.ranked.find(({ hub }) => hub === each.hub)!
    expect([each.score, each.band, each.contributions]).toEqual([before.score, before.band, before.contributions])
  }
})

test('V2: a market that is the hub itself has the best latency there is, not NaN', () => {
  const { ranked } = decideOn({
    markets: [{ market: 'taiwan', weight: 1 }],
    criteria: order('latency'),
    operator: { mainlandEntity: true },
  })
  expect(ranked[0]).toMatchObject({ hub: 'taipei', score: 1 })
})

test('V3: a hub without carbon datum is still listed, with what is missing', () => {
  const without: Atlas = {
    ...atlas,
    reading: (hub, id, left) => (hub === 'tokyo' && id === 'carbon' ? undefined : atlas.reading(hub, id, left)),
  }
  const found = decideOn({ ...B1, criteria: order('carbon', 'latency') }, without)
  expect(found.unranked).toMatchObject([{ hub: 'tokyo', coverage: 0.25, missing: ['carbon'] }])
  const [lo, hi] = found.unranked[0]!.range
  expect(hi - lo).toBeCloseTo(0.75, 9)
})

test('a region is no place to choose, and is named with its reason', () => {
  expect(decideOn({ hubs: ['gba', 'tokyo'], criteria: order('carbon') }).excluded).toMatchObject([
    { hub: 'gba', reason: 'a region: choose among its members' },
  ])
})

test('a limit inside an interval keeps the hub and shows its chance', () => {
  const { ranked } = decideOn({ hubs: PAIR, carbonCapGPerKWh: 550, criteria: order('carbon') })
  const hongKong = ranked.find(({ hub }) => hub === 'hong-kong')!
  expect(hongKong.chances[0]!.probability).toBeCloseTo(0.135, 2)
})

test('a limit that nobody can check excludes no hub, and is said to be one', () => {
  const { ranked, sentences } = decideOn({ hubs: PAIR, maxUsdPerKWh: 0.2, criteria: order('compute') })
  expect(ranked.map(({ hub, unchecked }) => [hub, unchecked])).toEqual([
    ['tokyo', [{ rule: 'price', limit: 0.2 }]],
    ['hong-kong', []],
  ])
  expect(sentences.map(({ text }) => text)).toContain(
    'Whether Tokyo keeps to Electricity price ≤ 0.2 USD/kWh cannot be checked: there is no data.',
  )
})

test('another seed gives other bytes', () => {
  const bytes = JSON.stringify(decideOn(A1))
  expect(JSON.stringify(decideOn({ ...A1, seed: 2 }))).not.toBe(bytes)
})

test('weights of an order: centroid 0.611, 0.278, 0.111; reciprocal 0.545, 0.273, 0.182', () => {
  const three = (rule: typeof rankReciprocal) => [0, 1, 2].map((index) => Number(rule(index, 3).toFixed(3)))
  expect(three(rankOrderCentroid)).toEqual([0.611, 0.278, 0.111])
  expect(three(rankReciprocal)).toEqual([0.545, 0.273, 0.182])
})

test.each(UI_LANGUAGES)('the explanation is complete in %s', (language) => {
  for (const needs of [A1, C2, { ...B1, carbonCapGPerKWh: 500 }]) {
    const { sentences } = decide(readNeeds(needs, atlas), atlas, { language })
    expect(sentences.length).toBeGreaterThan(5)
    for (const { text, title = '' } of sentences) {
      expect(text).not.toMatch(/undefined|NaN|\[object/)
      // Brackets and stops of another script; those in a source's title are its own.
      if (/^(zh|ja)/.test(language)) expect(text.replace(title, '')).not.toMatch(/[(),;:](?!\d)/)
    }
  }
})

test.each<[string, unknown, RegExp]>([
  ['nothing', undefined, /needs: /],
  ['no criteria', {}, /criteria: /],
  [
    'an unknown criterion',
    { criteria: order('beauty') },
    /criteria: "beauty" is none of latency|criteria: "beauty" is none of carbon/,
  ],
  ['an unknown hub', { hubs: ['atlantis'], criteria: order('carbon') }, /hubs: "atlantis" is none of hong-kong/],
  ['latency without markets', { criteria: order('latency') }, /markets: give at least one/],
  [
    'some weights only',
    { criteria: [{ id: 'carbon', weight: 1 }, { id: 'price' }] },
    /criteria: give every criterion a weight/,
  ],
  ['a criterion twice', { criteria: order('carbon', 'carbon') }, /criteria: "carbon" stands there twice/],
  [
    'the same twice in two fields',
    {
      markets: ['japan', 'japan'].map((market) => ({ market, weight: 1 })),
      residency: ['japan', 'japan'],
      criteria: order('carbon'),
    },
    /markets: "japan" stands there twice\n {2}residency: "japan" stands there twice$/,
  ],
  ['an unknown field', { criteria: order('carbon'), colour: 1 }, /needs: .*colour/],
  ['too many draws', { criteria: order('carbon'), draws: 1e9 }, /draws: /],
  [
    'a country in words',
    { criteria: order('carbon'), operator: { mainlandEntity: false, parentCountry: 'China' } },
    /operator\.parentCountry: must be two capital letters/,
  ],
])('needs with %s are refused, the field named', (_what, needs, message) => {
  expect(() => readNeeds(needs, atlas)).toThrow(NeedsError)
  expect(() => readNeeds(needs, atlas)).toThrow(message)
})
