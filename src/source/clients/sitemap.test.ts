import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseFeed } from '../parse-feed.ts'
import { type Answer, type Loopback, openLoopback } from '../testing/loopback.ts'
import { pollsOf } from '../testing/poll-client.ts'

const xml =
  (body: string): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/xml', etag: `"${body.length}"` }).end(body)
const page = (n: number) => `<url><loc>https://p.example/${n}</loc><n:news><n:publication><n:name>P</n:name>
  <n:language>ja</n:language></n:publication><n:publication_date>2026-11-22T0${n}:00+09:00</n:publication_date>
  <n:title>Title ${n}</n:title><n:keywords>AI, chips</n:keywords></n:news></url>`
const urlset = (...pages: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
  ${pages.join('')}<url><loc>https://p.example/no-news</loc></url></urlset>`

let loopback: Loopback
beforeAll(async () => {
  loopback = await openLoopback()
})
afterAll(() => loopback.close())

test('a news sitemap is a feed, with validators and all', async () => {
  loopback.answers.set('/news.xml', xml(urlset(page(1), page(2))))
  const polls = pollsOf(loopback, 'sitemap', `${loopback.url}/news.xml`)
  const outcome = await polls.outcome()
  if (outcome.type !== 'changed') throw new Error(JSON.stringify(outcome))
  expect(outcome.etag).toBeDefined()
  const { entries } = parseFeed(outcome.bytes, { kind: 'sitemap', url: outcome.finalUrl })
  expect(entries).toMatchObject([
    { id: 'https://p.example/1', title: 'Title 1', language: 'ja', categories: ['AI', 'chips'] },
    { id: 'https://p.example/2', published: '2026-11-22T02:00+09:00' },
  ])
})

test('an index leads to its parts on the same host, the newest first', async () => {
  const part = (name: string, changed: string) => `<sitemap><loc>${name}</loc><lastmod>${changed}</lastmod></sitemap>`
  const parts = [1, 2, 3, 4].map((n) => part(`/part${n}.xml`, `2026-11-2${n}`)).join('')
  loopback.answers.set(
    '/index.xml',
    xml(`<sitemapindex>${part('https://other.example/x', '2027-01-01')}${parts}</sitemapindex>`),
  )
  for (const n of [1, 2, 3, 4]) loopback.answers.set(`/part${n}.xml`, xml(urlset(page(n))))
  const { feed } = await pollsOf(loopback, 'sitemap', `${loopback.url}/index.xml`).read()
  expect(feed.entries.map(({ title }) => title)).toEqual(['Title 4', 'Title 3', 'Title 2'])
})

test('a part that cannot be read is named, and costs none of the others', async () => {
  const parts = ['/gone.xml', '/page.xml', '/part1.xml']
  loopback.answers.set(
    '/torn.xml',
    xml(`<sitemapindex>${parts.map((part) => `<sitemap><loc>${part}</loc></sitemap>`).join('')}</sitemapindex>`),
  )
  loopback.answers.set('/page.xml', xml('<html></html>'))
  loopback.answers.set('/part1.xml', xml(urlset(page(1))))
  const polls = pollsOf(loopback, 'sitemap', `${loopback.url}/torn.xml`)
  expect(await polls.read()).toMatchObject({
    feed: { entries: [{ title: 'Title 1' }] },
    unread: {
      error: '2 of 3 parts of the sitemap could not be read: the server answered 404: there is nothing at this address',
    },
  })
  loopback.answers.delete('/part1.xml')
  expect(await polls.outcome()).toMatchObject({ type: 'failed', status: 404 })
})

test('what an index reserves is reserved of its parts', async () => {
  loopback.answers.set('/reserved.xml', (_: unknown, response: ServerResponse) =>
    response
      .writeHead(200, { 'tdm-reservation': '1' })
      .end('<sitemapindex><sitemap><loc>/part1.xml</loc></sitemap></sitemapindex>'),
  )
  loopback.answers.set('/part1.xml', xml(urlset(page(1))))
  const { reserved } = await pollsOf(loopback, 'sitemap', `${loopback.url}/reserved.xml`).read()
  expect(reserved).toBe('tdm')
})
