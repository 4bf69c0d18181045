import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NotAFeedError } from './not-a-feed-error.ts'
import { parseFeed } from './parse-feed.ts'
import type { Entry } from './types.ts'

const read = (text: string, options?: Parameters<typeof parseFeed>[1]) =>
  parseFeed(new TextEncoder().encode(text), options)
const rss = (inside: string, attributes = '') =>
  `<rss version="2.0"${attributes}><channel><title>T</title>${inside}</channel></rss>`
const atom = (inside: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}>${inside}</feed>`
const entry = (text: string, options?: Parameters<typeof parseFeed>[1]): Entry => read(text, options).entries[0]!

describe('RSS 2.0', () => {
  test('a whole feed', () => {
    const feed = read(`<?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
      <channel>
        <title>Harbour Wire</title><link>https://harbour.example/</link><description>News of chips</description>
        <language>zh-HK</language><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><lastBuildDate>Mon, 23 Nov 2026 09:00:00 GMT</lastBuildDate>
        <ttl>45</ttl><managingEditor>desk@harbour.example (Desk)</managingEditor>
        <dc:subject>Technology</dc:subject>
        <item>
          <title>超算中心動工</title><link>https://harbour.example/1</link><guid isPermaLink="false">hw-1</guid>
          <description>&lt;p&gt;短&lt;/p&gt;</description><content:encoded><![CDATA[<p>長 <a href="/2">二</a></p>]]></content:encoded>
          <dc:creator>陳大文</dc:creator><dc:creator>李小明</dc:creator><category>Chips</category><category>Power</category>
          <pubDate>Mon, 23 Nov 2026 07:30:00 +0800</pubDate><slash:comments>7</slash:comments>
          <enclosure url="https://harbour.example/a.mp3" type="audio/mpeg" length="1234"/>
        </item>
      </channel></rss>`)
    expect(feed).toEqual({
      id: undefined,
      title: 'Harbour Wire',
      link: 'https://harbour.example/',
      summary: 'News of chips',
      authors: ['desk@harbour.example (Desk)'],
      language: 'zh-HK',
      published: 'Mon, 23 Nov 2026 08:00:00 GMT',
      updated: 'Mon, 23 Nov 2026 09:00:00 GMT',
      ttlMinutes: 45,
      categories: ['Technology'],
      isSalvaged: false,
      entries: [
        {
          id: 'hw-1',
          link: 'https://harbour.example/1',
          title: '超算中心動工',
          summary: '<p>短</p>',
          content: '<p>長 <a href="https://harbour.example/2">二</a></p>',
          authors: ['陳大文', '李小明'],
          published: 'Mon, 23 Nov 2026 07:30:00 +0800',
          updated: undefined,
          language: 'zh-HK',
          categories: ['Chips', 'Power'],
          enclosures: [{ url: 'https://harbour.example/a.mp3', type: 'audio/mpeg', lengthBytes: 1234 }],
          related: [{ kind: 'audio', url: 'https://harbour.example/a.mp3' }],
          comments: 7,
        },
      ],
    })
  })

  test.each<[string, string, Partial<Entry>]>([
    ['a guid that is the address', '<guid>https://a.example/1</guid>', { link: 'https://a.example/1' }],
    ['a guid that says it is none', '<guid isPermaLink="false">https://a.example/1</guid>', { link: undefined }],
    [
      'several links',
      '<link>https://a.example/1</link><link>https://a.example/2</link><link>none</link>',
      { link: 'https://a.example/2' },
    ],
    ['a link as attribute', '<link href="https://a.example/1"/>', { link: 'https://a.example/1' }],
    [
      'an Atom link',
      '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="https://a.example/1"/>',
      { link: 'https://a.example/1' },
    ],
    ['a title of Dublin Core', '<dc:title>D</dc:title>', { title: 'D' }],
    [
      'the text of a video',
      '<media:group><media:content url="https://a.example/v.mp4" type="video/mp4"/></media:group>',
      { enclosures: [{ url: 'https://a.example/v.mp4', type: 'video/mp4', lengthBytes: undefined }] },
    ],
    [
      'a podcast summary',
      '<itunes:summary>S</itunes:summary><itunes:author>A</itunes:author>',
      { summary: 'S', authors: ['A'] },
    ],
    ['a date of Dublin Core', '<dc:date>2026-11-23</dc:date>', { published: '2026-11-23' }],
    [
      'markup that was never escaped',
      '<description><p>one <b>two</b></p></description>',
      { summary: '<p>one <b>two</b></p>' },
    ],
    ['a bare ampersand', '<title>R&D at AT&T &copy; &unknown;</title>', { title: 'R&D at AT&T © &unknown;' }],
    [
      'keywords',
      '<itunes:keywords>ai, chips</itunes:keywords><media:category>m</media:category>',
      { categories: ['m', 'ai', 'chips'] },
    ],
    ['a link that is a script', '<link>javascript:alert(1)</link>', { link: undefined }],
    ['an own language', '<dc:language>ja</dc:language>', { language: 'ja' }],
  ])('%s', (_, inside, expected) => expect(entry(rss(`<item>${inside}</item>`))).toMatchObject(expected))

  test.each([
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>', 30],
    ['<sy:updatePeriod>daily</sy:updatePeriod>', 1440],
    ['<ttl>60</ttl>', 60],
    ['<ttl>soon</ttl>', undefined],
    ['<ttl>0</ttl>', undefined],
  ])('asks readers to wait: %s', (inside, minutes) => expect(read(rss(inside)).ttlMinutes).toBe(minutes))

  test('what describes a recording describes the item that says nothing itself', () => {
    const media = ' xmlns:media="http://search.yahoo.com/mrss/"'
    const described = '<media:title>Talk</media:title><media:description type="plain">On chips</media:description>'
    expect(entry(rss(`<item><media:group>${described}</media:group></item>`, media))).toMatchObject({
      title: 'Talk',
      summary: 'On chips',
    })
    expect(
      entry(rss(`<item><title>Own</title><media:content>${described}</media:content></item>`, media)),
    ).toMatchObject({
      title: 'Own',
      summary: 'On chips',
    })
  })

  test('items without channel, and RSS 0.91', () => {
    expect(
      read('<rss version="0.91"><channel><title>T</title></channel><item><title>a</title></item></rss>').entries,
    ).toHaveLength(1)
  })

  test('relative addresses stand on the item, then the channel', () => {
    const item = entry(
      rss(
        '<link>https://a.example/x/</link><item><link>1</link><description>&lt;img src="i.png"&gt;</description></item>',
      ),
    )
    expect(item).toMatchObject({ link: 'https://a.example/x/1', summary: '<img src="https://a.example/x/i.png">' })
  })
})

describe('RDF', () => {
  test('items beside the channel, about as id, Dublin Core', () => {
    const feed =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://a.example/"><title>総務省</title><link>https://a.example/</link><dc:language>ja</dc:language></channel>
      <item rdf:about="https://a.example/1"><title>発表</title><link>https://a.example/1</link><dc:date>2026-11-23T09:00:00+09:00</dc:date></item></rdf:RDF>`)
    expect(feed).toMatchObject({ title: '総務省', link: 'https://a.example/', language: 'ja' })
    expect(feed.entries).toMatchObject([
      {
        id: 'https://a.example/1',
        link: 'https://a.example/1',
        title: '発表',
        language: 'ja',
        published: '2026-11-23T09:00:00+09:00',
      },
    ])
  })
})

