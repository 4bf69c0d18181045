import { describe, expect, test, vi } from 'vitest'
import { extractArticle } from '../../src/item/extract-article.ts'
import { normaliseEntry } from '../../src/item/normalise-entry.ts'
import type { NewItem } from '../../src/item/types.ts'
import { NotAFeedError } from '../../src/source/not-a-feed-error.ts'
import { parseFeed } from '../../src/source/parse-feed.ts'
import type { Source } from '../../src/source/types.ts'

// On a machine that does much else a second of work can take many.
vi.setConfig({ testTimeout: 180_000 })

const FETCHED_AT = Date.UTC(2026, 10, 25, 8)
const FEED_URL = 'https://feed.example/rss'
const SOURCE: Source = {
  id: 'hostile',
  name: 'Hostile',
  homepage: 'https://feed.example/',
  kind: 'rss',
  feeds: [{ url: FEED_URL }],
  language: 'en',
  country: 'INT',
  family: 'Hostile',
  type: 'blog',
  tier: 3,
  tierReason: 'A test.',
  topics: [],
  hubs: [],
  isEnabled: true,
  isMirror: false,
  countsAsIndependent: true,
}
/** Of processor time; the clock on the wall also counts what else the machine does. A second or less on an idle core. */
const MOST_MS = 6_000
const MOST_GROWN_BYTES = 300_000_000

const rss = (items: string, head = '') =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>Feed</title>${items}</channel></rss>`
const item = (title: string, rest = '') => `<item><title>${title}</title>${rest}</item>`
const GOOD = item('A good entry', '<guid>good</guid><link>https://feed.example/good</link>')

/** Bytes to items as the pipeline makes them, with the bounds checked. */
function read(document: string | Uint8Array, contentType?: string): readonly NewItem[] {
  const bytes = typeof document === 'string' ? Buffer.from(document) : document
  const bytesBefore = process.memoryUsage().rss
  const before = process.cpuUsage()
  const feed = parseFeed(bytes, { url: FEED_URL, contentType })
  const context = { source: SOURCE, feedUrl: FEED_URL, feedLanguage: feed.language, fetchedAt: FETCHED_AT }
  const items = feed.entries.flatMap((entry) => normaliseEntry(entry, context) ?? [])
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000).toBeLessThan(MOST_MS)
  expect(process.memoryUsage().rss - bytesBefore).toBeLessThan(MOST_GROWN_BYTES)
  return items
}

const titles = (items: readonly NewItem[]) => items.map(({ title }) => title)

describe('XML that attacks its reader', () => {
  test('an entity bomb stays as it is written', () => {
    const levels = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    const head = `<!DOCTYPE rss [<!ENTITY l0 "lol">${levels}]>`
    const items = read(rss(item('&l12; boom') + GOOD, head))
    expect(titles(items)).toContain('A good entry')
    expect(items[0]!.title.length).toBeLessThan(500)
  })

  test('a quadratic bomb grows no more than tenfold', () => {
    const head = `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(5_000)}">]>`
    const items = read(rss(item('x', `<description>${'&a;'.repeat(100_000)}</description>`) + GOOD, head))
    expect(items[0]!.text.length).toBeLessThanOrEqual(100_000)
    expect(titles(items)).toContain('A good entry')
  })

  test.each(['file:///etc/passwd', 'http://169.254.169.254/latest', 'php://filter/resource=x'])(
    'the external entity %s is not read',
    (address) => {
      const head = `<!DOCTYPE rss [<!ENTITY x SYSTEM "${address}"><!ENTITY % p SYSTEM "${address}"> %p;]>`
      const items = read(rss(item('[&x;]') + GOOD, head))
      expect(titles(items)).toEqual(['[&x;]', 'A good entry'])
    },
  )

  test('200,000 attributes', () => {
    const attributes = Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')
    expect(titles(read(rss(`<item ${attributes}><title>Many</title></item>${GOOD}`)))).toContain('A good entry')
  })

  test('100,000 nested elements', () => {
    const nested = `${'<a>'.repeat(100_000)}deep${'</a>'.repeat(100_000)}`
    const items = read(rss(GOOD + item('Nested', `<description>${nested}</description>`)))
    expect(titles(items)).toContain('A good entry')
  })

  test('100,000 elements that never end, in escaped HTML', () => {
    const items = read(
      rss(GOOD + item('Nested', `<description><![CDATA[${'<div><b>'.repeat(50_000)}x]]></description>`)),
    )
    expect(titles(items)).toEqual(['A good entry', 'Nested'])
  })

  test('50,000 namespaces and prefixes', () => {
    const elements = Array.from({ length: 50_000 }, (_, at) => `<n${at}:x xmlns:n${at}="urn:${at}">x</n${at}:x>`)
    expect(titles(read(rss(GOOD + item('Spaces', elements.join('')))))).toContain('A good entry')
  })
})

