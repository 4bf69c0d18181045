import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isReadThrough } from '../delivery/read-through.ts'
import { openReceiver, type Receiver, SECRET } from '../delivery/testing/receiver.ts'
import { shippedAtlas } from '../hub/testing/shipped-atlas.ts'
import { HOUR_MS, MINUTE_MS } from '../lib/instant.ts'
import { readSettings, type SettingName } from '../settings.ts'
import { openStore } from '../store/open-store.ts'
import { sampleCommit, sampleDraft, sampleSource, sampleUpdate } from '../store/testing/samples.ts'
import type { Store } from '../store/types.ts'
import { type Courier, startCourier } from './courier.ts'

const MORNING = Date.UTC(2026, 2, 3, 7)

let store: Store
let receiver: Receiver
let courier: Courier
let now = MORNING
/** Settings of a mail server, where there is one. */
let mails: Partial<Record<SettingName, string>>

beforeEach(async () => {
  now = MORNING
  mails = {}
  store = await openStore({ file: ':memory:' })
  await store.saveSources([sampleSource('a')])
  receiver = await openReceiver()
  courier = await start()
})

afterEach(async () => {
  await courier.stop()
  await receiver.close()
  await store.close()
})

function start(
  editionsFrom?: number,
  clock = () => now,
  onFault = (fault: unknown): void => {
    throw fault
  },
): Promise<Courier> {
  const { host } = new URL(receiver.url)
  const posts = { webhook_urls: receiver.url, webhook_secret: SECRET, allow_private: host }
  const settings = readSettings({ ...posts, ...mails }, {})
  const options = {
    store,
    atlas: shippedAtlas(),
    settings,
    version: '0',
    now: clock,
    baseUrl: 'https://news.example',
  }
  return startCourier({ ...options, editionsFrom, onFault })
}

/** The feed is polled and brings an item of the day before; the story step has told it or not. */
async function poll({ isTold }: { readonly isTold: boolean }): Promise<void> {
  const drafts = [sampleDraft('a', 'k', { publishedAt: MORNING - 10 * HOUR_MS })]
  await store.saveFeed(sampleUpdate('a', drafts, { nextPollAt: now + HOUR_MS }))
  if (!isTold) return
  const { backlog } = await store.counts(now)
  await store.commitStories(sampleCommit({ cursor: (await store.engineState()).cursor + backlog }))
}

test('on a first start yesterday goes out only when its items have been read and told', async () => {
  await courier.look()
  expect(receiver.calls).toEqual([])
  await poll({ isTold: false })
  await courier.look()
  expect(receiver.calls).toEqual([])
  await poll({ isTold: true })
  await courier.look()
  expect(receiver.calls.map(({ body }) => JSON.parse(body).date)).toEqual(['2026-03-02'])
})

test('after a pause, too, what came meanwhile is read before', async () => {
  await poll({ isTold: true })
  expect(await isReadThrough(store, now)).toBe(true)
  now += HOUR_MS + 6 * MINUTE_MS
  expect(await isReadThrough(store, now)).toBe(false)
})

test('a network that stays away does not keep it for ever', async () => {
  await courier.look()
  now += 29 * MINUTE_MS
  await courier.look()
  expect(receiver.calls).toEqual([])
  now += MINUTE_MS
  await courier.look()
  expect(receiver.calls.length).toBe(1)
})

test('posts go out however many mails wait for a mail server', async () => {
  const waiting = { subject: 'day', body: '{}', createdAt: MORNING }
  const mails = Array.from({ length: 1_001 }, (_, n) => ({
    ...waiting,
    kind: 'mail' as const,
    target: `r${n}@a.example`,
  }))
  await store.deliveries.add([{ ...waiting, kind: 'webhook', target: receiver.url }, ...mails])
  await courier.look()
  expect(receiver.calls.length).toBe(1)
})

test('a courier that stopped holds no connection, whichever queues it sent by', async () => {
  // So that the code that posts is loaded anew, with the chat's own there already: both queues then wait for it.
  vi.resetModules()
  await import('../delivery/chat/send-chat.ts')
  await store.deliveries.add([
    { kind: 'webhook', target: receiver.url, subject: 'one', body: '{}', createdAt: MORNING },
    { kind: 'chat', target: `slack:${receiver.url}`, subject: 'one', body: '{}', createdAt: MORNING },
  ])
  await courier.look()
  expect(receiver.calls.length).toBe(2)
  expect(await receiver.openConnections()).toBeGreaterThan(0)
  await courier.stop()
  await vi.waitFor(async () => expect(await receiver.openConnections()).toBe(0), 1_000)
})

test('a mail server that does not answer keeps no post waiting, nor what falls due meanwhile', async () => {
  await courier.stop()
  const silent = createServer()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const calls: Socket[] = []
  const isCalled = new Promise<void>((resolve) => {
    silent.on('connection', (socket) => {
      calls.push(socket)
      resolve()
    })
  })
  const { port } = silent.address() as AddressInfo
  mails = { smtp_url: `smtp://127.0.0.1:${port}`, mail_from: 'brief@news.example', base_url: 'https://news.example' }
  courier = await start(undefined, undefined, () => undefined)
  const body = JSON.stringify({ type: 'confirm', language: 'en', token: 'token-1' })
  const mail = { kind: 'mail', target: 'reader@mail.example', subject: 'confirm 1', body, createdAt: MORNING } as const
  await store.subscribers.ask({ email: mail.target, language: 'en', token: 'token-1', createdAt: MORNING })
  await store.deliveries.add([
    mail,
    { kind: 'webhook', target: receiver.url, subject: 'one', body, createdAt: MORNING },
  ])
  const hanging = courier.look()
  await isCalled
  await vi.waitFor(() => expect(receiver.calls.length).toBe(1))

  const saved = { target: receiver.url, language: 'en', createdAt: now }
  await store.savedSearches.save({ ...saved, name: 'ours', needs: '{"words":"grid"}' })
  now += MINUTE_MS
  const second = courier.look()
  await vi.waitFor(() => expect(receiver.calls.map(({ body }) => JSON.parse(body).type)).toContain('search'))
  for (const socket of calls) socket.destroy()
  await Promise.all([hanging, second])
  expect(await store.deliveries.list('waiting', 9)).toMatchObject([{ kind: 'mail', attempts: 1 }])
  silent.close()
})

test('a look that takes long is not followed by all that fell due meanwhile', async () => {
  await courier.stop()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let clocksRead = 0
  courier = await start(0, () => {
    clocksRead++
    return MORNING
  })
  try {
    vi.advanceTimersByTime(10 * MINUTE_MS)
    await courier.stop()
  } finally {
    vi.useRealTimers()
  }
  expect(clocksRead).toBe(1)
})

test('nothing goes out of a day that is still being published', async () => {
  await courier.stop()
  courier = await start(MORNING + HOUR_MS)
  await poll({ isTold: true })
  await courier.look()
  expect(receiver.calls).toEqual([])
})

test('a saved search that cannot be read is named once, until it is saved anew', async () => {
  await courier.stop()
  const faults: unknown[] = []
  courier = await start(undefined, undefined, (fault) => faults.push(fault))
  const saved = { name: 'ours', target: receiver.url, language: 'en', createdAt: now }
  for (const needs of ['{', '{', '{"words":"grid"}', '{']) {
    await store.savedSearches.save({ ...saved, needs })
    now += MINUTE_MS
    await courier.look()
  }
  const message = expect.stringContaining('"ours" cannot be read')
  expect(faults).toEqual([expect.objectContaining({ message }), expect.objectContaining({ message })])
})
