import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { normaliseEntry } from '../item/normalise-entry.ts'
import type { NewItem } from '../item/types.ts'
import { parseFeed } from '../source/parse-feed.ts'
import { STORY_KINDS } from '../story/types.ts'
import { demoSources } from './demo-sources.ts'
import { goldStories } from './gold-stories.ts'
import { loadWorld } from './load-world.ts'
import { renderFeed } from './render-feed.ts'
import { DAY_MINUTES, type DemoEvent, EVENT_KINDS, FEED_FORMATS, HARD_CASES, type HardCase } from './world.ts'

const folder = join(import.meta.dirname, '../../data/demo')
const world = loadWorld(folder)
const sameWorld = loadWorld(folder)
const entries = world.events.flatMap((event) => event.entries)
const startAt = Date.UTC(2026, 4, 2, 12)
const sources = new Map(demoSources(world, 'http://127.0.0.1:1').map((source) => [source.id, source]))

/** What the true reader makes of a feed. */
function itemsOf(feedId: string, minute = DAY_MINUTES): NewItem[] {
  const source = sources.get(feedId)!
  const feedUrl = source.feeds[0]!.url
  const { body, contentType } = renderFeed(world, feedId, minute, startAt)
  const feed = parseFeed(new TextEncoder().encode(body), { contentType, url: feedUrl, kind: source.kind })
  return feed.entries.map(
    (entry) => normaliseEntry(entry, { source, feedUrl, feedLanguage: feed.language, fetchedAt: startAt })!,
  )
}

const withCase = (one: HardCase): DemoEvent[] => world.events.filter(({ cases }) => cases.includes(one))
const languagesOf = (event: DemoEvent) => new Set(event.entries.map(({ feedId }) => world.publisher(feedId).language))

describe('the demo day', () => {
  test('is as big as a day should be', () => {
    expect(world.publishers.length).toBeGreaterThanOrEqual(40)
    expect(entries.length).toBeGreaterThanOrEqual(380)
    const sizes = world.events.map((event) => event.entries.length)
    expect(sizes.filter((size) => size === 1).length).toBeGreaterThanOrEqual(90)
    expect(sizes.filter((size) => size >= 2).length).toBeGreaterThanOrEqual(60)
    expect(sizes.filter((size) => size >= 8).length).toBeGreaterThanOrEqual(4)
  })

  test('has every language and format, every tier, and families with several publishers', () => {
    const languages = new Set(world.publishers.map(({ language }) => language))
    for (const language of ['en', 'zh-Hant', 'zh-Hans', 'ja', 'ko']) expect(languages).toContain(language)
    expect(new Set(world.publishers.map(({ format }) => format))).toEqual(new Set(FEED_FORMATS))
    expect(new Set(world.publishers.map(({ tier }) => tier))).toEqual(new Set([1, 2, 3, 4]))
    expect(new Set(world.publishers.map(({ family }) => family)).size).toBeLessThanOrEqual(world.publishers.length - 3)
  })

  test('leaves no feed without entries', () => {
    expect(world.publishers.filter(({ id }) => world.entriesOf(id).length === 0).map(({ id }) => id)).toEqual([])
  })

  test.each(HARD_CASES)('has the case %s', (one) => {
    expect(withCase(one).length).toBeGreaterThanOrEqual(1)
  })

  test('says of every larger event what kind it is, in the words of stories', () => {
    expect(EVENT_KINDS).toEqual(STORY_KINDS)
    const isCommunity = (event: DemoEvent) => event.entries.every(({ feedId }) => world.publisher(feedId).tier === 4)
    const large = world.events.filter((event) => event.entries.length > 1 && !isCommunity(event))
    expect(large.filter(({ kind }) => kind === undefined).map(({ id }) => id)).toEqual([])
    expect(new Set(large.map(({ kind }) => kind))).toEqual(new Set(EVENT_KINDS))
  })

  test('says in its README what each case is there to prove', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    expect(HARD_CASES.filter((one) => !readme.includes(`\`${one}\``))).toEqual([])
  })

  test('leads nowhere outside: every address is under .example', () => {
    const vocabularies = ['purl.org', 'www.w3.org', 'jsonfeed.org']
    const hosts = world.publishers.flatMap(({ id }) =>
      [...renderFeed(world, id, DAY_MINUTES, startAt).body.matchAll(/https?:\/\/([a-z0-9.-]+)/gi)].map(
        (match) => match[1]!,
      ),
    )
    const outside = new Set(hosts.filter((host) => !host.endsWith('.example') && !vocabularies.includes(host)))
    expect([...outside]).toEqual([])
  })

  test('has each kind of misconduct', () => {
    const seen = new Set(world.publishers.flatMap(({ conduct }) => Object.keys(conduct)))
    expect([...seen].sort()).toEqual(
      [
        'cutOff',
        'fails',
        'hasBareAmpersands',
        'hidesLanguage',
        'isMoved',
        'retryAfterSeconds',
        'slowMs',
        'tracksLinks',
      ].sort(),
    )
  })

  test('tells reports in texts of a report’s length and in words of their own', () => {
    const reports = entries.filter(
      ({ feedId, text, html }) => world.publisher(feedId).tier < 4 && text !== '' && html === undefined,
    )
    const isCjk = (text: string) => /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{4}/.test(text)
    for (const { key, text, eventId } of reports) {
      const isDigest = eventId.startsWith('lantern-')
      expect(text.length, key).toBeGreaterThanOrEqual(isCjk(text) ? 60 : isDigest ? 100 : 120)
      expect(text.length, key).toBeLessThanOrEqual(isDigest ? 1_200 : 900)
    }
    const copies = new Set(withCase('wire-copies').flatMap((event) => event.entries.map(({ key }) => key)))
    const own = reports.filter(({ key }) => !copies.has(key)).map(({ text }) => text)
    expect(new Set(own).size).toBe(own.length)
  })

  test('names neither day nor date, since it is replayed on any', () => {
    const dated = entries.filter(({ title = '', text }) =>
      /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \*)|\d日[午夜]/.test(`${title} ${text}`),
    )
    expect(dated.filter(({ eventId }) => eventId !== 'gradient-meme').map(({ key }) => key)).toEqual([])
  })
})

