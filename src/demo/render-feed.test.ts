import { join } from 'node:path'
import { parseFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { renderFeed } from './render-feed.ts'
import { fullWorld, START_AT, smallEntry, smallWorld } from './testing/small-world.ts'
import { FEED_FORMATS, type FeedFormat } from './world.ts'

const golden = (format: string) => join(import.meta.dirname, 'golden', `${format}.golden`)
const body = (format: FeedFormat, minute = 100) => renderFeed(fullWorld(format), format, minute, START_AT).body

describe('each format', () => {
  test.each(FEED_FORMATS)('%s is written as it stands in golden/', async (format) => {
    await expect(body(format)).toMatchFileSnapshot(golden(format))
  })

  test.each(FEED_FORMATS)('%s is the same every time', (format) => {
    expect(body(format)).toBe(body(format))
  })

  test.each([
    ['rss2', 'rss', 'application/rss+xml; charset=utf-8'],
    ['atom', 'atom', 'application/atom+xml; charset=utf-8'],
    ['rdf', 'rdf', 'application/rdf+xml; charset=utf-8'],
    ['jsonfeed', 'json', 'application/feed+json; charset=utf-8'],
  ] as const)('%s is read by feedsmith as %s', (format, expected, contentType) => {
    const rendered = renderFeed(fullWorld(format), format, 100, START_AT)
    expect(rendered.contentType).toBe(contentType)
    const parsed = parseFeed(rendered.body)
    expect(parsed.format).toBe(expected)
    const feed = parsed.feed as { items?: { title?: string }[]; entries?: { title?: string }[] }
    const titles = (feed.items ?? feed.entries)!.map(({ title }) => title)
    expect(JSON.stringify(titles)).toContain('潮汐與餐桌')
    expect(titles).toHaveLength(2)
  })

  test('a toot hides the scheme and the tail of a link and marks its tags', () => {
    const [toot] = JSON.parse(body('mastodon')) as {
      content: string
      tags: { name: string }[]
      card: { url: string }
    }[]
    expect(toot!.content).toContain('<span class="invisible">https://</span><span class="ellipsis">')
    expect(toot!.content).toContain('<a href="https://elsewhere.example/a?b=1&amp;c=2"')
    expect(toot!.content).toContain('It&#39;s ')
    expect(toot!.tags.map(({ name }) => name)).toEqual(['ai', 'greaterbayarea', '大灣區'])
    expect(toot!.card.url).toMatch(/^https:\/\/mastodon\.example\/@ana\/1\d{17}$/)
  })

  test.each(FEED_FORMATS)('%s may be empty', (format) => {
    const empty = body(format, 0)
    if (format === 'mastodon' || format === 'github') expect(JSON.parse(empty)).toEqual([])
    else expect(parseFeed(empty).feed).toBeDefined()
  })
})

describe('dates', () => {
  const dated = (date: 'said' | 'none' | 'future') =>
    renderFeed(smallWorld('rss2', [smallEntry('rss2', 90, { date })]), 'rss2', 1_440, START_AT).body

  test('the day ends when the replay starts', () => {
    expect(dated('said')).toContain('<pubDate>Fri, 01 May 2026 13:30:00 GMT</pubDate>')
  })
  test('an entry may have none', () => expect(dated('none')).not.toContain('pubDate'))
  test('or one to come', () => expect(dated('future')).toContain('<pubDate>Tue, 05 May 2026 12:00:00 GMT</pubDate>'))
  test('an edit moves the second date, not the first', () => {
    expect(body('atom', 100)).toContain(
      '<published>2026-05-01T12:30:00.000Z</published>\n<updated>2026-05-01T13:30:00.000Z',
    )
    expect(body('atom', 80)).toContain(
      '<published>2026-05-01T12:30:00.000Z</published>\n<updated>2026-05-01T12:30:00.000Z',
    )
  })
})

describe('conduct', () => {
  const rendered = (conduct: Parameters<typeof fullWorld>[1], minute = 100) =>
    renderFeed(fullWorld('rss2', conduct), 'rss2', minute, START_AT).body

  test('a cut-off feed stops in the middle of an element, for a while', () => {
    const cut = rendered({ cutOff: { from: 90, to: 110 } })
    expect(cut).not.toContain('</rss>')
    expect(rendered({}).startsWith(cut)).toBe(true)
    expect(rendered({ cutOff: { from: 90, to: 100 } })).toBe(rendered({}))
  })
  test('ampersands may stand bare', () => {
    expect(rendered({ hasBareAmpersands: true })).toContain('<title>Fish & chips')
    expect(parseFeed(rendered({ hasBareAmpersands: true })).format).toBe('rss')
  })
  test('links may carry tracking parameters, identities never do', () => {
    const tracked = rendered({ tracksLinks: true })
    expect(tracked).toContain(
      '<link>https://rss2.example/news/first?utm_source=rss&amp;utm_medium=feed&amp;utm_campaign=rss2</link>',
    )
    expect(tracked).toContain('<guid isPermaLink="false">https://rss2.example/news/first</guid>')
  })
  test.each(['rss2', 'atom', 'rdf', 'jsonfeed'] as const)('a %s feed may hide its language', (format) => {
    const hidden = renderFeed(fullWorld(format, { hidesLanguage: true }), format, 100, START_AT).body
    expect(hidden).not.toMatch(/language|xml:lang/)
    expect(body(format)).toMatch(/language|xml:lang/)
  })
})
