import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SiteDeps } from '../deps.ts'
import { hiddenCookie } from '../hidden/hidden-cookie.ts'
import { addStory, sampleDeps } from '../testing/day.ts'
import type { SampleStory } from '../testing/sample-stories.ts'
import { EventHub } from './event-hub.ts'
import { createEventStream } from './event-stream.ts'
import { frontListOf } from './listed.ts'

let deps: SiteDeps
let hub: EventHub
let app: Hono
let notify: () => void
let reads: number
/** Number of the newest event before the test. */
let last: number
const open: { close(): Promise<void> }[] = []

beforeEach(async () => {
  deps = await sampleDeps()
  reads = 0
  const { store } = deps
  last = (await store.counts(0)).lastEventSeq
  hub = new EventHub({
    store: {
      events: (options) => {
        reads += 1
        return store.events(options)
      },
      storiesNow: (ids) => store.storiesNow(ids),
    },
    pollMs: 40,
    onEvents: (listener) => {
      notify = listener
      return () => undefined
    },
  })
  app = new Hono().get('/events', createEventStream(hub, frontListOf(deps), 300))
})

afterEach(async () => {
  await Promise.all(open.splice(0).map((stream) => stream.close()))
  hub.close()
  await new Promise((resolve) => setTimeout(resolve, 20))
  await deps.store.close()
})

interface Message {
  readonly id?: string
  readonly event?: string
  readonly data?: Record<string, unknown>
}

/** Opens a stream and reads messages from it as a browser would. */
async function listen(url = '/events', headers: Record<string, string> = {}) {
  const response = await app.request(url, { headers })
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  const close = () => reader.cancel()
  open.push({ close })
  let buffer = ''
  async function block(): Promise<string> {
    while (!buffer.includes('\n\n')) {
      const { value, done } = await reader.read()
      if (done) return ''
      buffer += decoder.decode(value, { stream: true })
    }
    const end = buffer.indexOf('\n\n')
    const text = buffer.slice(0, end)
    buffer = buffer.slice(end + 2)
    return text
  }
  async function next(): Promise<Message> {
    for (;;) {
      const lines = (await block()).split('\n')
      const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
      const data = field('data')
      if (data) return { id: field('id'), event: field('event'), data: JSON.parse(data) }
    }
  }
  return { response, next, block, close }
}

const newcomer = (id: number, isCommunity = false) => ({
  id,
  kind: 'tool' as const,
  isCommunity,
  members: [{ source: isCommunity ? 'data-halls' : 'straits-ledger', title: `Newcomer ${id}`, ageHours: 0 }],
})

