import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '../hub/claims/types.ts'
import type { Evidence } from '../hub/evidence/types.ts'
import { DAY_MS, HOUR_MS } from '../lib/instant.ts'
import type { StoryObservation } from './evidence-types.ts'
import type { StoryCommit } from './story-types.ts'
import type { ContractPlace } from './testing/contract-store.ts'
import {
  sampleCommit,
  sampleDraft,
  sampleMember,
  sampleSource,
  sampleStory,
  sampleUpdate,
  T0,
} from './testing/samples.ts'
import type { Store } from './types.ts'

const sampleEvidence = (more: Partial<Evidence> = {}): Evidence => ({
  hub: 'hong-kong',
  facet: 'infrastructure.energy',
  stance: 'constraint',
  status: 'none',
  certainty: 'stated',
  itemId: 1,
  sourceId: 'a',
  at: T0,
  quote: 'Hong Kong is short of power \u{1f50c}.',
  start: 0,
  end: 30,
  language: 'en',
  isOpinion: false,
  independent: 1,
  quantity: { value: 581, unit: 'MW', asOf: '2024-12' },
  ...more,
})

const sampleClaim = (more: Partial<Claim> = {}): Claim => ({
  hub: 'tokyo',
  indicator: 'latency',
  value: 50,
  unit: 'ms',
  verdict: 'impossible',
  reason: { key: 'oneWayOnly', params: { floor: 75.5 } },
  evidence: [],
  itemId: 1,
  sourceId: 'a',
  at: T0,
  quote: '50 ms to the West Coast',
  start: 3,
  end: 26,
  language: 'en',
  ...more,
})

/** What every store must do with what stories say of hubs. */
export function evidenceContract(newPlace: () => Promise<ContractPlace>): void {
  let place: ContractPlace
  let store: Store

  beforeEach(async () => {
    place = await newPlace()
    store = await place.open()
    await store.saveSources([sampleSource('a')])
    await store.saveFeed(
      sampleUpdate(
        'a',
        [1, 2, 3].map((n) => sampleDraft('a', `key${n}`)),
      ),
    )
    await commit({
      stories: [1, 2, 3].map((id) => sampleStory(id, id)),
      members: [1, 2, 3].map((id) => sampleMember(id, id)),
    })
  })

  afterEach(async () => {
    await store.close()
    await place.remove()
  })

  const commit = (more: Partial<StoryCommit>) => store.commitStories(sampleCommit(more))
  const observe = (...observations: StoryObservation[]) => commit({ observations })
  const observed = (storyId: number, evidence: Evidence[], claims: Claim[] = []) => ({ storyId, evidence, claims })

  describe('evidence', () => {
    test('comes back as it was stored, in the order found', async () => {
      const first = sampleEvidence()
      const second = sampleEvidence({ hub: 'tokyo', quantity: undefined, isOpinion: true })
      await observe(observed(1, [first, second], [sampleClaim()]))
      expect(await store.evidence.ofStory(1)).toEqual([
        { ...first, storyId: 1 },
        { ...second, storyId: 1 },
      ])
      expect(await store.evidence.claimsOfStory(1)).toEqual([{ ...sampleClaim(), storyId: 1 }])
      expect(await store.evidence.ofStory(2)).toEqual([])
    })

    test('of a hub is listed newest first, by facet and by page', async () => {
      await observe(
        observed(1, [sampleEvidence({ at: T0 })]),
        observed(2, [sampleEvidence({ at: T0 + HOUR_MS }), sampleEvidence({ at: T0 + HOUR_MS, facet: 'finance' })]),
        observed(3, [sampleEvidence({ hub: 'tokyo' })]),
      )
      const stories = async (more: object) =>
        (await store.evidence.ofHub({ hub: 'hong-kong', limit: 9, ...more })).map(
          ({ storyId, facet }) => `${storyId} ${facet}`,
        )
      expect(await stories({})).toEqual(['2 infrastructure.energy', '2 finance', '1 infrastructure.energy'])
      expect(await stories({ facet: 'infrastructure.energy' })).toEqual([
        '2 infrastructure.energy',
        '1 infrastructure.energy',
      ])
      expect(await stories({ limit: 1, offset: 1 })).toEqual(['2 finance'])
      expect(await store.evidence.counts('hong-kong')).toEqual([
        { facet: 'finance', evidence: 1, stories: 1, newestAt: T0 + HOUR_MS },
        { facet: 'infrastructure.energy', evidence: 2, stories: 2, newestAt: T0 + HOUR_MS },
      ])
      expect(await store.evidence.counts('osaka')).toEqual([])
      const together = await store.evidence.ofHubs({
        hubs: ['tokyo', 'hong-kong'],
        facets: ['infrastructure.energy'],
        limit: 2,
      })
      expect(together.map(({ storyId, hub }) => `${storyId} ${hub}`)).toEqual(['2 hong-kong', '3 tokyo'])
      expect(await store.evidence.ofHubs({ hubs: [], facets: ['finance'], limit: 9 })).toEqual([])
    })

    test('is replaced when the story is told again, and kept when it is not', async () => {
      await observe(observed(1, [sampleEvidence(), sampleEvidence()], [sampleClaim()]), observed(2, [sampleEvidence()]))
      await observe(observed(1, [sampleEvidence({ facet: 'finance' })]))
      expect((await store.evidence.ofStory(1)).map(({ facet }) => facet)).toEqual(['finance'])
      expect(await store.evidence.claimsOfStory(1)).toEqual([])
      expect(await store.evidence.ofStory(2)).toHaveLength(1)
      await observe(observed(1, []))
      expect(await store.evidence.ofStory(1)).toEqual([])
    })

    test('of a story merged away goes; the survivor has its own', async () => {
      await observe(observed(1, [sampleEvidence()], [sampleClaim()]), observed(2, [sampleEvidence()]))
      await commit({
        stories: [sampleStory(2, 2)],
        members: [sampleMember(2, 1), sampleMember(2, 2)],
        merges: [{ from: 1, into: 2 }],
        observations: [observed(2, [sampleEvidence({ independent: 2 })], [sampleClaim()])],
      })
      expect(await store.evidence.ofStory(1)).toEqual([])
      expect(await store.evidence.ofHub({ hub: 'hong-kong', limit: 9 })).toEqual([
        { ...sampleEvidence({ independent: 2 }), storyId: 2, about: sampleStory(2, 2).entityIds },
      ])
      expect((await store.evidence.claimsOfHub({ hub: 'tokyo', limit: 9 })).map(({ storyId }) => storyId)).toEqual([2])
    })

    test('of a held story is listed under no hub', async () => {
      await observe(observed(1, [sampleEvidence()], [sampleClaim()]))
      await commit({ stories: [sampleStory(1, 1, { state: 'held' })] })
      expect(await store.evidence.ofHub({ hub: 'hong-kong', limit: 9 })).toEqual([])
      expect(await store.evidence.counts('hong-kong')).toEqual([])
      expect(await store.evidence.claimsOfHub({ hub: 'tokyo', limit: 9 })).toEqual([])
      expect(await store.evidence.ofStory(1)).toHaveLength(1)
    })

    test('goes with a story that is pruned', async () => {
      await observe(observed(1, [sampleEvidence()], [sampleClaim()]))
      expect(await store.prune(T0 + 9 * DAY_MS)).toBe(3)
      expect(await store.evidence.ofStory(1)).toEqual([])
      expect(await store.evidence.claimsOfStory(1)).toEqual([])
    })
  })
}