describe('Atom', () => {
  test('the language of its title is the feed’s', () => {
    expect(read(atom('<title xml:lang="fr">Le jour</title>', ' xml:lang="en"')).language).toBe('fr')
    expect(read(atom('<title>T</title>', ' xml:lang="en"')).language).toBe('en')
  })

  test('a whole feed', () => {
    const feed = read(
      atom(
        `<id>tag:a.example,2026:feed</id><title type="html">A &amp;amp; B</title><subtitle>S</subtitle><updated>2026-11-23T08:00:00Z</updated>
         <link rel="self" href="/feed"/><link href="/"/><author><name>Desk</name></author>
         <entry><id>tag:a.example,2026:1</id><title type="text">1 &lt; 2</title>
           <link rel="alternate" type="text/html" href="/1"/><link rel="enclosure" href="/1.mp3" type="audio/mpeg" length="9"/>
           <published>2026-11-22T08:00:00Z</published><updated>2026-11-23T08:00:00Z</updated>
           <category term="chips" label="Chips"/><category term="power"/>
           <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Read <a href="more">more</a></p></div></content></entry>`,
        ' xml:base="https://a.example/" xml:lang="en-GB"',
      ),
    )
    expect(feed).toMatchObject({
      id: 'tag:a.example,2026:feed',
      title: 'A &amp; B',
      link: 'https://a.example/',
      summary: 'S',
      authors: ['Desk'],
      language: 'en-GB',
    })
    expect(feed.entries[0]).toMatchObject({
      id: 'tag:a.example,2026:1',
      link: 'https://a.example/1',
      title: '1 < 2',
      content: '<p>Read <a href="https://a.example/more">more</a></p>',
      authors: ['Desk'],
      language: 'en-GB',
      categories: ['Chips', 'power'],
      enclosures: [{ url: 'https://a.example/1.mp3', type: 'audio/mpeg', lengthBytes: 9 }],
      published: '2026-11-22T08:00:00Z',
      updated: '2026-11-23T08:00:00Z',
    })
  })

  test.each<[string, string, Partial<Entry>]>([
    [
      'plain text that would read as HTML is escaped',
      '<title>use &lt;b&gt; and &amp;amp;</title>',
      { title: 'use &lt;b&gt; and &amp;amp;' },
    ],
    [
      'an own author before that of the feed',
      '<author><email>a@b.example</email></author>',
      { authors: ['a@b.example'] },
    ],
    ['the author of the source', '<source><author><name>S</name></author></source>', { authors: ['S'] }],
    [
      'content packed as Base64',
      `<content type="application/octet-stream">${Buffer.from('<p>hidden</p>').toString('base64')}</content>`,
      { content: '<p>hidden</p>' },
    ],
    [
      'content elsewhere',
      '<content src="https://a.example/full" type="text/html"/>',
      { link: 'https://a.example/full', content: undefined },
    ],
    ['the language of the text', '<title xml:lang="fr">Bonjour</title>', { language: 'fr' }],
    [
      'a video without text',
      '<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:description>About it</media:description></media:group>',
      { summary: 'About it' },
    ],
    ['a title of a type nobody knows', '<title type="test/odd">Hello</title>', { title: 'Hello' }],
    [
      'a picture as content',
      `<content type="image/png">${Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]).toString('base64')}</content>`,
      { content: undefined },
    ],
    ['a relative id on xml:base', '<id xml:base="https://a.example/x/">7</id>', { id: 'https://a.example/x/7' }],
    ['a relative id without', '<id>7</id>', { id: '7' }],
    ['0.3 names', '<issued>2003</issued><modified>2004</modified>', { published: '2003', updated: '2004' }],
  ])('%s', (_, inside, expected) =>
    expect(entry(atom(`<author><name>F</name></author><entry>${inside}</entry>`))).toMatchObject(expected),
  )

  test('of a content in several forms the one with markup is read (0.3)', () => {
    const forms =
      '<content type="text/plain">plain</content><content type="text/html" mode="escaped">&lt;b>rich&lt;/b></content>'
    const both = `<content type="multipart/alternative">${forms}</content>`
    expect(entry(atom(`<entry>${both}</entry>`)).content).toBe('<b>rich</b>')
    const nested = '<content type="multipart/alternative">'.repeat(200)
    expect(entry(atom(`<entry>${nested}x${'</content>'.repeat(200)}</entry>`)).content).toBeUndefined()
  })

  test('a relation may be written as the address of its entry in the registry', () => {
    const rel = 'http://www.iana.org/assignments/relation/'
    const links = `<link rel="${rel}self" href="https://a.example/s"/><link rel="${rel}alternate" href="https://a.example/p"/>`
    expect(entry(atom(`<entry><title>x</title>${links}</entry>`)).link).toBe('https://a.example/p')
  })

  test('is read with any prefix, with none, and as an entry alone', () => {
    expect(
      read('<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>x</a:title></a:entry></a:feed>').entries[0]!
        .title,
    ).toBe('x')
    expect(read('<feed><entry><title>x</title></entry></feed>').entries[0]!.title).toBe('x')
    expect(read('<entry xmlns="http://www.w3.org/2005/Atom"><title>x</title></entry>').entries[0]!.title).toBe('x')
  })
})

