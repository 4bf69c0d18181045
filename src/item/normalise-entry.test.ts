import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml } from '../lib/escape-html.ts'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import type { Entry, Source } from '../source/types.ts'
import { type EntryContext, MAX_TEXT_LENGTH, MAX_TITLE_LENGTH, normaliseEntry, sharedPages } from './normalise-entry.ts'
import type { NewItem } from './types.ts'

const SOURCE: Source = {
  id: 'chip',
  name: 'Chip Daily',
  homepage: 'https://chip.example/',
  kind: 'rss',
  feeds: [{ url: 'https://chip.example/feed' }],
  language: 'en',
  country: 'US',
  family: 'chip',
  type: 'press',
  tier: 2,
  tierReason: 'own reporting',
  topics: [],
  hubs: [],
  isEnabled: true,
  isMirror: false,
  countsAsIndependent: true,
}
const FETCHED = Date.UTC(2026, 10, 23, 8)
const CONTEXT: EntryContext = { source: SOURCE, feedUrl: 'https://chip.example/feed', fetchedAt: FETCHED }
const MASTODON: EntryContext = {
  ...CONTEXT,
  source: { ...SOURCE, id: 'm', kind: 'mastodon', type: 'community', tier: 4, language: 'mul' } as const,
}
const ENTRY: Entry = { authors: [], categories: [], enclosures: [] }

function normalised(entry: Partial<Entry>, context = CONTEXT): NewItem {
  const item = normaliseEntry({ ...ENTRY, ...entry }, context)
  expect(item).toBeDefined()
  return item!
}

