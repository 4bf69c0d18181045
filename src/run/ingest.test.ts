import { describe, expect, test } from 'vitest'
import type { FeedChanged } from '../source/fetch-feed.ts'
import { rss } from '../source/testing/rss.ts'
import { openStore } from '../store/open-store.ts'
import { sampleCommit, sampleSource, T0 } from '../store/testing/samples.ts'
import { loadGazetteer } from './gazetteer-file.ts'
import { Ingest } from './ingest.ts'
import { MOST_CHANGES_AT_ONCE } from './portion.ts'

const OPTIONS = {
  gazetteer: loadGazetteer(),
  now: () => T0,
  random: () => 0,
  minIntervalMs: 1_000,
  maxIntervalMs: 9_000,
}

test('sources that were added, switched off or blocked since are seen when they are read again', async () => {
  const store = await openStore({ file: ':memory:' })
  const ingest = await Ingest.open({ ...OPTIONS, store })
  const read = async () => {
    await ingest.reloadSources()
    return ingest.feeds().map(({ sourceId }) => sourceId)
  }
  expect(await read()).toEqual([])
  await store.saveSources([sampleSource('a'), sampleSource('b'), sampleSource('c')])
  expect(await read()).toEqual(['a', 'b', 'c'])
  await store.saveSources([sampleSource('b', { isEnabled: false })])
  expect(await read()).toEqual(['a', 'c'])
  await store.operator.ask({ act: { type: 'block', sourceId: 'c' }, reason: 'spam', at: T0 })
  const source = { id: 'c', ruling: { blocked: 'spam' } }
  await store.commitStories(sampleCommit({ act: { id: 1, state: 'applied', answer: '', at: T0, source } }))
  expect(await read()).toEqual(['a'])
  await store.close()
})

test('entries of a changelog, all on one page, are items with addresses of their own', async () => {
  const store = await openStore({ file: ':memory:' })
  await store.saveSources([sampleSource('a')])
  const ingest = await Ingest.open({ ...OPTIONS, store })
  const entry = (version: string) =>
    `<item><title>Quill ${version}</title><link>https://a.example/changelog#${version}</link></item>`
  const bytes = Buffer.from(`<rss version="2.0"><channel>${entry('2.3')}${entry('2.2')}</channel></rss>`)
  const answer = { type: 'changed', status: 200, latencyMs: 1, bytes, finalUrl: 'https://a.example/feed' } as const
  const { inserted } = await ingest.take(ingest.feeds()[0]!, answer)
  const addresses = (await store.items(inserted)).map(({ url }) => url)
  expect(addresses).toEqual(['https://a.example/changelog#2.3', 'https://a.example/changelog#2.2'])
  await store.close()
})

describe('a feed of more new entries than are taken at once', () => {
  const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `Entry ${from + at}`)
  const answer = (titles: readonly string[], etag: string): FeedChanged => ({
    type: 'changed',
    status: 200,
    latencyMs: 1,
    etag,
    lastModified: 'Sun, 29 Nov 2026 08:00:00 GMT',
    bytes: Buffer.from(rss('a', ...titles)),
    finalUrl: 'https://a.example/feed',
  })

  async function opened() {
    const store = await openStore({ file: ':memory:' })
    await store.saveSources([sampleSource('a')])
    const failures: [string, number][] = []
    const onFailure = (_feed: unknown, error: string, inARow: number) => failures.push([error, inARow])
    const ingest = await Ingest.open({ ...OPTIONS, store, onFailure })
    return { store, ingest, failures, feed: () => ingest.feeds()[0]! }
  }

  test('is read again until all are taken, each once, though it says that nothing has changed', async () => {
    const { store, ingest, failures, feed } = await opened()
    const titles = entries(0, 2 * MOST_CHANGES_AT_ONCE + 100)
    const inserted: number[] = []
    for (const left of [1_100, 100, 0]) {
      inserted.push((await ingest.take(feed(), answer(titles, '"1"'))).inserted.length)
      const { etag, lastModified, unread, nextPollAt } = feed().state!
      const words = `${left} new entries more than are taken at once: the next polls take them`
      if (left > 0) expect([etag, lastModified, unread, nextPollAt]).toEqual([undefined, undefined, words, T0 + 1_000])
      else expect([etag, unread]).toEqual(['"1"', undefined])
    }
    expect(inserted).toEqual([1_000, 1_000, 100])
    expect(failures.map(([, inARow]) => inARow)).toEqual([1, 2])
    const items = await store.items(Array.from({ length: titles.length + 1 }, (_, at) => at + 1))
    expect(items.map(({ title }) => title)).toEqual(titles)
    expect(await ingest.take(feed(), answer(titles, '"1"'))).toMatchObject({ inserted: [], unchanged: 2_100 })
    expect((await store.sourceRecord('a', T0)).polls.map(({ inserted }) => inserted)).toEqual([1_000, 1_000, 100, 0])
    await store.close()
  })

  test('many that are stored leave room for those that are new', async () => {
    const { store, ingest, feed } = await opened()
    await ingest.take(feed(), answer(entries(0, 900), '"1"'))
    expect(await ingest.take(feed(), answer(entries(0, 1_900), '"2"'))).toMatchObject({ unchanged: 900 })
    expect(feed().state).toMatchObject({ etag: '"2"' })
    expect((await store.counts(T0)).items).toBe(1_900)
    await store.close()
  })

  test('what a client reads that goes on from a cursor is taken whole: it would never be shown again', async () => {
    const { store, ingest, feed } = await opened()
    const read = entries(0, 1_200).map((title) => ({ id: title, title, authors: [], categories: [], enclosures: [] }))
    const asked = { type: 'read', status: 200, latencyMs: 1, withdrawn: [], bodyBytes: 9 } as const
    const outcome = { ...asked, feed: { authors: [], entries: read, isSalvaged: false } }
    expect((await ingest.take(feed(), { ...outcome, cursor: '7' })).inserted).toHaveLength(1_200)
    const more = entries(1_200, 2_400).map((title) => ({ ...read[0]!, id: title, title }))
    const again = await ingest.take(feed(), { ...outcome, feed: { ...outcome.feed, entries: more } })
    expect([again.inserted.length, feed().state!.unread]).toEqual([1_000, expect.stringContaining('200 new entries')])
    await store.close()
  })
})