describe('sizes', () => {
  test('a title of 2 MB is cut', () => {
    const [first, second] = read(rss(item('word '.repeat(400_000)) + GOOD))
    expect(first!.title.length).toBeLessThanOrEqual(500)
    expect(second!.title).toBe('A good entry')
  })

  test('an id and an address of 2 MB do not become a key or a link', () => {
    const long = 'x'.repeat(2_000_000)
    const [first] = read(rss(item('Long', `<guid>${long}</guid><link>https://feed.example/${long}</link>`)))
    expect(first!.key.length).toBeLessThan(100)
    expect(first!.url).toBeUndefined()
  })

  test('200,000 entries: the first 10,000 are read', () => {
    expect(read(rss('<item><title>x</title></item>'.repeat(200_000)))).toHaveLength(10_000)
  })

  test('140,000 authors and categories', () => {
    const many = '<category>c</category><author>a</author>'.repeat(70_000)
    const [first] = read(rss(item('Many', many)))
    expect(first!.categories.length).toBeLessThanOrEqual(30)
    expect(first!.authors.length).toBeLessThanOrEqual(20)
  })
})

describe('identity', () => {
  test('10,000 entries with one id are one identity', () => {
    const entries = Array.from({ length: 10_000 }, (_, at) => item(`Entry ${at}`, '<guid>same</guid>')).join('')
    const items = read(rss(entries))
    expect(new Set(items.map(({ key }) => key)).size).toBe(1)
  })

  test('the same document twice gives the same items', () => {
    const document = rss(GOOD + item('No id') + item('Only a date', '<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate>'))
    expect(read(document)).toEqual(read(document))
  })

  test('an id that changes at every poll still leaves the address the same', () => {
    const poll = (id: string) =>
      read(rss(item('Story', `<guid isPermaLink="false">${id}</guid><link>https://feed.example/s</link>`)))[0]!
    const [first, second] = [poll('session-1'), poll('session-2')]
    expect([second.url, second.contentHash]).toEqual([first.url, first.contentHash])
  })
})

