import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { STORY_KINDS, type StoryKind } from '../story/types.ts'
import { rankStory, recomputeScore, SIGNAL_GROUPS } from './rank.ts'
import { sayPhrase } from './reason-messages.ts'
import type { RankInput } from './signal.ts'
import type { Explanation } from './types.ts'
import { parseWeights, WEIGHTS, type Weights } from './weights.ts'

const START = Date.UTC(2026, 10, 22, 10)
const hours = (count: number) => START + count * HOUR_MS

/** A filing and two newsrooms on a funding round; the sketch of the story page. */
const round: RankInput = {
  independent: 3,
  familiesByTier: [1, 2, 0, 0],
  hasPrimaryDocument: true,
  kind: 'funding',
  tellingNames: 2,
  earlierStories: 0,
  firstPublishedAt: hours(0),
  lastReportAt: hours(18),
}

/** One newsroom, nothing else known. */
const lone: RankInput = {
  independent: 1,
  familiesByTier: [0, 1, 0, 0],
  hasPrimaryDocument: false,
  kind: 'other',
  tellingNames: 0,
  earlierStories: 0,
  firstPublishedAt: hours(0),
  lastReportAt: hours(0),
}

function node(explanation: Explanation, id: string): Explanation {
  const open = [explanation]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.id === id) return next
    open.push(...next.parts)
  }
  throw new Error(`no ${id} in the explanation`)
}

const values = (explanation: Explanation) =>
  Object.fromEntries(SIGNAL_GROUPS.flatMap(({ signals }) => signals).map(({ id }) => [id, node(explanation, id).value]))

describe('rankStory, worked out by hand', () => {
  test('three owners, a filing, newest report 12 hours old', () => {
    const explanation = rankStory(round, hours(30))
    expect(values(explanation)).toEqual({
      corroboration: 23.27, // 36 × (1 − 2^(−3/2)) = 36 × 0.646447
      authority: 14, // tier 1
      spread: 3, // two of three tiers: half of 6
      primary: 8,
      significance: 4.9, // 7 × 0.7
      specifics: 2, // two of three names
      novelty: 6,
      freshness: 7, // one half-life
      momentum: 0.86, // 2 followers in 18 h: 6 × (1 − 2^(−0.1111/0.5)) = 6 × 0.142756
    })
    expect(explanation.parts.map((part) => [part.id, part.value, part.max])).toEqual([
      ['independence', 23.27, 36],
      ['standing', 25, 28],
      ['substance', 12.9, 16],
      ['timeliness', 7.86, 20],
    ])
    expect(explanation).toMatchObject({ id: 'score', value: 69.03, max: 100 })
  })

  test('one newsroom, a minute ago', () => {
    const explanation = rankStory(lone, hours(0))
    expect(values(explanation)).toEqual({
      corroboration: 10.54, // 36 × (1 − 2^(−1/2)) = 36 × 0.292893
      authority: 11.2, // 14 × 0.8
      spread: 0,
      primary: 0,
      significance: 2.8, // 7 × 0.4
      specifics: 0,
      novelty: 6,
      freshness: 14,
      momentum: 0,
    })
    expect(explanation.value).toBe(44.54)
  })

  test.each([
    [0, 6],
    [1, 3],
    [2, 2],
    [5, 1],
  ])('%i earlier stories leave %i points for novelty', (earlierStories, points) => {
    expect(node(rankStory({ ...lone, earlierStories }, hours(0)), 'novelty').value).toBe(points)
  })

  test.each([
    [0, 14],
    [12, 7],
    [24, 3.5],
    [240, 0],
  ])('%i hours of silence leave %d points for freshness', (age, points) => {
    expect(node(rankStory(lone, hours(age)), 'freshness').value).toBe(points)
  })

  test('a report dated after now is as new as can be', () => {
    expect(node(rankStory(lone, hours(-5)), 'freshness').value).toBe(14)
  })
})

