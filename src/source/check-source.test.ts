import { describe, expect, test } from 'vitest'
import { discoverFeeds, suggestId } from './check-source.ts'

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
