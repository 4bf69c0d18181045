import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { workOffOutbox } from '../../src/delivery/outbox.ts'
import type { Wanted } from '../../src/delivery/saved-search.ts'
import { tellSearches } from '../../src/delivery/search-alerts.ts'
import { openReceiver, type Receiver, SECRET } from '../../src/delivery/testing/receiver.ts'
import { verifySignature } from '../../src/delivery/testing/verify-signature.ts'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { DAY_MS, MINUTE_MS } from '../../src/lib/instant.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import type { Store } from '../../src/store/types.ts'
import { EVENING, publishFeedsUpTo, toldDay } from '../fixtures/demo-day.ts'

let beat: Beat
let store: Store
let desk: Desk
let end: () => Promise<void>
let receiver: Receiver

beforeAll(() => {
  beat = loadBeat()
})

beforeEach(async () => {
  const day = await toldDay(720, beat)
  ;({ store, desk } = day)
  receiver = await openReceiver()
  end = async () => {
    await receiver.close()
    await desk.close()
    await day.end()
  }
}, 60_000)

afterEach(() => end())

let saves = 0

/** Each a moment later than the one before, as people do. */
function save(wanted: Wanted, target = receiver.url, language = 'en'): Promise<void> {
  const createdAt = EVENING + saves++
  return store.savedSearches.save({ name: 'ours', needs: JSON.stringify(wanted), target, language, createdAt })
}

async function look(now = EVENING): Promise<readonly Error[]> {
  const problems = await tellSearches({ store, baseUrl: 'https://news.example', title: 'Auspex' }, now)
  await workOffOutbox(
    { store, timeZone: 'UTC', openPoster: async () => receiver.sender, webhookSecret: SECRET },
    () => now,
  )
  return problems
}

interface Alert {
  readonly reason: string
  readonly url: string
  readonly others: number
  readonly stories: readonly { id: number; hubs: readonly string[]; independent: number; url: string }[]
}

const alerts = () => receiver.calls.map(({ body }) => JSON.parse(body) as Alert)

async function restOfTheDay(): Promise<void> {
  await publishFeedsUpTo(DAY_MINUTES, store, beat)
  while ((await desk.workOff(200)) === 200);
}

test('a search tells what there is, then each new story once, signed', async () => {
  await save({ words: 'Hong Kong' })
  expect(await look()).toEqual([])
  const [first] = alerts()
  expect(first).toMatchObject({ reason: 'saved', url: 'https://news.example/search?q=Hong+Kong' })
  expect(first!.stories.length).toBeGreaterThan(2)
  const [{ headers, body }] = receiver.calls as [(typeof receiver.calls)[0]]
  expect(verifySignature(SECRET, body, String(headers['auspex-signature']), EVENING / 1_000)).toBe(true)

  await look(EVENING + MINUTE_MS)
  expect(receiver.calls).toHaveLength(1)
  await restOfTheDay()
  await look(EVENING + 2 * MINUTE_MS)
  const [, second] = alerts()
  expect(second).toMatchObject({ reason: 'new' })
  const before = new Set(first!.stories.map(({ id }) => id))
  expect(second!.stories.length).toBeGreaterThan(0)
  for (const { id, url } of second!.stories) {
    expect(before.has(id), `story ${id}`).toBe(false)
    expect(url).toBe(`https://news.example/s/${id}`)
  }
  await look(EVENING + 3 * MINUTE_MS)
  expect(receiver.calls).toHaveLength(2)
}, 60_000)

test('a story is told when it comes to have as many owners as are asked for', async () => {
  await save({ hub: 'hong-kong', independent: 3 })
  await look()
  await restOfTheDay()
  await look(EVENING + MINUTE_MS)
  const told = alerts().flatMap(({ stories }) => stories)
  expect(told.length).toBeGreaterThan(1)
  for (const { hubs, independent } of told) {
    expect(hubs).toContain('hong-kong')
    expect(independent).toBeGreaterThanOrEqual(3)
  }
  const { stories } = await store.listStories({ hub: 'hong-kong', order: 'newest', limit: 200 })
  const enough = stories.filter(({ coverage }) => coverage.independent >= 3)
  expect(new Set(told.map(({ id }) => id))).toEqual(new Set(enough.map(({ id }) => id)))
}, 60_000)

test('a chat gets it as a message in the language asked for; nothing yet is said too', async () => {
  await save({ entity: 'hong-kong', kind: 'policy' }, `slack:${receiver.url}`, 'ja')
  await look()
  expect(JSON.parse(receiver.calls[0]!.body).text).toMatch(
    /^\*<https:\/\/news\.example\/\?kind=policy&entity=hong-kong\|Auspex · ours: 保存しました。現在\d+件>\*/,
  )
  await save({ words: 'zeppelin' }, `slack:${receiver.url}`)
  await look(EVENING + MINUTE_MS)
  expect(JSON.parse(receiver.calls[1]!.body).text).toContain('saved; 0 stories now')
}, 60_000)

test('old stories are no news, and what cannot be read is named and keeps no other search', async () => {
  await save({ words: 'Hong Kong' })
  await look(EVENING + 30 * DAY_MS)
  expect(alerts()[0]).toMatchObject({ stories: [], others: 0 })
  const broken = { name: 'aa', needs: '{"words":""}', target: receiver.url, language: 'en', createdAt: 1 }
  await store.savedSearches.save(broken)
  await store.savedSearches.save({ ...broken, name: 'ab', needs: '{"words": "half' })
  await store.savedSearches.save({ ...broken, name: 'ac', needs: '{"words":"Tokyo"}', target: 'slack:nowhere' })
  await store.savedSearches.save({ ...broken, name: 'ad', needs: '{"words":"Tokyo"}' })
  const [told] = (await store.savedSearches.list()).filter(({ name }) => name === 'ad')
  await store.savedSearches.noteTold(told!, 'neither')
  await save({ kind: 'policy' })
  const problems = await look()
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('saved search "aa" cannot be read'),
    'The saved search "ab" cannot be read: what is looked for is no JSON object',
    'The saved search "ac" cannot be read: its address is neither a webhook nor a chat',
    'The saved search "ad" cannot be read: which stories were told is no list of numbers',
  ])
  expect(alerts()).toHaveLength(2)
}, 60_000)