describe('weights given by a reader', () => {
  test('still share out 100 points', () => {
    const explanation = rankStory(round, hours(30), parseWeights('freshness:0,momentum:0,corroboration:80'))
    expect(explanation.max).toBe(100)
    expect(node(explanation, 'timeliness')).toMatchObject({ value: 0, max: 0 })
    expect(node(explanation, 'independence').max).toBe(64.52) // 80 of 124
  })

  test('all 0 rank nothing and break nothing', () => {
    const none = Object.fromEntries(WEIGHTS.map((row) => [row.name, row.unit === 'points' ? 0 : row.default]))
    expect(rankStory(round, hours(30), none as Weights)).toMatchObject({ value: 0, max: 0 })
  })

  test('research weighs more than funding where they say so; the reason says it, and anyone can recompute it', () => {
    const weights = parseWeights('significance:40,kind-research:1,kind-funding:0.1')
    const explain = (kind: StoryKind, by?: Weights) => rankStory({ ...lone, kind }, hours(1), by)
    // As shipped the two are 0.70 apart.
    expect(explain('research').value - explain('funding').value).toBeCloseTo(0.7)
    const [research, funding] = [explain('research', weights), explain('funding', weights)]
    expect(research.value - funding.value).toBeGreaterThan(25)
    for (const each of [research, funding]) expect(recomputeScore(each)).toBe(each.value)
    const { reason } = node(research, 'significance')
    expect(reason).toEqual({ key: 'significance-research', params: { kind: 'research', share: 1, shipped: 0.8 } })
    expect(sayPhrase(reason, 'en')).toBe('it is research (worth 1 of 1 by these weights, 0.8 as shipped)')
    for (const language of UI_LANGUAGES) expect(sayPhrase(reason, language)).toMatch(/1.*0\.8/)
    // Of a kind that counts as shipped nothing more is said.
    expect(node(explain('policy', weights), 'significance').reason.params).toEqual({ kind: 'policy', share: 1 })
  })

  test('change the half-life', () => {
    const explanation = rankStory(lone, hours(12), parseWeights('half-life-hours:6'))
    expect(node(explanation, 'freshness').value).toBe(3.5)
  })
})

describe('PulseAugur defects (PEERS A6)', () => {
  test('A6 #4: the toot of an op-ed does not corroborate', () => {
    const opEd: RankInput = { ...lone, kind: 'opinion', familiesByTier: [0, 0, 1, 0] }
    // Coverage counts the toot as an echo: `independent` and the families are the same with it and without it.
    const reason = node(rankStory(opEd, hours(1)), 'corroboration').reason
    expect(reason).toEqual({ key: 'corroboration', params: { independent: 1, owners: 1, half: 2 } })
    expect(JSON.stringify(rankStory(opEd, hours(1)))).not.toContain('echo')
  })

  test('A6 #6: a newspaper and a random toot do not stand alike', () => {
    const paper = rankStory(lone, hours(1))
    const toot = rankStory({ ...lone, familiesByTier: [0, 0, 0, 1] }, hours(1))
    const nothing = rankStory({ ...lone, independent: 0, familiesByTier: [0, 0, 0, 0] }, hours(1))
    expect(node(paper, 'authority').value).toBe(11.2)
    expect(node(toot, 'authority').value).toBe(0)
    expect(paper.value - toot.value).toBeCloseTo(11.2, 5)
    expect(toot.value - nothing.value).toBeCloseTo(10.54, 5)
  })
})

test('a crowd counts as one owner, and a newsroom that joins it raises the score', () => {
  const crowd = (count: number): RankInput => ({ ...lone, independent: count, familiesByTier: [0, 0, 0, count] })
  expect(rankStory(crowd(40), hours(1)).value).toBe(rankStory(crowd(1), hours(1)).value)
  expect(node(rankStory(crowd(40), hours(1)), 'corroboration').reason.key).toBe('corroboration-community')
  // Coverage no longer counts the crowd then: 40 become 1.
  expect(rankStory(lone, hours(1)).value).toBeGreaterThan(rankStory(crowd(40), hours(1)).value)
})

const families = fc.tuple(fc.nat(8), fc.nat(30), fc.nat(30), fc.nat(30))
const input: fc.Arbitrary<RankInput> = fc
  .record({
    familiesByTier: families,
    hasPrimaryDocument: fc.boolean(),
    kind: fc.constantFrom(...STORY_KINDS),
    tellingNames: fc.nat(12),
    earlierStories: fc.nat(20),
    firstPublishedAt: fc.integer({ min: hours(-100), max: hours(0) }),
    spanMs: fc.nat(72 * HOUR_MS),
  })
  .map(({ spanMs, ...rest }) => ({
    ...rest,
    independent: rest.familiesByTier.reduce((sum, each) => sum + each, 0),
    lastReportAt: rest.firstPublishedAt + spanMs,
  }))
const weights: fc.Arbitrary<Weights> = fc
  .tuple(
    ...WEIGHTS.map((row) =>
      fc.integer({ min: Math.round(row.min * 100), max: Math.round(row.max * 100) }).map((value) => value / 100),
    ),
  )
  .map((chosen) => Object.fromEntries(WEIGHTS.map((row, index) => [row.name, chosen[index]])) as unknown as Weights)