describe('JSON Feed', () => {
  test('a whole feed', () => {
    const feed = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        home_page_url: 'https://j.example/',
        language: 'en',
        authors: [{ name: 'Jo' }],
        items: [
          {
            id: 1,
            url: '/1',
            external_url: 'https://other.example/x',
            title: 'Vec<String> & co',
            content_text: 'one\n\ntwo <three>',
            date_published: '2026-11-23T08:00:00Z',
            tags: ['ai', 5, ''],
            attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 3 }, 'x', null],
          },
          'not an item',
          null,
          { id: '2', content_html: '<a href="x">y</a>' },
        ],
      }),
    )
    expect(feed).toMatchObject({ title: 'J', link: 'https://j.example/', language: 'en', authors: ['Jo'] })
    expect(feed.entries).toMatchObject([
      {
        id: '1',
        link: 'https://j.example/1',
        pointsTo: 'https://other.example/x',
        content: '<p>one</p><p>two &lt;three&gt;</p>',
        authors: ['Jo'],
        language: 'en',
        categories: ['ai'],
        enclosures: [{ url: 'https://j.example/a.mp3', type: 'audio/mpeg', lengthBytes: 3 }],
      },
      { id: '2', content: '<a href="https://j.example/x">y</a>', isPost: true },
    ])
  })

  test('cut off: every complete item is kept', () => {
    const whole = JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'J',
      items: [{ id: 'a', tags: ['{'] }, { id: 'b' }, { id: 'c' }],
    })
    const feed = read(whole.slice(0, -6))
    expect([feed.isSalvaged, feed.entries.map(({ id }) => id)]).toEqual([true, ['a', 'b']])
  })
})

