import { expect, test } from 'vitest'
import { shippedAtlas } from '../testing/shipped-atlas.ts'
import { answerVersion } from './answer-version.ts'
import { decide } from './decide.ts'
import { readNeeds } from './needs.ts'
import type { Decision, Pair } from './types.ts'

const atlas = shippedAtlas()
const decision = decide(
  readNeeds(
    {
      hubs: ['hong-kong', 'tokyo', 'shenzhen'],
      markets: [{ market: 'mainland-china', weight: 1 }],
      criteria: [{ id: 'latency' }, { id: 'compute' }],
    },
    atlas,
  ),
  atlas,
)
const withShares = (...shares: readonly number[]): Decision => ({
  ...decision,
  ranked: decision.ranked.map((each, place) => ({ ...each, p1: shares[place]! })),
})
const version = answerVersion(withShares(0.6, 0.4))
const pair = (train: string, score = 0.7): Pair => ({
  ...{ train, serve: 'hong-kong', score, linkMs: 5, linkMethod: 'estimated' },
  parts: { train: 0.7, serve: 0.7, link: 0.7, dataFlow: 0.7 },
})

test('is of two hubs that can be chosen and one that cannot, by these needs', () => {
  expect([decision.ranked.length, decision.excluded.length]).toEqual([2, 1])
})

test.each<[string, Decision]>([
  ['a share that moves within its step of 5 %', withShares(0.61, 0.39)],
  [
    'another score',
    { ...withShares(0.6, 0.4), ranked: withShares(0.6, 0.4).ranked.map((each) => ({ ...each, score: 0.1 })) },
  ],
  ['other words', { ...withShares(0.6, 0.4), sentences: [] }],
  [
    'another reason why a hub is out',
    { ...withShares(0.6, 0.4), excluded: decision.excluded.map((each) => ({ ...each, reason: 'for another reason' })) },
  ],
  ['split roles that nobody asked for', { ...withShares(0.6, 0.4), pairs: undefined }],
])('stays with %s', (_what, other) => {
  expect(answerVersion(other)).toBe(version)
})

test.each<[string, Decision]>([
  ['another verdict', { ...withShares(0.6, 0.4), verdict: decision.verdict === 'open' ? 'clear' : 'open' }],
  ['a share that is in another step', withShares(0.66, 0.34)],
  ['another order', { ...withShares(0.6, 0.4), ranked: [...withShares(0.6, 0.4).ranked].reverse() }],
  ['a hub that is out no more', { ...withShares(0.6, 0.4), excluded: [] }],
  [
    'another hub that is out',
    { ...withShares(0.6, 0.4), excluded: decision.excluded.map((each) => ({ ...each, hub: 'seoul' })) },
  ],
  ['a pair that is asked for', { ...withShares(0.6, 0.4), pairs: [pair('shaoguan')] }],
])('changes with %s', (_what, other) => {
  expect(answerVersion(other)).not.toBe(version)
})

test('of split roles the best pair counts, not its score nor those behind it', () => {
  const versionOf = (...pairs: readonly Pair[]) => answerVersion({ ...withShares(0.6, 0.4), pairs })
  expect(versionOf(pair('shaoguan', 0.71), pair('huizhou'))).toBe(versionOf(pair('shaoguan')))
  expect(versionOf(pair('huizhou'))).not.toBe(versionOf(pair('shaoguan')))
  expect(versionOf()).not.toBe(versionOf(pair('shaoguan')))
})
