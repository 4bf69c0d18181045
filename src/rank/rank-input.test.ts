import { describe, expect, test } from 'vitest'
import type { Entity } from '../entity/types.ts'
import type { Coverage, Member } from '../story/types.ts'
import { type MemberDraft, member } from '../summary/testing/member.ts'
import { rankStory } from './rank.ts'
import { rankInput } from './rank-input.ts'

const salience = new Map<string, 1 | 2 | 3>([
  ['openai', 1],
  ['falcon-9', 3],
  ['kulai', 2],
])
const gazetteer = {
  entity: (id: string) => {
    const found = salience.get(id)
    return found === undefined ? undefined : ({ id, salience: found } as Entity)
  },
}
const coverage: Coverage = {
  independent: 2,
  reports: 3,
  copies: 4,
  echoes: 5,
  mentions: 6,
  bestTier: 1,
  familiesByTier: [1, 1, 0, 0],
  languages: ['en'],
  originalItemId: 1,
  firstPublishedAt: 1_000,
  lastReportAt: 2_000,
}
const inputOf = (drafts: readonly MemberDraft[], entityIds: readonly string[] = []) =>
  rankInput(
    { members: drafts.map((draft, index) => member(index + 1, draft)), coverage, kind: 'release', entityIds },
    gazetteer,
    3,
  )

describe('rankInput', () => {
  test('takes what coverage says and nothing of echoes, copies and mentions', () => {
    expect(inputOf([{ tier: 2 }])).toEqual({
      independent: 2,
      familiesByTier: [1, 1, 0, 0],
      hasPrimaryDocument: false,
      kind: 'release',
      tellingNames: 0,
      earlierStories: 3,
      firstPublishedAt: 1_000,
      lastReportAt: 2_000,
    })
  })

  test.each<[string, MemberDraft, boolean]>([
    ['a report of tier 1', { tier: 1 }, true],
    ['a paper', { tier: 3, form: 'paper' }, true],
    ['a release', { tier: 2, form: 'release' }, true],
    ['a release somebody in a community posts', { tier: 4, form: 'release' }, false],
    ['an echo of tier 1', { tier: 1, role: 'echo' }, false],
    ['a copy of tier 1', { tier: 1, role: 'copy' }, false],
    ['a report of tier 2', { tier: 2 }, false],
  ])('a primary document? %s', (_what, draft, isPrimary) => {
    expect(inputOf([draft]).hasPrimaryDocument).toBe(isPrimary)
  })

  test('counts names that tell an event from others, each once', () => {
    expect(inputOf([{}], ['openai', 'falcon-9', 'kulai', 'kulai', 'nobody-knows']).tellingNames).toBe(2)
  })
})

test('A6 #4: an op-ed and the toot of it rank as the op-ed alone', () => {
  const opEd = member(1, { title: 'Power first', sourceTier: 2, tier: 3 })
  const toot = member(2, { title: 'Power first https://…', role: 'echo', of: 1, tier: 4, form: 'post' })
  const alone: Coverage = {
    ...coverage,
    independent: 1,
    familiesByTier: [0, 0, 1, 0],
    bestTier: 3,
    copies: 0,
    echoes: 0,
  }
  const rank = (members: readonly Member[], echoes: number) =>
    rankStory(
      rankInput({ members, coverage: { ...alone, echoes }, kind: 'opinion', entityIds: [] }, gazetteer, 0),
      10_000,
    )
  expect(rank([opEd, toot], 1)).toEqual(rank([opEd], 0))
})
