import { expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { parseFeed } from '../source/parse-feed.ts'
import { feedJson } from './feed-json.ts'

const read = (xml: string, url?: string) => feedJson(parseFeed(Buffer.from(xml), { url }), url)
const atom = (inside: string) => read(`<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`)

test.each([
  ['AT&amp;amp;T &amp;amp; more', 'AT&T & more'],
  ['1 &amp;lt; 2', '1 < 2'],
  ['&amp;lt;script&amp;gt; is a tag', '&lt;script&gt; is a tag'],
  ['&lt;b&gt;Bold&lt;/b&gt; words', '<b>Bold</b> words'],
  ['a&lt;script&gt;alert(1)&lt;/script&gt;b', 'ab'],
  ['&lt;img src=x onerror=alert(1)&gt;Title', 'Title'],
  ['&lt;a href="javascript:x()"&gt;t&lt;/a&gt;', '<a>t</a>'],
  ['&lt;a name="x"&gt;t&lt;/a&gt;', '<a>t</a>'],
  ["&lt;!' &lt;i&gt;kept&lt;/i&gt;", "&lt;!' <i>kept</i>"],
])('the title %s of a feed and of an entry is text or safe HTML', (written, expected) => {
  const title = `<title type="html">${written}</title>`
  const { feed, items } = atom(`${title}<entry>${title}</entry>`)
  expect([feed.title, items[0]?.title]).toEqual([expected, expected])
})

test('what is relative is made absolute where the address is known, and stays as written where none is', () => {
  const rss = `<rss><channel><link>/</link><item><link>/1</link><guid>/1</guid>
    <description>&lt;a href="2"&gt;b&lt;/a&gt; &lt;a href="//evil.example"&gt;c&lt;/a&gt;</description></item></channel></rss>`
  expect(read(rss, 'https://a.example/feed').items[0]).toMatchObject({
    id: 'https://a.example/1',
    link: 'https://a.example/1',
    summary:
      '<a href="https://a.example/2" rel="nofollow noopener">b</a> <a href="https://evil.example/" rel="nofollow noopener">c</a>',
  })
  expect(read(rss).items[0]).toMatchObject({
    id: '/1',
    link: '/1',
    summary: '<a href="2" rel="nofollow noopener">b</a> <a>c</a>',
  })
})

test.each(['javascript:x()', 'java\tscript:x()', ' data:text/html,x', '\\\\evil.example/x', '/\\evil.example'])(
  'no %j is taken for a relative address',
  (address) => {
    const { items } = atom(`<entry><title>t</title><link href="${address}"/><content type="html">
      &lt;a href="${address}"&gt;x&lt;/a&gt;</content></entry>`)
    expect(items[0]).toMatchObject({ link: undefined, content: '<a>x</a>' })
  },
)

test('all authors and the categories of the feed', () => {
  const { feed } = atom('<author><name>Ada</name></author><author><name>Lin</name></author><category term="chips"/>')
  expect(feed).toMatchObject({ author: 'Ada, Lin', categories: ['chips'] })
})

test('20,000 authors of 10,000 entries are not written out', () => {
  const authors = Array.from({ length: 20_000 }, (_, at) => `<author><name>Author ${at}</name></author>`).join('')
  const startedAt = cpuMs()
  const { items } = atom(`${authors}${'<entry><title>t</title></entry>'.repeat(10_000)}`)
  expect(items[0]?.author?.split(', ')).toHaveLength(50)
  expect(cpuMs() - startedAt).toBeLessThan(15_000)
})