describe('text that deceives', () => {
  test('NULs, bidi controls and invisible characters are gone', () => {
    const [first] = read(
      rss(item('pay\u0000pal \u202einvoice\u2066 \u200btxt\u{e0041}', '<description>a\u0000b\u202ec</description>')),
    )
    expect(first!.title).toBe('paypal invoice txt')
    expect(first!.text).toBe('abc')
  })

  test('references to them too', () => {
    expect(titles(read(rss(item('a&#0;b&#x202e;c&#xD800;d&#1114112;e'))))[0]).not.toMatch(/[\u0000\u202e\ud800]/)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '&#106;avascript:alert(1)',
  ])('no item leads to %s', (address) => {
    const escaped = address.replaceAll('<', '&lt;')
    const body = `<description><![CDATA[<a href="${address}">x</a>]]></description>`
    const [first] = read(rss(item('Link', `<link>${escaped}</link><guid isPermaLink="true">${escaped}</guid>${body}`)))
    expect(first!.url ?? 'https://').toMatch(/^https?:\/\//)
    expect(first!.links.every((link) => /^https?:\/\//.test(link))).toBe(true)
    expect(first!.html).not.toMatch(/href="(?!https?:|mailto:)/)
  })

  test('a homoglyph domain shows its true name', () => {
    const [first] = read(rss(item('Apple', '<link>https://аpple.com/login</link>')))
    expect(first!.url).toBe('https://xn--pple-43d.com/login')
  })

  test('credentials in an address are dropped', () => {
    const [first] = read(rss(item('Bank', '<link>https://bank.example@evil.example/login</link>')))
    expect(first!.url).toBe('https://evil.example/login')
  })

  test.each([
    ['<b>Bold</b> claim', 'Bold claim'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Quiet', 'Quiet'],
    ['<![CDATA[<img src=x onerror=alert(1)>Picture]]>', 'Picture'],
    ['Vec&amp;lt;String&amp;gt; in Rust', 'Vec<String> in Rust'],
    ['5 &lt; 6 and 7 > 3', '5 < 6 and 7 > 3'],
  ])('the title %j is text', (written, title) => {
    expect(titles(read(rss(item(written))))).toEqual([title])
  })
})

describe('dates', () => {
  test.each([
    '0000-00-00T00:00:00Z',
    '0001-01-01T00:00:00Z',
    'Mon, 01 Jan 0000 00:00:00 GMT',
    '9999-12-31T23:59:59Z',
    'Fri, 31 Dec 9999 23:59:59 +1400',
    '+275760-09-13T00:00:00.001Z',
    '99999999999999999999',
    '-1',
    '1e308',
    'NaN',
    '2026-02-30T00:00:00Z',
    '1970-01-01T00:00:00Z',
  ])('%s is clamped to the moment of arrival', (date) => {
    const [first] = read(rss(item('Dated', `<pubDate>${date}</pubDate>`)))
    expect(first!.publishedAt).toBe(FETCHED_AT)
  })
})

describe('encodings that lie', () => {
  const text = 'Zürich – “Größe” 100 €'
  const body = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${rss(item(text)).slice(21)}`

  test.each([
    ['UTF-8 that says Latin-1', Buffer.from(body('iso-8859-1')), undefined],
    ['UTF-8 that the header calls UTF-16', Buffer.from(body('utf-8')), 'text/xml; charset=utf-16'],
    ['UTF-16 that says UTF-8', Buffer.from(`\ufeff${body('utf-8')}`, 'utf16le'), 'text/xml; charset=utf-8'],
    ['a name that is none', Buffer.from(body('x-klingon')), 'text/xml; charset=;;'],
  ])('%s', (_what, bytes, contentType) => {
    expect(titles(read(bytes, contentType))).toEqual([text])
  })

  test('two encodings in one document: the damaged entry is readable, the other whole', () => {
    const bytes = Buffer.concat([
      Buffer.from(`<rss version="2.0"><channel>${item('東京の話、長い見出し、とても長い見出しです')}<item><title>caf`),
      Buffer.from([0xe9]),
      Buffer.from('</title></item></channel></rss>'),
    ])
    const [first, second] = titles(read(bytes))
    expect(first).toBe('東京の話、長い見出し、とても長い見出しです')
    expect(second).toMatch(/^caf/)
  })
})

describe('what is no feed', () => {
  test.each([
    ['nothing', ''],
    ['NULs', '\0'.repeat(1_000_000)],
    ['brackets', '<'.repeat(1_000_000)],
    ['open brackets of JSON', '['.repeat(1_000_000)],
    ['a page', '<!doctype html><title>x</title>'],
    ['noise', Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7_919) % 256)).toString('latin1')],
  ])('%s is refused in words', (_what, document) => {
    expect(() => read(document)).toThrow(NotAFeedError)
  })
})

describe('one piece again and again, in every field at once', () => {
  /** Each stopped a reader of ours once, or nearly. */
  const PIECES = ['<img src=x>', '<a href="x">y</a>', '\u00a0', '&lt;', '> ', '<!', '#a ', '<table><td>', '<x-y>']
  const many = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length))

  test.each(PIECES)('%j in RSS, JSON Feed, a timeline and a page', (piece) => {
    const text = many(piece)
    const quoted = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const fields = ['guid', 'link', 'author', 'category', 'pubDate', 'description']
    const rssItem = fields.map((field) => `<${field}>${quoted}</${field}>`).join('')
    expect(titles(read(rss(item('Good', rssItem))))).toEqual(['Good'])

    const entry = { id: text, url: text, content_html: text, date_published: text, tags: [text], title: 'Good' }
    expect(titles(read(JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [entry] })))).toEqual([
      'Good',
    ])

    const account = { acct: text, url: text }
    const status = { id: '1', uri: text, url: `https://s.example/${text}`, content: `Good ${text}`, created_at: text }
    const media = [{ url: text }]
    expect(
      read(JSON.stringify([{ ...status, account, tags: [{ name: text }], media_attachments: media }])),
    ).toHaveLength(1)

    const before = process.cpuUsage()
    const page = `<html><head><title>${text}</title><base href="${quoted}"></head><body><p>Good</p>${text}</body></html>`
    expect(extractArticle(Buffer.from(page), { url: FEED_URL }).text.length).toBeLessThanOrEqual(100_000)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(MOST_MS)
  })
})
