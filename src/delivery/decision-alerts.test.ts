import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Atlas } from '../hub/atlas-types.ts'
import type { Evidence } from '../hub/evidence/types.ts'
import { shippedAtlas } from '../hub/testing/shipped-atlas.ts'
import { DAY_MS, HOUR_MS } from '../lib/instant.ts'
import type { StoryObservation } from '../store/evidence-types.ts'
import { openStore } from '../store/open-store.ts'
import {
  createdEvent,
  sampleCommit,
  sampleDraft,
  sampleMember,
  sampleSource,
  sampleStory,
  sampleUpdate,
  T0,
} from '../store/testing/samples.ts'
import type { Store } from '../store/types.ts'
import { tellDecisions } from './decision-alerts.ts'
import { workOffOutbox } from './outbox.ts'
import { openReceiver, type Receiver, SECRET } from './testing/receiver.ts'
import { verifySignature } from './testing/verify-signature.ts'

const needs = {
  hubs: ['hong-kong', 'tokyo'],
  markets: [{ market: 'mainland-china', weight: 1 }],
  criteria: [{ id: 'latency' }, { id: 'regulatory-flexibility' }, { id: 'compute' }],
}

let store: Store
let receiver: Receiver

beforeEach(async () => {
  receiver = await openReceiver()
  store = await openStore({ file: ':memory:' })
  await store.saveSources([sampleSource('a')])
  await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'k1'), sampleDraft('a', 'k2')]))
  await store.savedDecisions.save({
    ...{ name: 'our site', needs: JSON.stringify(needs), target: receiver.url, language: 'en', createdAt: T0 },
  })
})

afterEach(async () => {
  await receiver.close()
  await store.close()
})

/** What was received, and whether it was signed by us. */
function received() {
  return receiver.calls.map(({ headers, body }) => {
    const signed = String(headers['auspex-signature'])
    const seconds = Number(/t=(\d+)/.exec(signed)?.[1])
    const read = JSON.parse(body) as { readonly reasons: readonly string[]; readonly wouldChange: readonly object[] }
    return { body: read, isOurs: verifySignature(SECRET, body, signed, seconds) }
  })
}

const look = async (now: number, atlas: Atlas = shippedAtlas()) => {
  const pageOf = () => 'https://news.example/hub/decide?c.latency=1'
  const problems = await tellDecisions({ store, atlas, baseUrl: 'https://news.example', pageOf }, now)
  await workOffOutbox(
    { store, timeZone: 'UTC', openPoster: async () => receiver.sender, webhookSecret: SECRET },
    () => now,
  )
  return problems
}

function tell(storyId: number, indicator: string, stance: 'constraint' | 'strength', language = 'en') {
  const evidence: Evidence = {
    ...{ hub: 'hong-kong', facet: shippedAtlas().indicator(indicator)!.facet, stance, status: 'none' },
    ...{ itemId: storyId, sourceId: 'a', at: T0, quote: `Report ${storyId}`, start: 0, end: 8, language },
    ...{ isOpinion: false, independent: 1, certainty: 'stated' },
  }
  const observation: StoryObservation = { storyId, evidence: [evidence], claims: [] }
  return store.commitStories(
    sampleCommit({
      stories: [sampleStory(storyId, storyId)],
      members: [sampleMember(storyId, storyId)],
      events: [createdEvent(storyId, storyId)],
      observations: [observation],
    }),
  )
}

/** The shipped data without any value of an indicator. */
function without(id: string): Atlas {
  const shipped = shippedAtlas()
  return { ...shipped, reading: (hub, each) => (each === id ? undefined : shipped.reading(hub, each)) }
}

