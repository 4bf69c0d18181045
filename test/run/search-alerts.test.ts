import type { AddressObject } from 'mailparser'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMailer, type Mailer } from '../../src/delivery/mailer.ts'
import { workOffOutbox } from '../../src/delivery/outbox.ts'
import type { Wanted } from '../../src/delivery/saved-search.ts'
import { tellSearches } from '../../src/delivery/search-alerts.ts'
import { type MailServer, openMailServer } from '../../src/delivery/testing/mail-server.ts'
import { openReceiver, type Receiver, SECRET } from '../../src/delivery/testing/receiver.ts'
import { verifySignature } from '../../src/delivery/testing/verify-signature.ts'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/lib/instant.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import { createSite } from '../../src/site/site.ts'
import { sampleDeps } from '../../src/site/testing/day.ts'
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

async function look(now = EVENING, mailer?: Mailer): Promise<readonly Error[]> {
  const problems = await tellSearches({ store, baseUrl: 'https://news.example', title: 'Auspex' }, now)
  await workOffOutbox(
    { store, timeZone: 'UTC', mailer, openPoster: async () => receiver.sender, webhookSecret: SECRET },
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
    'The saved search "ac" cannot be read: its address is no webhook, no chat and no mail',
    'The saved search "ad" cannot be read: which stories were told is no list of numbers',
  ])
  expect(alerts()).toHaveLength(2)
}, 60_000)

describe('by mail', () => {
  let smtp: MailServer
  let mailer: Mailer

  beforeEach(async () => {
    smtp = await openMailServer()
    const from = 'Auspex <brief@news.example>'
    mailer = createMailer({ smtpUrl: smtp.url, from, baseUrl: 'https://news.example', title: 'Auspex' })
  })

  afterEach(async () => {
    mailer.close()
    await smtp.close()
  })

  const idsIn = (text: string) => [...text.matchAll(/<https:\/\/news\.example\/s\/(\d+)>/g)].map(([, id]) => Number(id))

  test('a mail tells what there is, then what is new, with a way out in one click', async () => {
    await save({ words: 'Hong Kong' }, 'mailto:analyst@mail.example')
    await look(EVENING, mailer)
    const [first] = smtp.received
    expect([(first!.to as AddressObject).text, first!.subject]).toEqual([
      'analyst@mail.example',
      expect.stringMatching(/^Auspex: ours: saved; \d+ stories now$/),
    ])
    const told = idsIn(first!.text!)
    expect(told.length).toBeGreaterThan(2)
    expect(first!.text).toContain('https://news.example/search?q=Hong+Kong')
    expect(first!.html).toContain(`<a href="https://news.example/s/${told[0]}"`)
    const headers = new Map(first!.headerLines.map(({ key, line }) => [key, line]))
    const out = /<https:\/\/news\.example(\/unsubscribe\/[\w-]{43})>/.exec(headers.get('list-unsubscribe')!)![1]!
    expect(first!.text).toContain(`Unsubscribe: https://news.example${out}`)
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')

    await restOfTheDay()
    await look(EVENING + 14 * MINUTE_MS, mailer)
    expect(smtp.received).toHaveLength(1)
    await look(EVENING + 15 * MINUTE_MS, mailer)
    expect(smtp.received[1]!.subject).toMatch(/^Auspex: ours: \d+ new stor(y|ies)$/)
    expect(idsIn(smtp.received[1]!.text!).filter((id) => told.includes(id))).toEqual([])

    const site = await createSite(await sampleDeps({ store }))
    expect(await (await site.request(out)).text()).toContain('End the alerts of this search by mail')
    expect((await site.request(`${out.slice(0, -1)}.`)).status).toBe(404)
    expect((await site.request(out, { method: 'POST' })).status).toBe(200)
    expect(await store.savedSearches.list()).toEqual([])
    expect((await site.request(out)).status).toBe(404)
  }, 60_000)

  test('while the server is away one mail waits, webhooks go out, and what came meanwhile stands in the next', async () => {
    await save({ words: 'Hong Kong' }, 'mailto:analyst@mail.example')
    await store.savedSearches.save({
      ...{ name: 'posted', needs: '{"words":"Hong Kong"}', target: receiver.url, language: 'en', createdAt: EVENING },
    })
    smtp.refusal = { code: 451 }
    await look(EVENING, mailer)
    await restOfTheDay()
    for (const minutes of [16, 32]) await look(EVENING + minutes * MINUTE_MS, mailer)
    expect(alerts().map(({ reason }) => reason)).toEqual(['saved', 'new'])
    expect(await store.deliveries.list('waiting', 9)).toMatchObject([{ kind: 'mail', attempts: 3 }])
    smtp.refusal = undefined
    await look(EVENING + 62 * MINUTE_MS, mailer)
    await look(EVENING + 63 * MINUTE_MS, mailer)
    const subjects = smtp.received.map(({ subject }) => subject)
    expect(subjects).toEqual([expect.stringContaining('saved; '), expect.stringMatching(/ours: \d+ new stor/)])
    // A mail gives a story the number that it has by then. One that was merged into a larger one meanwhile is sent once.
    const posted = await store.storiesNow(alerts().flatMap(({ stories }) => stories.map(({ id }) => id)))
    const numbers = [...posted.values()].map(({ id }) => id)
    expect([...posted].some(([id, { id: now }]) => id !== now)).toBe(true)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(smtp.received.flatMap(({ text }) => idsIn(text!)).sort()).toEqual(numbers.sort())
  }, 60_000)

  test('what was retracted or forgotten while a mail waited is not sent', async () => {
    await save({ words: 'Hong Kong' }, 'mailto:analyst@mail.example')
    await look(EVENING)
    const [waiting] = await store.deliveries.list('waiting', 9)
    const { storyIds, others } = JSON.parse(waiting!.body).mail as { storyIds: readonly number[]; others: number }
    const [retracted] = storyIds
    const act = { type: 'retract', storyId: retracted! } as const
    await store.operator.ask({ act, reason: 'it was a hoax', at: EVENING })
    await desk.applyActs()
    await look(EVENING + MINUTE_MS, mailer)
    expect(idsIn(smtp.received[0]!.text!)).toEqual(storyIds.slice(1))
    expect(smtp.received[0]!.subject).toContain(`saved; ${storyIds.length - 1 + others} stories now`)

    await save({ words: 'Tokyo' }, 'mailto:analyst@mail.example')
    await look(EVENING + HOUR_MS)
    await store.savedSearches.remove('ours')
    await look(EVENING + 2 * HOUR_MS, mailer)
    expect(smtp.received).toHaveLength(1)
    expect(await store.deliveries.list('dead', 9)).toMatchObject([{ lastError: 'the search was forgotten' }])
  }, 60_000)
})
