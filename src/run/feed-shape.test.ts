import { expect, test } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import { openStore } from '../store/open-store.ts'
import { sampleSource } from '../store/testing/samples.ts'
import { loadGazetteer } from './gazetteer-file.ts'
import { Ingest } from './ingest.ts'

const NOW = Date.UTC(2026, 10, 22, 12)

interface Written {
  readonly guid?: string
  /** As written in the feed. */
  readonly date?: string
}

const rss = (entries: readonly Written[], end = '</channel></rss>') => {
  const items = entries.map(({ guid, date }, place) => {
    const id = guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`
    const published = date === undefined ? '' : `<pubDate>${date}</pubDate>`
    return `<item>${id}<link>https://a.example/${place}</link><title>Entry ${place} opens</title>${published}</item>`
  })
  return `<rss version="2.0"><channel><title>A</title>${items.join('')}${end}`
}
const ahead = (ms: number): Written => ({ date: new Date(NOW + ms).toUTCString() })

/** What is remembered of a feed once it was polled. */
async function stateAfter(body: string) {
  const store = await openStore({ file: ':memory:' })
  try {
    await store.saveSources([sampleSource('a')])
    const ingest = await Ingest.open({
      ...{ store, gazetteer: loadGazetteer(), now: () => NOW, random: () => 0, minIntervalMs: 1, maxIntervalMs: 9 },
    })
    const [feed] = ingest.feeds()
    const bytes = Buffer.from(body)
    await ingest.take(feed!, { type: 'changed', status: 200, latencyMs: 1, bytes, finalUrl: feed!.url })
    const [state] = await store.feedStates()
    return state!
  } finally {
    await store.close()
  }
}

test.each<[string, Written[], number]>([
  ['an entry of today', [ahead(0)], 0],
  ['a day ahead: a time zone left out', [ahead(DAY_MS)], 0],
  ['a second more than a day ahead', [ahead(DAY_MS + 1_000)], 1],
  ['each that is ahead', [ahead(2 * DAY_MS), ahead(-DAY_MS), ahead(30 * DAY_MS)], 2],
  ['no date', [{}], 0],
  ['a date that cannot be read', [{ date: 'soon' }], 0],
])('entries dated in the future: %s', async (_what, entries, futureEntries) => {
  expect(await stateAfter(rss(entries))).toMatchObject({ entries: entries.length, futureEntries })
})

test.each<[string, Written[], number]>([
  ['ids of their own', [{ guid: '1' }, { guid: '2' }], 0],
  ['one id again and again', [{ guid: '1' }, { guid: '1' }, { guid: '1' }, { guid: '2' }], 2],
  ['no ids', [{}, {}], 0],
])('repeated ids: %s', async (_what, entries, repeatedIds) => {
  expect(await stateAfter(rss(entries))).toMatchObject({ repeatedIds })
})

test.each([
  ['whole', '</channel></rss>', false],
  ['cut off in the middle', '<item><title>Ent', true],
])('a feed that is %s', async (_what, end, isSalvaged) => {
  expect(await stateAfter(rss([{ guid: '1' }], end))).toMatchObject({ isSalvaged })
})
