import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { decodeReferences } from './named-entity.ts'
import { childElements, childNamed, innerHtml, parseXml, textNamed, textOf, type XmlElement } from './xml-tree.ts'

const root = (xml: string, url?: string): XmlElement => childElements(parseXml(xml, url))[0]!

describe('character references', () => {
  test.each([
    ['AT&amp;T &lt;b&gt; &quot;x&apos;', 'AT&T <b> "x\''],
    ['&#8217; &#x2019; &#X2019;', '’ ’ ’'],
    ['&#146; means &#8217;', '’ means ’'],
    ['&nbsp;&eacute;&hellip;', '\u00a0é…'],
    ['fish & chips, R&D, a&b;', 'fish & chips, R&D, a&b;'],
    ['&amp;amp;', '&amp;'],
    ['&#0; &#xd800; &#x110000;', '\ufffd \ufffd \ufffd'],
    ['&constructor;&__proto__;', '&constructor;&__proto__;'],
  ])('%s', (written, read) => expect(decodeReferences(written)).toBe(read))
})

describe('XML as feeds write it', () => {
  test('gives elements the usual prefix of their namespace, whatever the feed calls it', () => {
    const item = root(
      '<rss xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:y="HTTPS://purl.org/rss/1.0/modules/content"><x:creator>A</x:creator><Y:Encoded>B</Y:Encoded></rss>',
    )
    expect([textNamed(item, 'dc:creator'), textNamed(item, 'content:encoded')]).toEqual(['A', 'B'])
  })

  test('takes an undeclared prefix at its word', () => {
    expect(textNamed(root('<rss><dc:creator>A</dc:creator></rss>'), 'dc:creator')).toBe('A')
  })

  test('leaves out the prefix of the vocabulary of the feed', () => {
    expect(root('<feed xmlns="http://www.w3.org/2005/Atom"><title/></feed>').name).toBe('feed')
    expect(root('<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>').name).toBe('atom:feed')
  })

  test('hands down xml:base and xml:lang', () => {
    const feed = root(
      '<feed xml:base="http://a.example/x/" xml:lang="zh-Hant"><entry xml:base="y/"><title/></entry><entry xml:lang=""/></feed>',
    )
    const [first, second] = childElements(feed)
    expect([first!.base, first!.language]).toEqual(['http://a.example/x/y/', 'zh-Hant'])
    expect(childNamed(first!, 'title')).toMatchObject({ base: 'http://a.example/x/y/', language: 'zh-Hant' })
    expect([second!.base, second!.language]).toEqual(['http://a.example/x/', ''])
  })

  test('resolves a relative xml:base against the document', () => {
    expect(root('<feed xml:base="/b/"/>', 'http://a.example/feed').base).toBe('http://a.example/b/')
  })

  test('keeps CDATA as it is, between decoded text', () => {
    expect(textOf(root('<a>x &amp; <![CDATA[<b>&amp;</b>]]> y</a>'))).toBe('x & <b>&amp;</b> y')
  })

  test('marks what the end of the text cut off', () => {
    const channel = root('<channel><item><title>whole</title></item><item><title>cut')
    expect(childElements(channel).map(({ isComplete }) => isComplete)).toEqual([true, false])
    expect(channel.isComplete).toBe(false)
  })

  test('writes markup back as HTML that says the same', () => {
    const html = root('<d xmlns:h="http://www.w3.org/1999/xhtml"><h:p class="a&quot;b">1 &lt; 2<h:br/>&amp;</h:p></d>')
    expect(innerHtml(html)).toBe('<p class="a&quot;b">1 &lt; 2<br>&amp;</p>')
  })

  test('never throws, and never puts outside keys on a prototype', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '/', '&', '"', "'", '=', '!', '[', ']', '-', ' ', 'a', ':', ';', '#', '?'),
        }),
        (text) => {
          expect(parseXml(text).name).toBe('')
        },
      ),
    )
    expect(root('<a __proto__="x" constructor="y"/>').attributes.get('__proto__')).toBe('x')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe('hostile XML', () => {
  const within = (ms: number, run: () => void) => {
    const startedAt = cpuMs()
    run()
    expect(cpuMs() - startedAt).toBeLessThan(ms)
  }

  test('100,000 nested elements are cut short', () => {
    within(5_000, () => expect(parseXml('<a>'.repeat(100_000)).isComplete).toBe(false))
  })

  test('50,000 namespaces, copied by every element, are read in time', () => {
    const declared = Array.from({ length: 50_000 }, (_, n) => ` xmlns:a${n}="u${n}"`).join('')
    within(5_000, () => parseXml(`<r${declared}>${'<x xmlns:q="z"/>'.repeat(2_000)}</r>`))
  })

  test('200,000 attributes are read in time', () => {
    const attributes = Array.from({ length: 200_000 }, (_, n) => ` a${n}="x"`).join('')
    within(5_000, () => expect(root(`<a${attributes}/>`).attributes.size).toBe(200_000))
  })

  test.each([
    ['<!ENTITY id "tag:a.example,">', '&id;1', 'tag:a.example,1'],
    ["<!ENTITY  nm  'News' >", '&nm; &nm;', 'News News'],
    ['<!ENTITY amp "x">', '&amp;', '&'],
    ['<!ENTITY nbsp "&#160;">', '&nbsp;', '\u00a0'],
    ['<!ENTITY mk "<b>">', '&mk;', '&mk;'],
    [`<!ENTITY zlong "${'x'.repeat(41)}">`, '&zlong;', '&zlong;'],
    ['<!ENTITY pa % "x">', '&pa;', '&pa;'],
  ])('the entity %s', (declaration, written, read) => {
    const document = parseXml(`<?xml version="1.0"?>\n<!DOCTYPE r [ ${declaration} ]><r>[${written}]</r>`)
    expect(textOf(childNamed(document, 'r'))).toBe(`[${read}]`)
  })

  test('entities that hold entities are not followed', () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]><r>&b;&e;</r>`
    expect(textOf(childElements(parseXml(bomb)).find(({ name }) => name === 'r'))).toBe('&b;&e;')
    const wide = `<!DOCTYPE r [<!ENTITY aa "${'x'.repeat(40)}">]><r>${'&aa;'.repeat(100_000)}</r>`
    expect(textOf(childNamed(parseXml(wide), 'r'))!.length).toBe(4_000_000)
  })

  test.each(['<a<', '<a ', '<![CDATA[', '<!--', '&#', '<a href="', ']]>'])(
    '%s without end is read in time',
    (piece) => {
      within(5_000, () => parseXml(piece.repeat(100_000)))
    },
  )
})
