import { expect, test } from 'vitest'
import { signalsOf } from '../../rank/reason.ts'
import { WEIGHTS } from '../../rank/weights.ts'
import { sampleDeps } from '../testing/day.ts'
import { rankWith } from './rank-again.ts'

test('a reader’s weights come on top of those of the site', async () => {
  const { store, now } = await sampleDeps()
  const { stories } = await store.listStories({ order: 'score', limit: 20 })
  const [first] = rankWith('significance:50,kind-policy:0.3', 'freshness:0,momentum:0', stories, now())
  const points = new Map(signalsOf(first!.explanation).map(({ id, max }) => [id, max]))
  expect([points.get('freshness'), points.get('momentum')]).toEqual([0, 0])
  expect(points.get('significance')).toBeGreaterThan(35)
  const policy = rankWith('kind-policy:0.3', undefined, stories, now()).find(({ kind }) => kind === 'policy')!
  expect(signalsOf(policy.explanation).find(({ id }) => id === 'significance')!.reason.params).toEqual({
    kind: 'policy',
    share: 0.3,
    shipped: 1,
  })
  await store.close()
})

test('of equal scores the older story is first, as in the list that is ranked again', async () => {
  const { store, now } = await sampleDeps()
  const nothing = WEIGHTS.filter(({ unit }) => unit === 'points').map(({ name }) => `${name}:0`)
  const { stories } = await store.listStories({ order: 'newest', limit: 20 })
  const ranked = rankWith(nothing.join(','), undefined, stories, now())
  expect(new Set(ranked.map(({ score }) => score))).toEqual(new Set([0]))
  expect(ranked.map(({ id }) => id)).toEqual(stories.map(({ id }) => id).sort((a, b) => a - b))
  await store.close()
})