test.each([
  ['ja', '', 'ja', 'ja'],
  ['ja, en', '', 'ja', 'ja'],
  ['*', '', undefined, undefined],
  ['ja', '<language>ko</language>', 'ko', 'ko'],
])('the language in the header %s counts where the feed names none: %s', (contentLanguage, inside, feed, item) => {
  const found = read(rss(`${inside}<item><title>x</title></item>`), { contentLanguage })
  expect([found.language, found.entries[0]!.language]).toEqual([feed, item])
})

describe('damaged feeds', () => {
  const whole = rss(
    '<item><guid>a</guid></item><item><guid>b</guid></item><item><guid>c</guid><title>last</title></item>',
  )

  test('blank lines and a mark before the declaration', () => {
    expect(read(`\ufeff\n\n  <?xml version="1.0"?>${whole}`).entries).toHaveLength(3)
  })

  test.each([
    ['in an item', whole.indexOf('last'), ['a', 'b']],
    ['between items', whole.indexOf('<item><guid>c'), ['a', 'b']],
    ['after the items', whole.indexOf('</channel>'), ['a', 'b', 'c']],
  ])('cut off %s: every complete entry is kept', (_, at, ids) => {
    const feed = read(whole.slice(0, at))
    expect([feed.isSalvaged, feed.entries.map(({ id }) => id)]).toEqual([true, ids])
  })

  test('wherever it is cut, what is read is a beginning of the whole', () => {
    const ids = read(whole).entries.map(({ id }) => id)
    fc.assert(
      fc.property(fc.integer({ min: whole.indexOf('<channel'), max: whole.length }), (at) => {
        const kept = read(whole.slice(0, at)).entries.map(({ id }) => id)
        expect(kept).toEqual(ids.slice(0, kept.length))
      }),
    )
  })

  test('junk before the feed, and a page around it', () => {
    expect(read(`<!-- cached --><?php ?>${whole}`).entries).toHaveLength(3)
    expect(read(`Warning: something\n${whole}`).entries).toHaveLength(3)
  })

  test('items that were never closed are read all the same', () => {
    const items = read(
      rss('<item><guid>a</guid><title>A</title><item><guid>b</guid><title>B</title><item><guid>c</guid></item>'),
    ).entries
    expect(items.map(({ id, title }) => [id, title])).toEqual([
      ['a', 'A'],
      ['b', 'B'],
      ['c', undefined],
    ])
  })

  test('an empty feed is a feed', () => expect(read(rss('')).entries).toEqual([]))

  test('10,000 entries with one id are 10,000 entries', () => {
    expect(read(rss('<item><guid>x</guid></item>'.repeat(10_000))).entries).toHaveLength(10_000)
  })

  test.each([
    ['RSS', rss('<item/>'.repeat(400_000))],
    ['Atom', atom('<entry/>'.repeat(200_000))],
    [
      'JSON',
      `{"version":"https://jsonfeed.org/version/1","title":"x","items":[${'{"id":1},'.repeat(400_000)}{"id":2}]}`,
    ],
  ])(
    'of hundreds of thousands of entries (%s) 10,000 are read, in time',
    (_, text) => {
      // Processor time: the clock on the wall also counts what else the machine does.
      const before = process.cpuUsage()
      expect(read(text).entries).toHaveLength(10_000)
      expect(process.cpuUsage(before).user / 1_000).toBeLessThan(8_000)
    },
    120_000,
  )

  test('the same bytes give the same feed', () => expect(read(whole)).toEqual(read(whole)))
})

