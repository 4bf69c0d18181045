import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ToldEvidence } from '../evidence/same-said.ts'
import { shippedAtlas } from '../testing/shipped-atlas.ts'
import { decide } from './decide.ts'
import { readNeeds } from './needs.ts'
import { supposing, whatIfs, whatIfWords } from './what-if.ts'

const atlas = shippedAtlas()
const NOW = Date.UTC(2026, 10, 1)
const needs = readNeeds(
  {
    hubs: ['hong-kong', 'tokyo'],
    criteria: [
      { id: 'regulatory-flexibility', weight: 0.85 },
      { id: 'compute', weight: 0.15 },
    ],
    draws: 500,
  },
  atlas,
)
const line = (more: Partial<ToldEvidence> = {}): ToldEvidence => ({
  ...{ hub: 'hong-kong', facet: 'policy.regulation', stance: 'constraint', status: 'none', certainty: 'stated' },
  ...{ itemId: 1, sourceId: 'a', at: NOW, quote: 'A law binds.', start: 0, end: 1, language: 'en', isOpinion: false },
  ...{ independent: 1, storyId: 1, about: [] },
  ...more,
})

test('a level less for the leader makes another first: said with the value, and what it would become', () => {
  const [change, ...more] = whatIfs([line()], needs, atlas)
  expect(more).toEqual([])
  expect(change).toMatchObject({
    leader: 'tokyo',
    suppositions: [{ hub: 'hong-kong', criterion: 'regulatory-flexibility', from: 3.5, to: 2.5, how: 'level' }],
  })
  const then = decide(needs, supposing(atlas, change!.suppositions))
  expect([then.ranked[0]!.hub, then.ranked[0]!.p1]).toEqual(['tokyo', change!.p1])
  expect(whatIfWords(change!, needs, atlas, 'en')).toMatch(
    /^If Regulatory flexibility of Hong Kong is 2\.5\/4, not 3\.5\/4: Tokyo is first, in [\d.]+% of 500 runs\.$/,
  )
  for (const language of ['zh-Hant', 'zh-Hans', 'ja'])
    expect(whatIfWords(change!, needs, atlas, language)).toMatch(/2\.5\/4/)
})

describe('no change', () => {
  test.each<[string, Partial<ToldEvidence>]>([
    ['in its favour', { stance: 'strength' }],
    ['on a facet that is not asked for', { facet: 'infrastructure.energy' }],
    ['of a hub that is not asked for', { hub: 'singapore' }],
    ['an opinion', { isOpinion: true }],
    ['a claim', { stance: 'claim' }],
    ['a rumour', { certainty: 'hedged' }],
    ['from before the value was made', { at: Date.UTC(2025, 5, 1) }],
    ['of a law that is only planned', { stance: 'plan', status: 'approved', hub: 'tokyo' }],
  ])('comes of evidence %s', (_what, more) => {
    expect(whatIfs([line(more)], needs, atlas)).toEqual([])
  })
})

describe('a figure', () => {
  const training = readNeeds(
    {
      operator: { mainlandEntity: true },
      trainingShare: 1,
      criteria: [{ id: 'price' }, { id: 'power' }, { id: 'carbon' }],
      draws: 200,
    },
    atlas,
  )
  const priced = (value: number, unit: string, more: Partial<ToldEvidence> = {}) =>
    line({ hub: 'guiyang', facet: 'infrastructure.energy', stance: 'fact', quantity: { value, unit }, ...more })
  test('takes the value’s place, in the indicator’s unit', () => {
    const [change] = whatIfs([priced(1, 'CNY/kWh')], training, atlas)
    expect(change).toMatchObject({
      leader: 'shaoguan',
      suppositions: [{ criterion: 'price', from: 0.049, to: 0.139, how: 'figure' }],
    })
  })
  test('of a plan, of one contract, or far from all that is known says nothing', () => {
    expect(whatIfs([priced(1, 'CNY/kWh', { stance: 'plan', status: 'announced' })], training, atlas)).toEqual([])
    expect(whatIfs([priced(1, 'CNY/kWh', { quote: 'A wind farm sells at 1 yuan.' })], training, atlas)).toEqual([])
    expect(whatIfs([priced(9, 'CNY/kWh')], training, atlas)).toEqual([])
    expect(whatIfs([priced(1, 'XAU/kWh')], training, atlas)).toEqual([])
  })
  test('can break a hard limit', () => {
    const capped = readNeeds(
      { hubs: ['guiyang'], maxUsdPerKWh: 0.06, criteria: [{ id: 'carbon' }], operator: { mainlandEntity: true } },
      atlas,
    )
    const [change] = whatIfs([priced(1, 'CNY/kWh')], capped, atlas)
    expect([change!.leader, change!.verdict]).toEqual([undefined, 'none'])
    expect(whatIfWords(change!, capped, atlas, 'en')).toContain('nobody can be recommended')
  })
})

test('whatever is said, each change is one: another is first, and without any part of it none would be', () => {
  const anyLine = fc.record({
    hub: fc.constantFrom('hong-kong', 'tokyo'),
    facet: fc.constantFrom('policy.regulation', 'technical.hardware'),
    stance: fc.constantFrom('constraint', 'strength', 'fact', 'plan', 'claim'),
    status: fc.constantFrom('none', 'approved', 'operating'),
    storyId: fc.nat(9),
  })
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), (said) => {
      const now = decide(needs, atlas).ranked[0]!.hub
      for (const { suppositions, leader } of whatIfs(said.map(line as never), needs, atlas)) {
        expect(leader).not.toBe(now)
        for (const each of suppositions) {
          const rest = suppositions.filter((other) => other !== each)
          expect(decide(needs, supposing(atlas, rest)).ranked[0]!.hub).toBe(now)
        }
      }
    }),
    { numRuns: 15 },
  )
})
