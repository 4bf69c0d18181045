import { expect, test } from 'vitest'
import { parseFeed } from '../parse-feed.ts'
import { hubLinksInHeader } from './hub-links.ts'

const BASE = 'https://press.example/feed'

test.each([
  ['<https://hub.example/>; rel="hub", <https://press.example/feed.xml>; rel=self', 'https://hub.example/'],
  ['</hub>; title="a, b"; rel="hub preload"', 'https://press.example/hub'],
  ['<https://press.example/>; rel="self"', undefined],
  ['<javascript:alert(1)>; rel="hub"', undefined],
  [`<https://hub.example/${'x'.repeat(2_000)}>; rel=hub`, undefined],
  [undefined, undefined],
])('the header %s names the hub %s', (header, hub) => {
  expect(hubLinksInHeader(header, BASE)?.hub).toBe(hub)
})

test('a long header without an end is read in little time', () => {
  const before = process.cpuUsage()
  hubLinksInHeader('<a>;"'.repeat(20_000), BASE)
  expect(process.cpuUsage(before).user).toBeLessThan(2_000_000)
})

test.each([
  [
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example/"/><link rel="self" href="/me"/>
      <entry><id>1</id><title>x</title></entry></feed>`,
  ],
  [
    'RSS',
    `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>x</title>
      <a:link rel="hub" href="https://hub.example/"/><a:link rel="self" href="https://press.example/me"/>
      <item><title>x</title></item></channel></rss>`,
  ],
  [
    'JSON Feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://press.example/me',
      hubs: [{ type: 'rssCloud' }, { type: 'WebSub', url: 'https://hub.example/' }],
      items: [{ id: '1', content_text: 'x' }],
    }),
  ],
])('%s names hub and topic', (_format, text) => {
  expect(parseFeed(Buffer.from(text), { url: BASE }).hubLinks).toEqual({
    hub: 'https://hub.example/',
    topic: 'https://press.example/me',
  })
})
