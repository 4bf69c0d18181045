import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedClient } from '../source/clients/feed.ts'
import { politeClient } from '../source/clients/polite.ts'
import { createCrawlPolicy } from '../source/crawl-policy.ts'
import { type Answer, type Loopback, openLoopback } from '../source/testing/loopback.ts'
import { openStore } from '../store/open-store.ts'
import { sampleSource } from '../store/testing/samples.ts'
import { loadGazetteer } from './gazetteer-file.ts'
import { Ingest } from './ingest.ts'
import { reservedSources } from './reserved-sources.ts'

let loopback: Loopback
beforeAll(async () => {
  loopback = await openLoopback()
})
afterAll(() => loopback.close())

test('tdmrep.json keeps a source from models, whatever part of its site it names', async () => {
  let etag = '"1"'
  let links = ['/news/1', 'https://elsewhere.example/reserved/1']
  const feed: Answer = ({ headers }, response) => {
    if (headers['if-none-match'] === etag) return response.writeHead(304).end()
    const items = links.map(
      (link) => `<item><guid>${link}</guid><link>${link}</link><title>${link} opens</title></item>`,
    )
    return response.writeHead(200, { etag }).end(`<rss><channel><title>A</title>${items.join('')}</channel></rss>`)
  }
  const file = { rules: [] as unknown[], status: 200 }
  loopback.answers.set('/feed.xml', feed)
  loopback.answers.set('/.well-known/tdmrep.json', ((_, response) =>
    response.writeHead(file.status).end(JSON.stringify(file.rules))) satisfies Answer)

  let now = Date.UTC(2026, 10, 22)
  const store = await openStore({ file: ':memory:' })
  await store.saveSources([sampleSource('a', { feeds: [{ url: `${loopback.url}/feed.xml` }], homepage: loopback.url })])
  const policy = createCrawlPolicy(loopback.fetcher, () => now)
  const ingest = await Ingest.open({
    ...{ store, gazetteer: loadGazetteer(), now: () => now, random: () => 0, minIntervalMs: 1, maxIntervalMs: 9 },
    fullText: { fetcher: loopback.fetcher, policy },
  })
  const client = politeClient(feedClient, policy)
  const reservedAfterPoll = async () => {
    const [polled] = ingest.feeds()
    await ingest.take(polled!, await client.poll(polled!, { fetcher: loopback.fetcher, now: () => now }))
    now += 25 * 3_600_000
    return [...(await reservedSources(store))]
  }

  // A rule for a part of the site in which nothing of the feed lies; what is elsewhere is not the source's.
  file.rules = [{ location: '/reserved/*', 'tdm-reservation': 1 }]
  expect(await reservedAfterPoll()).toEqual([])
  file.rules = [{ location: '/news/*', 'tdm-reservation': 1 }]
  etag = '"2"'
  expect(await reservedAfterPoll()).toEqual(['a'])
  // Nothing changed in the feed, or the site cannot be asked: it stays so.
  expect(await reservedAfterPoll()).toEqual(['a'])
  file.status = 503
  etag = '"3"'
  expect(await reservedAfterPoll()).toEqual(['a'])
  file.status = 200
  file.rules = []
  links = ['/news/2']
  etag = '"4"'
  expect(await reservedAfterPoll()).toEqual([])
  file.rules = [{ location: '/', 'tdm-reservation': 1 }]
  expect(await reservedAfterPoll()).toEqual(['a'])
  await store.close()
})

test('a homepage that never answers holds no feed up', async () => {
  loopback.answers.set('/feed.xml', ((_, response) =>
    response.writeHead(200).end('<rss><channel><item><title>x</title></item></channel></rss>')) satisfies Answer)
  const store = await openStore({ file: ':memory:' })
  await store.saveSources([
    sampleSource('a', { feeds: [{ url: `${loopback.url}/feed.xml` }], homepage: 'https://slow.example/' }),
  ])
  const fetcher = loopback.newFetcher({ timeoutMs: 60_000, resolveName: () => new Promise(() => undefined) })
  const policy = createCrawlPolicy(fetcher, Date.now)
  const ingest = await Ingest.open({
    ...{ store, gazetteer: loadGazetteer(), now: Date.now, random: () => 0, minIntervalMs: 1, maxIntervalMs: 9 },
    fullText: { fetcher, policy },
  })
  const [polled] = ingest.feeds()
  const outcome = await politeClient(feedClient, policy).poll(polled!, { fetcher, now: Date.now })
  const startedAt = performance.now()
  expect((await ingest.take(polled!, outcome)).inserted).toHaveLength(1)
  expect(performance.now() - startedAt).toBeLessThan(20_000)
  await fetcher.close()
  await store.close()
})