describe('every feed', () => {
  const parsed = world.publishers
    .filter(({ format }) => format !== 'mastodon' && format !== 'github')
    .map(({ id }) => id)
  test.each(parsed)('%s is read whole by feedsmith', (id) => {
    const feed = parseWithFeedsmith(renderFeed(world, id, DAY_MINUTES, startAt).body).feed as {
      items?: unknown[]
      entries?: unknown[]
    }
    expect((feed.items ?? feed.entries)!.length).toBe(
      world.entriesOf(id).filter((entry) => !entry.deletedMinute).length,
    )
  })

  test.each(world.publishers.map(({ id }) => id))('%s comes out of the true reader with the gold identities', (id) => {
    const standing = new Set(
      world
        .entriesOf(id)
        .filter((entry) => !entry.deletedMinute)
        .map(({ key }) => key),
    )
    const gold = goldStories(world).filter(({ source }, index) => source === id && standing.has(entries[index]!.key))
    const items = itemsOf(id)
    expect(items.map(({ key, url }) => [key, url]).sort()).toEqual(gold.map((one) => [one.id, one.link]).sort())
    for (const item of items) expect(item.publishedAt, item.title).toBeLessThanOrEqual(startAt)
  })

  test.each([0, 137, 500, 1_000, DAY_MINUTES])('is the same twice at minute %i', (minute) => {
    for (const { id } of world.publishers) {
      expect(renderFeed(world, id, minute, startAt)).toEqual(renderFeed(sameWorld, id, minute, startAt))
    }
  })
})

