import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../lib/instant.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/types.ts'
import { isReachable, WebSub } from './web-sub.ts'

let store: Store
let now = DAY_MS
let status = 202
const sent: URLSearchParams[] = []
const feed = { sourceId: 'a', feedUrl: 'https://a.example/feed' }
const links = { hub: 'https://hub.example/', topic: 'https://a.example/topic' }
/** The network's edge: a recorded reply. */
const fetcher = {
  post: async (url: string, form: URLSearchParams) => {
    sent.push(form)
    return { status, headers: new Map(), bytes: new Uint8Array(), url }
  },
}
const open = () => WebSub.open({ store, fetcher, baseUrl: 'https://news.example', now: () => now })
const modes = () => sent.splice(0).map((form) => form.get('hub.mode'))

beforeEach(async () => {
  store = await openStore({ file: ':memory:' })
  now = DAY_MS
  status = 202
  sent.length = 0
})
afterEach(() => store.close())

/** As the hub's confirmation does. */
async function confirm(leaseMs: number): Promise<void> {
  const [subscription] = await store.webSub.all()
  await store.webSub.change(subscription!.callback, { confirmedAt: now, leaseUntil: now + leaseMs, asks: 0 })
}

test('a subscription is asked for once, and renewed before its lease ends', async () => {
  const webSub = await open()
  await webSub.note(feed, links, feed.feedUrl)
  await webSub.note(feed, links, feed.feedUrl)
  await webSub.round([feed])
  await webSub.round([feed])
  expect(modes()).toEqual(['subscribe'])
  await confirm(10 * DAY_MS)
  now += 8.9 * DAY_MS
  await webSub.round([feed])
  expect(modes()).toEqual([])
  now += 0.2 * DAY_MS
  await webSub.round([feed])
  expect(modes()).toEqual(['subscribe'])
})

test('a hub that does not confirm is asked again ever later', async () => {
  const webSub = await open()
  await webSub.note(feed, links, feed.feedUrl)
  status = 500
  const askedAtHours: number[] = []
  for (let hour = 0; hour < 72; hour++, now += HOUR_MS) {
    await webSub.round([feed])
    if (modes().length > 0) askedAtHours.push(hour)
  }
  expect(askedAtHours).toEqual([0, 1, 3, 7, 15, 31, 55])
  expect((await store.webSub.all())[0]!.error).toContain('the hub refused')
})

test('a clock that ran years ahead when a hub was asked, or when it confirmed, puts nothing off', async () => {
  const webSub = await open()
  now += 400 * DAY_MS
  await webSub.note(feed, links, feed.feedUrl)
  await webSub.round([feed])
  now -= 400 * DAY_MS
  await webSub.round([feed])
  expect(modes()).toEqual(['subscribe', 'subscribe'])
  now += 400 * DAY_MS
  await confirm(10 * DAY_MS)
  await webSub.round([feed])
  await webSub.noteDelivered(feed)
  expect([modes(), webSub.isDelivering(feed)]).toEqual([[], true])
  now -= 400 * DAY_MS
  await webSub.round([feed])
  expect([modes(), webSub.isDelivering(feed)]).toEqual([['subscribe'], false])
})

test('a feed no longer followed is unsubscribed, and forgotten when the hub says nothing', async () => {
  const webSub = await open()
  await webSub.note(feed, links, feed.feedUrl)
  await webSub.round([feed])
  await confirm(10 * DAY_MS)
  modes()
  for (let day = 0; day < 8; day++, now += DAY_MS) await webSub.round([])
  expect(modes()).toEqual(['unsubscribe', 'unsubscribe', 'unsubscribe'])
  expect(await store.webSub.all()).toEqual([])
})

test('a feed that names another hub leaves the first', async () => {
  const webSub = await open()
  await webSub.note(feed, links, feed.feedUrl)
  await webSub.round([feed])
  await confirm(10 * DAY_MS)
  modes()
  await webSub.note(feed, { hub: 'https://other.example/' }, feed.feedUrl)
  await webSub.round([feed])
  expect(modes().sort()).toEqual(['subscribe', 'unsubscribe'])
})

test('a hub is relied on once it has delivered, until a poll finds what it missed', async () => {
  const webSub = await open()
  await webSub.note(feed, links, feed.feedUrl)
  await confirm(10 * DAY_MS)
  await webSub.round([feed])
  expect(webSub.isDelivering(feed)).toBe(false)
  await webSub.noteDelivered(feed)
  expect(webSub.isDelivering(feed)).toBe(true)
  now += 1
  await webSub.noteMissed(feed)
  expect(webSub.isDelivering(feed)).toBe(false)
  now += 1
  await webSub.noteDelivered(feed)
  expect(webSub.isDelivering(feed)).toBe(true)
  now += 10 * DAY_MS
  expect(webSub.isDelivering(feed)).toBe(false)
})

test.each([
  ['https://news.example', true],
  ['http://93.184.216.34:8080', true],
  ['http://127.0.0.1:4173', false],
  ['http://[::1]', false],
  ['http://localhost', false],
  ['http://192.168.1.4', false],
  ['', false],
])('hubs can reach %s: %s', (address, isPublic) => {
  expect(isReachable(address, () => false)).toBe(isPublic)
})