describe('normaliseEntry', () => {
  test('a title to which its date was glued, and the text that begins alike', () => {
    const glued = 'Nov 20, 2026PolicyTrustworthy chips in practice'
    const entry = { title: glued, summary: `${glued}<br>and more.`, link: 'https://chip.example/trustworthy-chips' }
    const whole = normalised({ ...entry, published: 'Fri, 20 Nov 2026 00:00:00 +0000' })
    expect(whole).toMatchObject({
      title: 'Trustworthy chips in practice',
      text: 'Trustworthy chips in practice\nand more.',
    })
    expect(whole.html).not.toContain('2026')
    const again = normalised({ ...entry, title: whole.title, summary: whole.text, published: '2026-11-20' })
    expect([again.title, again.text]).toEqual([whole.title, whole.text])
    expect(normalised({ ...entry, published: '2026-11-10' }).title).toBe(glued)
    expect(normalised(entry).title).toBe(glued)
  })

  test('a report', () => {
    const item = normalised({
      id: 'tag:chip.example,2026:1',
      link: 'https://chip.example/a?utm_source=rss&id=1',
      title: 'Nvidia &amp; AMD <b>open</b>\n a plant',
      content:
        '<p>The plant opens <a href="/b">today</a>.</p><script>alert(1)</script><p>The post Nvidia appeared first on Chip Daily.</p>',
      published: 'Mon, 23 Nov 2026 07:00:00 GMT',
      updated: '2026-11-23T07:30:00Z',
      authors: ['Ann <b>Lee</b>', 'Ann Lee'],
      categories: ['AI', ' AI '],
    })
    expect(item).toMatchObject({
      sourceId: 'chip',
      key: 'tag:chip.example,2026:1',
      url: 'https://chip.example/a?id=1',
      title: 'Nvidia & AMD open a plant',
      text: 'The plant opens today.',
      authors: ['Ann Lee'],
      language: 'en',
      publishedAt: Date.UTC(2026, 10, 23, 7),
      updatedAt: Date.UTC(2026, 10, 23, 7, 30),
      form: 'article',
      links: ['https://chip.example/b'],
      categories: ['AI'],
    })
    expect(item.html).not.toContain('script')
    expect(item.contentHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('PEERS A6.4: the torn toot of an op-ed is whole again and points to it', () => {
    const item = normalised(
      {
        id: '1',
        link: 'https://sigmoid.example/@bot/1',
        isPost: true,
        title: 'Opinion | Energy cannot be an afterthought https://www. byteseu.example/2126643/ # AI # AISuperc',
        content:
          'Opinion | Energy cannot be an afterthought https://www. byteseu.example/2126643/ # AI # AISupercomputingCentre # Apple',
      },
      MASTODON,
    )
    expect(item.title).toBe('Opinion | Energy cannot be an afterthought')
    expect(item.hashtags).toEqual(['AI', 'AISupercomputingCentre', 'Apple'])
    expect(item.links).toEqual(['https://www.byteseu.example/2126643/'])
    expect(item.pointsTo).toBe('https://www.byteseu.example/2126643/')
    expect(item.html).toContain('#AISupercomputingCentre')
    expect(item).toMatchObject({ form: 'post', language: 'en' })
  })

  test('the same toot as Mastodon serves it', () => {
    const item = normalised(
      {
        link: 'https://sigmoid.example/@bot/2',
        content:
          '<p>Energy cannot be an afterthought <a href="https://www.byteseu.example/2126643/"><span class="invisible">https://www.</span><span>byteseu.example/2126643/</span></a> <a href="https://sigmoid.example/tags/AI" class="mention hashtag" rel="tag">#<span>AI</span></a></p>',
      },
      MASTODON,
    )
    expect(item.text).toBe('Energy cannot be an afterthought https://www.byteseu.example/2126643/ #AI')
    expect(item).toMatchObject({
      title: 'Energy cannot be an afterthought',
      pointsTo: 'https://www.byteseu.example/2126643/',
      hashtags: ['AI'],
    })
  })

  test('dates: later than arrival, absent, or of 1970 become the arrival', () => {
    for (const published of ['2999-01-01', undefined, '1970-01-01T00:00:00Z', 'soon']) {
      expect(normalised({ title: 'x', published }).publishedAt).toBe(FETCHED)
    }
    expect(normalised({ title: 'x', updated: '2026-11-22' }).publishedAt).toBe(Date.UTC(2026, 10, 22))
  })

  test('the catalogue says which Chinese where the feed and the text do not', () => {
    const source = { ...SOURCE, language: 'zh-HK' }
    for (const feedLanguage of ['en-US', 'zh', undefined]) {
      expect(normalised({ title: '人工智能大模型' }, { ...CONTEXT, source, feedLanguage }).language).toBe('zh-Hant')
    }
    expect(normalised({ title: '人工智能大模型', language: 'zh-CN' }, { ...CONTEXT, source }).language).toBe('zh-Hans')
  })

  test('keys: the id, else the address, else a hash', () => {
    expect(normalised({ title: 'x', id: 'a', link: 'https://b.example/' }).key).toBe('a')
    expect(normalised({ title: 'x', link: 'https://b.example/?utm_id=1' }).key).toBe('https://b.example/')
    expect(normalised({ title: 'x' }).key).toMatch(/^sha256:/)
    expect(normalised({ title: 'x', id: 'y'.repeat(2_000) }).key).toMatch(/^sha256:/)
  })

  test('undefined only where there is neither title nor text', () => {
    expect(
      normaliseEntry({ ...ENTRY, id: '1', link: 'https://a.example/', title: ' \u200b', content: '<p> </p>' }, CONTEXT),
    ).toBeUndefined()
    expect(normalised({ content: 'First sentence of the text. Second one.' }).title).toBe('First sentence of the text.')
    expect(normalised({ content: 'https://a.example/1' }).title).toBe('https://a.example/1')
  })

  test('points, comments and the time of arrival are no edit; title, text, authors are', () => {
    const base = { id: '1', title: 'A title', content: 'A text', points: 1, comments: 2 }
    const hash = normalised(base).contentHash
    expect(normalised({ ...base, points: 9, comments: 9 }, { ...CONTEXT, fetchedAt: FETCHED + 1 }).contentHash).toBe(
      hash,
    )
    expect(normalised({ ...base, title: 'Another' }).contentHash).not.toBe(hash)
    expect(normalised({ ...base, content: 'A text, edited' }).contentHash).not.toBe(hash)
    expect(normalised({ ...base, authors: ['B'] }).contentHash).not.toBe(hash)
  })

  test('republishing an item changes nothing', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      'word ',
      '& ',
      '&amp;lt;b&gt;',
      '\u202e',
      '<br>',
      '“中文”',
      '# AI ',
      'https://www. a.example/x ',
      'Read more',
      '\n\n',
      '<a href="/x">l</a>',
      '<',
      '😀',
    )
    const body = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(body, body, fc.boolean(), (title, content, isPost) => {
        const context = isPost ? MASTODON : CONTEXT
        const item = normaliseEntry({ ...ENTRY, id: '1', title, content, authors: ['A & B'], isPost }, context)
        if (item === undefined) return
        const again = normaliseEntry(
          {
            ...ENTRY,
            id: item.key,
            link: item.url,
            title: escapeHtml(item.title),
            content: item.html,
            authors: item.authors.map(escapeHtml),
            isPost,
            pointsTo: item.pointsTo,
          },
          context,
        )!
        expect([again.title, again.text]).toEqual([item.title, item.text])
        expect(again.contentHash).toBe(item.contentHash)
      }),
      { numRuns: 500 },
    )
  })

  test('hostile sizes: bounded result in bounded time', () => {
    const startedAt = cpuMs()
    const item = normalised({
      id: 'x'.repeat(100_000),
      title: `<b>${'t'.repeat(2_000_000)}`,
      content: '<p>word <a href="https://a.example/1">x</a></p>'.repeat(60_000),
      authors: Array.from({ length: 5_000 }, (_, n) => `a${n}`),
      categories: ['c'.repeat(1_000_000)],
    })
    expect(item.title.length).toBeLessThanOrEqual(MAX_TITLE_LENGTH)
    expect(item.text.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH)
    expect(item.links.length).toBeLessThanOrEqual(50)
    expect(item.authors).toHaveLength(20)
    expect(cpuMs() - startedAt).toBeLessThan(15_000)
  })
})

describe('entries of one page', () => {
  const CHANGELOG = 'https://editor.example/changelog'
  const entries = (...links: (string | undefined)[]) => links.map((link) => ({ link }))

  test('keep their fragments, so that each has an address of its own', () => {
    const context = { ...CONTEXT, sharedPages: sharedPages(entries('/changelog#2', '/changelog#1'), CHANGELOG) }
    expect(normalised({ title: 'Quill 2', link: `${CHANGELOG}?utm_source=rss#2` }, context).url).toBe(`${CHANGELOG}#2`)
    expect(normalised({ title: 'A post', link: 'https://editor.example/post#2' }, context).url).toBe(
      'https://editor.example/post',
    )
  })

  test.each([
    ['have none', [CHANGELOG, CHANGELOG]],
    ['have the same one', [`${CHANGELOG}#comments`, `${CHANGELOG}#comments`]],
    ['are on pages of their own', [`${CHANGELOG}/1#top`, `${CHANGELOG}/2#comments`]],
    ['are one', [`${CHANGELOG}#1`]],
    ['have no address', [undefined, 'mailto:a@editor.example#1', 'mailto:a@editor.example#2']],
  ])('that %s share none', (_, links) => {
    expect(sharedPages(entries(...links), CHANGELOG).size).toBe(0)
  })
})