describe('hard cases come out of the reader as meant', () => {
  const itemOf = (key: string, minute?: number) => {
    const { feedId } = world.entry(key)!
    const gold = goldStories(world)[entries.findIndex((entry) => entry.key === key)]!
    return itemsOf(feedId, minute).find((item) => item.key === gold.id)
  }

  test('one event in five languages', () => {
    for (const event of withCase('five-languages')) {
      expect([...languagesOf(event)]).toEqual(expect.arrayContaining(['en', 'zh-Hant', 'zh-Hans', 'ja', 'ko']))
      const written = new Map<string, Set<string>>()
      for (const { feedId, title = '', text } of event.entries) {
        for (const [figure] of `${title} ${text}`.matchAll(/\d+(?:\.\d+)?/g)) {
          written.set(figure, (written.get(figure) ?? new Set()).add(world.publisher(feedId).language))
        }
      }
      const figuresInAll = [...written].filter(([, languages]) => languages.size >= 5).map(([figure]) => figure)
      expect(figuresInAll.length, event.id).toBeGreaterThanOrEqual(2)
    }
  })

  test('a wire and six verbatim copies with the credit line', () => {
    const [event] = withCase('wire-copies')
    const wire = event!.entries[0]!
    const copies = event!.entries.filter(({ key, text }) => key !== wire.key && text === wire.text)
    expect(copies).toHaveLength(6)
    expect(new Set(copies.map(({ feedId }) => world.publisher(feedId).family)).size).toBe(6)
    expect(wire.text).toContain('via Pressline')
    const roles = goldStories(world).filter((gold) => gold.event === event!.id)
    expect(roles.filter(({ role }) => role === 'copy')).toHaveLength(6)
    const prints = [wire, ...copies].map(({ key }) => itemOf(key)!.fingerprint.join())
    expect(new Set(prints).size).toBeLessThanOrEqual(3)
  })

  test('a digest of ten events', () => {
    const item = itemOf('lantern-noon')!
    expect(item.form).toBe('digest')
    expect(item.links).toHaveLength(10)
    const events = new Set(item.links.map((link) => goldStories(world).find((gold) => gold.link === link)?.event))
    expect(events.size).toBe(10)
  })

  test('an op-ed, and a bot’s toot of it by another link', () => {
    const [opEd, toot] = withCase('op-ed-and-toot')[0]!.entries
    const [own, echo] = [itemOf(opEd!.key)!, itemOf(toot!.key)!]
    expect(echo.form).toBe('post')
    expect(echo.title).toBe(own.title)
    expect(echo.pointsTo).not.toBe(own.url)
    expect(echo.hashtags).toEqual(expect.arrayContaining(['GreaterBayArea', 'AISupercomputingCentre', 'Huizhou']))
  })

  test('edits: a headline, a correction, a retraction', () => {
    expect(itemOf('quillon-layoffs', 700)!.title).toContain('1,900')
    expect(itemOf('quillon-layoffs')!.title).toContain('190 as')
    expect(itemOf('quillon-layoffs')!.text).toContain('Correction:')
    expect(itemOf('foldlight', 1_000)!.title).toMatch(/^FoldLight/)
    expect(itemOf('foldlight')!.title).toMatch(/^RETRACTED: FoldLight/)
    expect(itemOf('foldlight')!.key).toBe(itemOf('foldlight', 1_000)!.key)
  })

  test('a hostile entry is harmless', () => {
    const item = itemOf('free-gpu-hours')!
    expect(item.url).toBeUndefined()
    expect(item.title).toBe('Free GPU hours for everyone')
    expect(JSON.stringify([item.html, item.authors, item.categories])).not.toMatch(
      /<script|<img|<svg|<iframe|<form|javascript:|onerror|onclick|onmouseover|<b /i,
    )
  })

  test('broken markup and bare ampersands lose nothing', () => {
    const item = itemOf('broken-rack-1')!
    expect(item.title).toContain('R&D notes & measurements')
    expect(item.text).toContain('full load 62 degrees & stable')
    expect(item.text).toContain('<3 mm apart')
    expect(
      itemsOf('grid-and-rack').some(
        ({ title }) => title === "Reclaimed water & solar: inside Northlight's Sedenak plan",
      ),
    ).toBe(true)
  })

  test('a feed cut off in the middle keeps its whole entries', () => {
    const during = itemsOf('tokyo-circuit', 700)
    const whole = world.entriesOf('tokyo-circuit').filter(({ minute }) => minute <= 700)
    expect(during.length).toBeGreaterThanOrEqual(1)
    expect(during.length).toBeLessThan(whole.length)
  })

  test('a date to come and no date: both are the hour of arrival', () => {
    expect(itemOf('future-dated-1')!.publishedAt).toBe(startAt)
    expect(itemOf('undated-note-1')!.publishedAt).toBe(startAt)
  })

  test('tracking parameters are gone', () => {
    expect(renderFeed(world, 'harbour-post', DAY_MINUTES, startAt).body).toContain('utm_source')
    expect(itemsOf('harbour-post').filter(({ url }) => url?.includes('utm_'))).toEqual([])
  })

  test('deleted entries were there', () => {
    for (const event of withCase('deleted-entry')) {
      const [entry] = event.entries
      expect(itemOf(entry!.key, entry!.deletedMinute! - 1)).toBeDefined()
      expect(itemOf(entry!.key)).toBeUndefined()
    }
  })
})

test('expected.json has the gold story of each entry', async () => {
  const lines = goldStories(world).map((line) => `  ${JSON.stringify(line)}`)
  await expect(`[\n${lines.join(',\n')}\n]\n`).toMatchFileSnapshot(join(folder, 'expected.json'))
})