test('a saved decision is told once, then when new evidence would change it, with what it would become', async () => {
  await look(T0)
  await look(T0 + HOUR_MS)
  expect(received()).toHaveLength(1)
  expect(received()[0]).toMatchObject({
    isOurs: true,
    body: {
      ...{ type: 'decision', name: 'our site', reasons: ['saved'], wouldChange: [] },
      answer: { ranked: [{ hub: 'hong-kong' }, { hub: 'tokyo' }] },
    },
  })

  // In favour of the first hub, and against it but not by enough: nothing to tell.
  await tell(1, 'compute', 'strength')
  await look(T0 + 2 * HOUR_MS)
  await tell(2, 'regulatory-flexibility', 'constraint')
  await look(T0 + 3 * HOUR_MS)
  expect(received()).toHaveLength(1)

  // With another the two are enough.
  await tell(1, 'compute', 'constraint')
  await look(T0 + 4 * HOUR_MS)
  await look(T0 + 5 * HOUR_MS)
  expect(received()).toHaveLength(2)
  expect(received()[1]!.body).toMatchObject({
    reasons: ['evidence'],
    answer: { ranked: [{ hub: 'hong-kong' }, { hub: 'tokyo' }] },
    wouldChange: [
      {
        leader: 'tokyo',
        sentence: expect.stringMatching(
          /^If .*Regulatory flexibility of Hong Kong is 2\.5\/4, not 3\.5\/4.*: Tokyo is first, in \d+(?:\.\d)?% of 4,000 runs\.$/,
        ),
        because: expect.arrayContaining([
          expect.objectContaining({
            ...{ hub: 'hong-kong', criterion: 'compute', from: 1.5, to: 0.5, how: 'level', quote: 'Report 1' },
            url: 'https://news.example/s/1',
          }),
        ]),
      },
    ],
  })
})

test('another answer is told, and needs that cannot be answered any more are named', async () => {
  await look(T0)
  const shipped = shippedAtlas()
  await look(T0 + HOUR_MS, without('regulatory-flexibility'))
  expect(received().map(({ body }) => body.reasons)).toEqual([['saved'], ['answer']])
  const [problem] = await look(T0 + DAY_MS, { ...shipped, market: () => undefined })
  expect(String(problem)).toContain('"our site" cannot be answered')
})

test('a receiver that is down gets it later, and a dead letter is listed', async () => {
  receiver.status = 503
  await look(T0)
  expect(await store.deliveries.list('waiting', 9)).toMatchObject([{ kind: 'webhook', attempts: 1 }])
  receiver.status = 204
  await look(T0 + HOUR_MS)
  expect(received()).toHaveLength(2)
  receiver.status = 410
  await look(T0 + 2 * HOUR_MS, without('regulatory-flexibility'))
  expect(await store.deliveries.list('dead', 9)).toMatchObject([{ lastError: 'the receiver answered 410' }])
})

test('saved anew it begins anew; forgotten it says nothing', async () => {
  await look(T0)
  await store.savedDecisions.save({
    ...{ name: 'our site', needs: JSON.stringify(needs), target: receiver.url, language: 'ja', createdAt: T0 + 1 },
  })
  await look(T0 + HOUR_MS)
  expect(received().map(({ body }) => body.reasons)).toEqual([['saved'], ['saved']])
  expect(await store.savedDecisions.remove('our site')).toBe(true)
  expect(await store.savedDecisions.remove('our site')).toBe(false)
  expect(await store.savedDecisions.list()).toEqual([])
})

test('what is stored and cannot be read is named, and keeps no other decision', async () => {
  const [sound] = await store.savedDecisions.list()
  await store.savedDecisions.save({ ...sound!, name: 'a', needs: '{"criteria": [' })
  await store.savedDecisions.save({ ...sound!, name: 'b' })
  await store.savedDecisions.noteTold({ ...sound!, name: 'b' }, '{"answer": 1}')
  const problems = await look(T0)
  expect(problems.map(({ message }) => message)).toEqual([
    'The saved decision "a" cannot be answered',
    'The saved decision "b" cannot be read: what its receiver was told is not what was written',
  ])
  expect(received()).toHaveLength(1)
})
