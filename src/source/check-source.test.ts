import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { checkSource, discoverFeeds, suggestId } from './check-source.ts'
import { loopbackOfFile } from './testing/loopback.ts'
import { rss } from './testing/rss.ts'

const loopback = loopbackOfFile({ maxBodyBytes: 100_000 })
const { answer } = loopback
const now = () => Date.now()

describe('feeds that a page names', () => {
  test.each([
    ['<link rel="alternate" type="application/rss+xml" href="/feed">', ['https://a.example/feed']],
    ['<LINK REL=ALTERNATE TYPE=application/atom+xml HREF=atom.xml>', ['https://a.example/x/atom.xml']],
    [
      '<link rel="home alternate" type="application/feed+json; charset=utf-8" href="//b.example/f.json">',
      ['https://b.example/f.json'],
    ],
    [
      '<base href="https://c.example/d/"><link rel=alternate type=application/rss+xml href=e>',
      ['https://c.example/d/e'],
    ],
    [
      '<link rel=alternate type=application/rss+xml href=/f><link rel=alternate type=application/rss+xml href=/f>',
      ['https://a.example/f'],
    ],
    ['<link rel=alternate hreflang=de href=/de>', []],
    ['<link rel=stylesheet type=text/css href=/s.css>', []],
    ['<link rel=alternate type=application/rss+xml href="javascript:x">', []],
    ['<!-- <link rel=alternate type=application/rss+xml href=/f> -->', []],
  ])('%s', (html, found) => expect(discoverFeeds(html, 'https://a.example/x/')).toEqual(found))

  test('a page that nests without end costs little, and what stands before is found', () => {
    const link = '<link rel=alternate type=application/rss+xml href=/f>'
    const before = cpuMs()
    expect(discoverFeeds(link + '<i>'.repeat(300_000), 'https://a.example/')).toEqual(['https://a.example/f'])
    expect(cpuMs() - before).toBeLessThan(1_000)
  })
})

describe('a suggested id', () => {
  test.each([
    ['Hong Kong Observer', 'https://x.example/', 'hong-kong-observer'],
    ['Société: l’IA — été', 'https://x.example/', 'societe-l-ia-ete'],
    ['香港經濟', 'https://www.hkej.com/rss', 'hkej'],
    [undefined, 'https://feeds.news.example/x', 'news-example'],
    ['a '.repeat(100), 'https://x.example/', 'a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a'],
    [undefined, 'no address', 'source'],
  ])('%s at %s', (title, url, id) => expect(suggestId(title, url)).toBe(id))
})

describe('checking an address', () => {
  test('a feed is described', async () => {
    answer('/feed', (_, response) => response.end(rss('Hong Kong Observer', 'newest', 'older')))
    const check = await checkSource(`${loopback.url}/feed`, loopback.fetcher, now)
    expect(check.feeds).toMatchObject([
      {
        url: `${loopback.url}/feed`,
        title: 'Hong Kong Observer',
        entries: 2,
        newestTitle: 'newest',
        suggestedId: 'hong-kong-observer',
        kind: 'rss',
      },
    ])
  })

  test('a page leads to the feeds it names', async () => {
    answer('/', (_, response) =>
      response.end(
        '<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/feed"><link rel=alternate type=application/atom+xml href=gone.atom>' +
          '<link rel=stylesheet href=/style.css></head>',
      ),
    )
    answer('/feed', (_, response) => response.end(rss('found', 'one')))
    const check = await checkSource(`${loopback.url}/`, loopback.fetcher, now)
    expect(check.feeds.map(({ url }) => url)).toEqual([`${loopback.url}/feed`])
    expect(check.problems).toEqual([
      `${loopback.url}/gone.atom: the server answered 404: there is nothing at this address`,
    ])
  })

  test('a page without feeds says what it is', async () => {
    answer('/', (_, response) => response.end('<!doctype html><title>Hello</title>'))
    const check = await checkSource(`${loopback.url}/`, loopback.fetcher, now)
    expect(check).toEqual({
      url: `${loopback.url}/`,
      feeds: [],
      problems: [`${loopback.url}/: it is an HTML page; look there for the address of its feed`],
    })
  })
})
