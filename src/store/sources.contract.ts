import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../lib/instant.ts'
import { type ContractPlace, contractStore } from './testing/contract-store.ts'
import {
  createdEvent,
  sampleCommit,
  sampleCoverage,
  sampleDraft,
  sampleMember,
  sampleSource,
  sampleState,
  sampleStory,
  sampleUpdate,
  T0,
} from './testing/samples.ts'
import type { Store } from './types.ts'

/** What every store must do with sources, their feeds and how these were read. */
export function sourcesContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  const { saveItems } = contractStore(newPlace, (opened) => {
    store = opened
  })

  test('come back as they were saved', async () => {
    const [b, a] = [sampleSource('b', { note: 'x', hubs: ['tokyo'] }), sampleSource('a')]
    await store.saveSources([b, a])
    expect(await store.sources()).toEqual([a, b])
    await store.saveSources([{ ...a, name: 'New name' }])
    expect((await store.sources()).map((source) => source.name)).toEqual(['New name', 'The b'])
  })

  test('an empty list changes nothing', async () => {
    await store.saveSources([])
    expect(await store.sources()).toEqual([])
    expect(await store.sourcesRevision()).toBe(0)
  })

  test('are asked for by id, each once; unknown ids give nothing', async () => {
    const [a, b, c] = [sampleSource('a'), sampleSource('b'), sampleSource('c')]
    await store.saveSources([c, b, a])
    expect(await store.sourcesById(['c', 'a', 'c', 'x\0y', ''])).toEqual([a, c])
    expect(await store.sourcesById([])).toEqual([])
    const many = Array.from({ length: 1_200 }, (_, index) => `none-${index}`)
    expect(await store.sourcesById([...many, 'b'])).toEqual([b])
  })

  test('have another revision once one was saved, and the same until then', async () => {
    await store.saveSources([sampleSource('a')])
    const first = await store.sourcesRevision()
    await store.saveFeed({ state: sampleState('a'), drafts: [] })
    expect(await store.sourcesRevision()).toBe(first)
    await store.saveSources([sampleSource('a', { isEnabled: false })])
    expect(await store.sourcesRevision()).not.toBe(first)
  })

  test('a feed state is replaced whole: what is not said any more is gone', async () => {
    await store.saveFeed({ state: sampleState('a', { error: 'HTTP 500', failuresInARow: 2 }), drafts: [] })
    const state = sampleState('a', { lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT', latencyMs: 3.25 })
    await store.saveFeed({ state, drafts: [] })
    expect(await store.feedStates()).toEqual([state])
  })

  test('a source that reserves its texts in one feed is told among those asked for', async () => {
    const allowed = { robots: 'allowed' } as const
    const states = [
      sampleState('a', { permission: { ...allowed, reserved: 'noai' } }),
      sampleState('a', { feedUrl: 'https://a.example/second.xml', permission: { ...allowed, reserved: 'tdm' } }),
      sampleState('b', { permission: allowed }),
      sampleState('c', { permission: { ...allowed, reserved: 'tdm' } }),
      sampleState('d', { permission: { ...allowed, reserved: 'tdm' } }),
    ]
    for (const state of states) await store.saveFeed({ state, drafts: [] })
    const found = await store.reservations(['c', 'a', 'b', 'a', 'none'])
    expect([...found].sort()).toEqual([
      ['a', 'noai'],
      ['c', 'tdm'],
    ])
    expect((await store.reservations([])).size).toBe(0)
  })

  test('health counts items, their rate and the last one', async () => {
    await store.saveSources([sampleSource('a'), sampleSource('b')])
    await saveItems(4, (index) => ({ fetchedAt: T0, publishedAt: T0 - HOUR_MS - (index - 1) * 5 * DAY_MS }))
    const [a, b] = await store.healthOfSources(['a', 'b'], T0)
    expect(a).toMatchObject({
      items: 4,
      itemsPerDay: 2 / 7,
      weekItems: 2,
      lastItemAt: T0 - HOUR_MS,
      feeds: [sampleState('a')],
    })
    expect(b).toEqual({ source: sampleSource('b'), feeds: [], items: 0, itemsPerDay: 0, weekItems: 0 })
    expect(await store.healthOfSource('a', T0)).toEqual(a)
    expect(await store.healthOfSource('b', T0)).toEqual(b)
    expect(await store.healthOfSource('c', T0)).toBeUndefined()
    expect(await store.healthOfSources(['b', 'c', 'a'], T0)).toEqual([a, b])
    expect(await store.healthOfSources([], T0)).toEqual([])
  })

  test('health is told of any number of sources', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `s${String(index).padStart(3, '0')}`)
    await store.saveSources(ids.map((id) => sampleSource(id)))
    for (const id of [ids[0]!, ids[119]!]) await store.saveFeed(sampleUpdate(id, [sampleDraft(id, 'key')]))
    const health = await store.healthOfSources(ids, T0)
    expect(health.map(({ source }) => source.id)).toEqual(ids)
    expect(
      health.filter(({ items, feeds }) => items === 1 && feeds.length === 1).map(({ source }) => source.id),
    ).toEqual([ids[0], ids[119]])
  })

  test('a source that does not go back a week is measured by its oldest item, over a day at least', async () => {
    await store.saveSources([sampleSource('a')])
    await saveItems(6, (index) => ({ fetchedAt: T0, publishedAt: index === 1 ? T0 - 3 * DAY_MS : T0 }))
    expect((await store.healthOfSource('a', T0))?.itemsPerDay).toBe(2)
    expect((await store.healthOfSource('a', T0 - 3 * DAY_MS))?.itemsPerDay).toBe(6)
  })

  test('the last polls are kept one by one, and each day in sums; neither grows', async () => {
    const poll = (at: number, more: object = {}) => ({
      ...{ at, outcome: 'changed' as const, status: 200, latencyMs: 10.4, bodyBytes: 1_000, entries: 1, ...more },
    })
    for (let number = 1; number <= 70; number++) {
      const at = T0 + number * DAY_MS
      const drafts = number === 70 ? [sampleDraft('a', 'k')] : []
      await store.saveFeed({ ...sampleUpdate('a', drafts, { polls: number }), poll: poll(at) })
    }
    const now = T0 + 70 * DAY_MS
    const failure = { outcome: 'failed' as const, error: 'no answer', status: undefined, entries: undefined }
    await store.saveFeed({ ...sampleUpdate('a', [], { polls: 71 }), poll: poll(now + 1, failure) })
    const { polls, days } = await store.sourceRecord('a', now)
    expect(polls).toHaveLength(30)
    expect(polls[0]).toMatchObject({ at: now + 1, outcome: 'failed', error: 'no answer', inserted: 0 })
    expect(polls[1]).toMatchObject({ at: now, outcome: 'changed', inserted: 1, feedUrl: 'https://a.example/feed' })
    expect(days).toHaveLength(31)
    const today = Math.floor(now / DAY_MS)
    expect(days.at(-1)).toEqual({
      ...{ day: today, polls: 2, failures: 1, latencyMs: 20, inserted: 1, revised: 0, bodyBytes: 2_000 },
    })
    expect(await store.bytesToday(now)).toBe(2_000)
    expect(await store.polledDays()).toEqual(days.map(({ day }) => day))
    expect(await store.bytesToday(now + 9 * DAY_MS)).toBe(0)
    expect(await store.sourceRecord('nobody', now)).toMatchObject({ polls: [], days: [], members: 0 })
  })

  test('a source’s share in the stories is counted', async () => {
    await saveItems(3)
    await store.saveFeed(sampleUpdate('b', [sampleDraft('b', 'x', { publishedAt: T0 - 30_000 })]))
    await store.commitStories(
      sampleCommit({
        cursor: 4,
        stories: [
          sampleStory(1, 1, { coverage: sampleCoverage(1, { independent: 2 }) }),
          sampleStory(2, 3, { coverage: sampleCoverage(3) }),
        ],
        members: [
          sampleMember(1, 1),
          sampleMember(1, 4),
          sampleMember(2, 2, { role: 'copy', of: 3 }),
          sampleMember(2, 3),
        ],
        events: [createdEvent(1, 1), createdEvent(2, 2)],
      }),
    )
    expect(await store.sourceRecord('a', T0)).toMatchObject({ members: 3, copies: 1, led: 2, first: 1 })
    expect(await store.sourceRecord('b', T0)).toMatchObject({ members: 1, copies: 0, led: 0, first: 0 })
  })
}