/** Weights that value a better tier no less than a worse one. */
const orderedWeights: fc.Arbitrary<Weights> = weights.map((given) => {
  const [fourth, third, second, first] = [given['tier-1'], given['tier-2'], given['tier-3'], given['tier-4']].sort(
    (a, b) => a - b,
  )
  return { ...given, 'tier-1': first!, 'tier-2': second!, 'tier-3': third!, 'tier-4': fourth! }
})
const now = fc.integer({ min: hours(-50), max: hours(200) })

describe('invariants', () => {
  test('every node is exactly the sum of its parts and between 0 and its maximum', () => {
    const checkNode = (explanation: Explanation): void => {
      expect(explanation.value).toBe(Number(explanation.value.toFixed(2)))
      expect(explanation.value).toBeGreaterThanOrEqual(0)
      expect(explanation.value).toBeLessThanOrEqual(explanation.max)
      if (explanation.parts.length === 0) return
      const cents = (pick: 'value' | 'max') => explanation.parts.reduce((sum, p) => sum + Math.round(p[pick] * 100), 0)
      expect(explanation.value * 100).toBeCloseTo(cents('value'), 6)
      expect(explanation.value).toBe(cents('value') / 100)
      expect(explanation.max).toBe(cents('max') / 100)
      explanation.parts.forEach(checkNode)
    }
    fc.assert(fc.property(input, now, weights, (story, at, given) => checkNode(rankStory(story, at, given))))
  })

  test('the maxima are 100 for any weights', () => {
    fc.assert(
      fc.property(input, now, weights, (story, at, given) => {
        const total = SIGNAL_GROUPS.flatMap(({ signals }) => signals).reduce((sum, { id }) => sum + given[id], 0)
        expect(rankStory(story, at, given).max).toBe(total === 0 ? 0 : 100)
      }),
    )
  })

  test('anyone can compute the score again from the JSON', () => {
    fc.assert(
      fc.property(input, now, weights, (story, at, given) => {
        const explanation = rankStory(story, at, given)
        expect(recomputeScore(JSON.parse(JSON.stringify(explanation)))).toBe(explanation.value)
      }),
    )
  })

  test('more independent owners never lower a score', () => {
    fc.assert(
      fc.property(input, now, fc.nat(3), orderedWeights, (story, at, tier, given) => {
        const more = [...story.familiesByTier] as [number, number, number, number]
        more[tier]!++
        const after = { ...story, independent: story.independent + 1, familiesByTier: more }
        expect(rankStory(after, at, given).value).toBeGreaterThanOrEqual(rankStory(story, at, given).value)
      }),
    )
  })

  test('a report by another owner that comes in now never lowers a score', () => {
    fc.assert(
      fc.property(input, fc.nat(200 * HOUR_MS), fc.nat(3), (story, waited, tier) => {
        const at = story.lastReportAt + waited
        const more = [...story.familiesByTier] as [number, number, number, number]
        more[tier]!++
        const after = { ...story, independent: story.independent + 1, familiesByTier: more, lastReportAt: at }
        expect(rankStory(after, at).value).toBeGreaterThanOrEqual(rankStory(story, at).value)
      }),
      { numRuns: 1_000 },
    )
  })

  test('ageing never raises a score', () => {
    fc.assert(
      fc.property(input, now, fc.nat(100 * HOUR_MS), weights, (story, at, later, given) => {
        expect(rankStory(story, at + later, given).value).toBeLessThanOrEqual(rankStory(story, at, given).value)
      }),
    )
  })

  test('ageing keeps two stories of one age in order', () => {
    fc.assert(
      fc.property(input, input, now, fc.nat(100 * HOUR_MS), weights, (one, two, at, later, given) => {
        const other = { ...two, lastReportAt: one.lastReportAt, firstPublishedAt: one.firstPublishedAt }
        const gap = (when: number) =>
          Math.round((rankStory(one, when, given).value - rankStory(other, when, given).value) * 100)
        expect(gap(at + later)).toBe(gap(at))
      }),
    )
  })
})

describe('recomputeScore', () => {
  test('does not trust what is stored', () => {
    const explanation = rankStory(round, hours(30))
    expect(recomputeScore({ ...explanation, value: 99 })).toBe(69.03)
  })

  test('says nothing about another formula or an unknown signal', () => {
    const explanation = rankStory(round, hours(30))
    const other = { ...explanation, reason: { key: 'score', params: { formula: 999 } } }
    expect(recomputeScore(other)).toBeUndefined()
    const part = { id: 'fame', value: 1, max: 1, reason: { key: 'x', params: {} }, parts: [] }
    expect(recomputeScore({ ...explanation, parts: [...explanation.parts, part] })).toBeUndefined()
  })
})