describe('what is no feed says what it is', () => {
  test.each([
    ['', 'it is empty'],
    [' \n\0', 'it is empty'],
    ['<!DOCTYPE html><html><body>hi</body></html>', 'it is an HTML page; look there for the address of its feed'],
    ['<HTML><head></head></HTML>', 'it is an HTML page; look there for the address of its feed'],
    ['{"error":"The access token is invalid"}', 'it is a JSON error message: "The access token is invalid"'],
    ['{"a":1}', 'it is JSON without items'],
    ['[1,2,3]', 'it is a JSON list of 3 values, none of a kind we read'],
    ['<opml version="2.0"/>', 'it is an OPML list of feeds; import it'],
    ['<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', 'it is a sitemap'],
    ['<note><to>x</to></note>', 'it is XML whose root is <note>'],
    ['Too many requests', 'it is neither XML nor JSON; it begins with "Too many requests"'],
    ['%PDF-1.7', 'it is a PDF document'],
    ['PK\u0003\u0004', 'it is a ZIP archive, or an office document or book that is one'],
  ])('%j', (text, looksLike) => {
    expect(() => read(text)).toThrow(NotAFeedError)
    expect(() => read(text)).toThrow(looksLike)
  })

  test('JSON that is broken', () =>
    expect(() => read('{"items": [')).toThrow('it begins like JSON but is broken or cut off'))

  test('any bytes give a feed or NotAFeedError', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('', '<rss>', '<feed>', '{', '['), (bytes, before) => {
        try {
          parseFeed(Buffer.concat([Buffer.from(before), bytes]))
        } catch (error) {
          expect(error).toBeInstanceOf(NotAFeedError)
        }
      }),
    )
  })

  test('any JSON gives a feed or NotAFeedError', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        try {
          read(json)
        } catch (error) {
          expect(error).toBeInstanceOf(NotAFeedError)
        }
      }),
    )
  })
})