describe('the event stream', () => {
  test('is one, and is kept by nobody', async () => {
    const { response } = await listen()
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  test('begins with what comes, not with the past', async () => {
    const stream = await listen()
    await stream.block()
    await new Promise((resolve) => setTimeout(resolve, 30))
    await addStory(deps.store, newcomer(20))
    const { id, event, data } = await stream.next()
    expect(event).toBe('story')
    expect(data).toMatchObject({ type: 'created', storyId: 20, listed: true })
    expect(id).toBe(String(data!.seq))
    expect(data!.at).toMatch(/^2026-11-22T05:44:00/)
  })

  const cookie = (...words: string[]) => ({ cookie: hiddenCookie(words).split(';')[0]! })
  test.each<[string, Partial<SampleStory>, string, Record<string, string>, boolean]>([
    ['what is new', {}, '', {}, true],
    ['what communities carry', { isCommunity: true }, '', {}, false],
    ['what is off the beat', { state: 'off-beat' }, '', {}, false],
    ['what is held back', { state: 'held' }, '', {}, false],
    ['what is older than its window', { members: [{ ...newcomer(21).members[0]!, ageHours: 400 }] }, '', {}, false],
    ['what a word of the address hides', {}, '&hide=crypto,newcomer', {}, false],
    ['what a word of the reader hides', {}, '', cookie('newcomer'), false],
    ['what other words do not hide', {}, '&hide=crypto', cookie('other'), true],
    ['another kind', {}, '&kind=policy', {}, false],
    ['its kind', {}, '&kind=tool', {}, true],
    ['another name', { entityIds: ['halden-compute'] }, '&entity=johor', {}, false],
    ['what the page leaves out of its address', {}, '&kind=nonsense&hide=!!!', {}, true],
  ])('says whether the list at its address shows a story: %s', async (_, more, query, headers, isListed) => {
    const stream = await listen(`/events?after=${last}${query}`, headers)
    await addStory(deps.store, { ...newcomer(21, more.isCommunity), ...more })
    expect((await stream.next()).data).toMatchObject({ type: 'created', storyId: 21, listed: isListed })
  })

  test('says nothing of lists where an event brings no story', async () => {
    const stream = await listen('/events?after=1')
    for (;;) {
      const { data } = await stream.next()
      expect('listed' in data!).toBe(data!.type === 'created' || data!.type === 'published')
      if (data!.seq === last) break
    }
  })

  test('resumes after Last-Event-ID, gap-free and in order, whatever ?after= says', async () => {
    const stream = await listen('/events?after=50', { 'last-event-id': '3' })
    const seqs: number[] = []
    while (seqs.length < 20) seqs.push((await stream.next()).data!.seq as number)
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, i) => i + 4))
  })

  test('many who listen cost one reading', async () => {
    const streams = await Promise.all(Array.from({ length: 50 }, () => listen(`/events?after=${last}`)))
    await new Promise((resolve) => setTimeout(resolve, 60))
    const before = reads
    await addStory(deps.store, newcomer(22))
    const messages = await Promise.all(streams.map(({ next }) => next()))
    expect(new Set(messages.map(({ data }) => data!.storyId))).toEqual(new Set([22]))
    expect(reads - before).toBeLessThan(10)
  })

  test('a call of the pipeline is faster than the clock', async () => {
    hub.close()
    hub = new EventHub({
      store: deps.store,
      pollMs: 60_000,
      onEvents: (listener) => {
        notify = listener
        return () => undefined
      },
    })
    app = new Hono().get('/events', createEventStream(hub, frontListOf(deps), 60_000))
    const stream = await listen(`/events?after=${last}`)
    await stream.block()
    await new Promise((resolve) => setTimeout(resolve, 30))
    await addStory(deps.store, newcomer(23))
    notify()
    expect((await stream.next()).data).toMatchObject({ storyId: 23 })
  })

  test('a heartbeat when nothing happens', async () => {
    const stream = await listen(`/events?after=${last}`)
    expect(await stream.block()).toBe('retry: 5000')
    expect(await stream.block()).toBe(': still here')
  })

  test('a store that fails once does not end the stream', async () => {
    const { store } = deps
    let isBroken = false
    hub.close()
    hub = new EventHub({
      store: {
        events: (options) => (isBroken ? Promise.reject(new Error('locked')) : store.events(options)),
        storiesNow: (ids) => store.storiesNow(ids),
      },
      pollMs: 20,
    })
    app = new Hono().get('/events', createEventStream(hub, frontListOf(deps), 5_000))
    const stream = await listen(`/events?after=${last}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
    isBroken = true
    await new Promise((resolve) => setTimeout(resolve, 60))
    isBroken = false
    await addStory(store, newcomer(24))
    expect((await stream.next()).data).toMatchObject({ storyId: 24 })
  })
})

test('one sender has a hundred streams at most; others, and a proxy that names nobody, have their own places', async () => {
  const ask = async (sender: string | undefined) => {
    const response = await app.request('/events', { headers: sender ? { 'x-forwarded-for': sender } : {} })
    open.push({ close: async () => void (await response.body?.cancel()) })
    return response.status
  }
  const of = (sender: string | undefined) => Promise.all(Array.from({ length: 101 }, () => ask(sender)))
  expect((await of('192.0.2.7')).filter((status) => status === 503)).toHaveLength(1)
  expect(await ask('192.0.2.8')).toBe(200)
  expect(await of(undefined)).not.toContain(503)
  await open.shift()!.close()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await ask('192.0.2.7')).toBe(200)
  expect(await ask('192.0.2.7')).toBe(503)
})

test('with nobody listening the log is not asked', async () => {
  const stream = await listen(`/events?after=${last}`)
  await stream.block()
  await stream.close()
  await new Promise((resolve) => setTimeout(resolve, 500))
  const before = reads
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(reads).toBe(before)
  expect(hub.newestSeq()).toBeUndefined()
})
