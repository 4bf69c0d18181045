import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCatalogue } from './catalogue.ts'
import { NotOpmlError, parseOpml } from './opml.ts'
import { writeOpml } from './write-opml.ts'

describe('OPML in', () => {
  test('folders in folders, each feed once', () => {
    const list =
      parseOpml(`\ufeff\n<?xml version="1.0"?><opml version="1.1"><head><title>Mine &amp; yours</title></head><body>
      <outline text="AI"><outline text="Hong Kong" title="香港">
        <outline type="rss" text="A" title="A title" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/" language="zh-Hant"/>
        <outline type="rss" xmlUrl="https://a.example/feed" text="again"/></outline>
        <outline text="B" XMLURL="http://b.example/rss?x=1&amp;y=2"/></outline>
      <outline text="Nothing here"/></body></opml>`)
    expect(list).toEqual({
      isSalvaged: false,
      unread: [],
      title: 'Mine & yours',
      subscriptions: [
        {
          feedUrl: 'https://a.example/feed',
          title: 'A title',
          homepage: 'https://a.example/',
          language: 'zh-Hant',
          kind: 'rss',
          folders: ['AI', '香港'],
        },
        {
          feedUrl: 'http://b.example/rss?x=1&y=2',
          title: 'B',
          homepage: undefined,
          language: undefined,
          kind: 'rss',
          folders: ['AI'],
        },
      ],
    })
  })

  test.each([
    ['<outline xmlUrl="https://a.example/f"/>', 'https://a.example/f', 'https://a.example/f'],
    ['<outline text="T" xmlurl="feed://a.example/f"/>', 'http://a.example/f', 'T'],
    ['<outline text="T" xmlUrl="feed:https://a.example/f"/>', 'https://a.example/f', 'T'],
    ['<outline text="T" type="rss" url="https://a.example/f"/>', 'https://a.example/f', 'T'],
    ['<outline text="  R&D  news " xmlUrl=" https://a.example/f "/>', 'https://a.example/f', 'R&D news'],
    [
      '<outline text="R&amp;D &lt;b&gt;daily&lt;/b&gt;" xmlUrl="https://a.example/f"/>',
      'https://a.example/f',
      'R&D daily',
    ],
    ['<outline text="a &lt; b" xmlUrl="https://a.example/f"/>', 'https://a.example/f', 'a < b'],
    ['<outline text="cut off" xmlUrl="https://a.example/f">', 'https://a.example/f', 'cut off'],
  ])('%s', (outline, feedUrl, title) => {
    expect(parseOpml(`<opml><body>${outline}</body></opml>`).subscriptions).toMatchObject([{ feedUrl, title }])
  })

  test.each([
    '<outline text="x" url="https://a.example/page"/>',
    '<outline xmlUrl="javascript:alert(1)"/>',
    '<outline xmlUrl="/relative"/>',
    '<outline xmlUrl=""/>',
  ])('%s is no feed', (outline) => {
    const good = '<outline xmlUrl="https://a.example/f"/>'
    expect(parseOpml(`<opml><body>${outline}${good}</body></opml>`)).toMatchObject({
      subscriptions: [{ feedUrl: 'https://a.example/f' }],
      isSalvaged: false,
    })
  })

  test('what stands where an address should, and is none, is named', () => {
    const outlines = ['not an address', 'javascript:alert(1)', 'https://a.example/f', ''].map(
      (address) => `<outline type="rss" text="T" xmlUrl="${address}"/>`,
    )
    const list = parseOpml(`<opml><body><outline text="Folder">${outlines.join('')}</outline></body></opml>`)
    expect(list.subscriptions).toHaveLength(1)
    expect(list.unread).toEqual(['not an address', 'javascript:alert(1)'])
  })

  test('an address is known again in any letter case of its host, and without a fragment', () => {
    const outlines = ['https://a.example/F', 'https://A.Example/F#top', 'https://a.example/f'].map(
      (address) => `<outline xmlUrl="${address}"/>`,
    )
    const { subscriptions } = parseOpml(`<opml><body>${outlines.join('')}</body></opml>`)
    expect(subscriptions.map(({ feedUrl }) => feedUrl)).toEqual(['https://a.example/F', 'https://a.example/f'])
  })

  test.each([
    ['cut off', '<opml><body><outline xmlUrl="https://a.example/f"/><outline text="b'],
    ['nested without end', `<opml><body><outline xmlUrl="https://a.example/f"/>${'<outline text="x">'.repeat(1_000)}`],
  ])('a list that is %s says so', (_what, text) => {
    expect(parseOpml(text)).toMatchObject({ subscriptions: [{ feedUrl: 'https://a.example/f' }], isSalvaged: true })
  })

  test('what is no OPML says so', () => {
    expect(() => parseOpml('<html/>')).toThrow(NotOpmlError)
    expect(() => parseOpml('')).toThrow('no OPML list of feeds')
  })
})

test('OPML out and in again keeps every feed of the shipped catalogue', () => {
  const file = join(import.meta.dirname, '../../data/sources.yaml')
  const { sources } = parseCatalogue(readFileSync(file, 'utf8'), 'data/sources.yaml')
  const back = parseOpml(writeOpml(sources, 'All of "them" <&>'))
  const expected = sources.flatMap(({ feeds, name, homepage, language, kind, type }) =>
    feeds.map(({ url }) => ({
      feedUrl: url,
      title: name.replace(/\s+/g, ' '),
      homepage,
      language,
      kind,
      folders: [type],
    })),
  )
  const byUrl = (a: { feedUrl: string }, b: { feedUrl: string }) => a.feedUrl.localeCompare(b.feedUrl)
  expect([...back.subscriptions].sort(byUrl)).toEqual(expected.sort(byUrl))
  expect(back.title).toBe('All of "them" <&>')
})

test('a title of 4 MB is cut', () => {
  const list = parseOpml(
    `<opml><body><outline text="${'x '.repeat(2_000_000)}" xmlUrl="https://a.example/f"/></body></opml>`,
  )
  expect(list.subscriptions[0]!.title.length).toBeLessThanOrEqual(200)
})
