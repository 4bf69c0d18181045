import { describe, expect, test } from 'vitest'
import { extractArticle } from './extract-article.ts'
import { NotAPageError } from './not-a-page-error.ts'

const PROSE =
  'The city opened a second computing centre on Monday, officials said, and invited universities, start-ups and hospitals to apply for time on its machines.'

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en-GB"><head><title>Second centre opens | The Harbour Post</title>${head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>${body}
    <footer><p>Copyright The Harbour Post. All rights reserved.</p></footer></body></html>`
}

const ARTICLE = `<main><article><h1>Second centre opens</h1>${`<p>${PROSE} <a href="/more?utm_source=x">More</a></p>`.repeat(6)}
  <script>document.write("evil")</script><img src="/spy.gif" onerror="alert(1)"></article></main>`

const extract = (html: string, url = 'https://post.example/news/centre?utm_source=rss') =>
  extractArticle(Buffer.from(html), { url })

describe('extractArticle', () => {
  test('finds text, title, site, language and address', () => {
    const head = `<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Ada Lam">
      <meta property="article:published_time" content="2026-11-23T08:00:00+08:00">
      <link rel="canonical" href="https://www.post.example/news/centre">`
    const article = extract(page(ARTICLE, head))
    expect(article).toMatchObject({
      title: 'Second centre opens',
      byline: 'Ada Lam',
      siteName: 'The Harbour Post',
      publishedAt: Date.UTC(2026, 10, 23),
      language: 'en',
      canonicalUrl: 'https://www.post.example/news/centre',
    })
    expect(article.text).toContain(PROSE)
    expect(article.text).not.toMatch(/Sport|Copyright|evil/)
    expect(article.html).toContain('href="https://post.example/more?utm_source=x"')
    expect(article.html).not.toMatch(/<script|<img|onerror/)
  })

  test('reads schema.org before other metadata', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebPage', name: 'Page' },
        {
          '@type': ['NewsArticle'],
          headline: 'Centre &amp; city',
          author: [{ '@type': 'Person', name: 'A. Lam' }, { name: 'B. Ho' }, 'https://post.example/people/c'],
          publisher: { name: 'Harbour Post' },
          datePublished: '2026-11-23T00:00:00Z',
        },
      ],
    }
    const head = `<meta name="author" content="Desk"><script type="application/ld+json">${JSON.stringify(data)}</script>`
    expect(extract(page(ARTICLE, head))).toMatchObject({
      title: 'Centre & city',
      byline: 'A. Lam, B. Ho',
      siteName: 'Harbour Post',
      publishedAt: Date.UTC(2026, 10, 23),
    })
  })

  test.each([
    ['another publisher', '<link rel="canonical" href="https://other.example/news">'],
    ['the front page', '<link rel="canonical" href="https://post.example/">'],
    ['no web address', '<link rel="canonical" href="javascript:alert(1)">'],
    ['nothing', ''],
  ])('keeps its own address where the page claims %s', (_what, head) => {
    expect(extract(page(ARTICLE, head)).canonicalUrl).toBe('https://post.example/news/centre')
  })

  test('decodes by the page’s own declaration', () => {
    const html = page(ARTICLE.replaceAll('officials', 'Behörden'), '<meta charset="iso-8859-1">')
    const article = extractArticle(Buffer.from(html, 'latin1'), { url: 'https://post.example/a' })
    expect(article.text).toContain('Behörden')
  })

  test('puts the opening paragraph back that stands in the header', () => {
    const lead = 'Universities and hospitals can apply from next week & for free, the mayor said.'
    const header = `<header><h1>Second centre opens</h1><p class="c-lead">${lead.replace('&', '&amp;')}</p></header>`
    const { text, html } = extract(page(`${header}${ARTICLE.replace(/<h1>.*?<\/h1>/, '')}`))
    expect(text.startsWith(`${lead}\n\n${PROSE}`)).toBe(true)
    expect(html).toContain('next week &amp; for free')
  })

  test('puts opening paragraphs back that no name gives away, and none of a box beside', () => {
    const opening = 'Universities and hospitals can apply from next week, the mayor said on Monday.'
    const beside = 'Our newsletter brings you the harbour every morning before breakfast, and it is free.'
    const header = `<div><h1>Second centre opens</h1></div><div class="q1"><p>${opening}</p></div><div class="newsletter"><p>${beside}</p></div>`
    const { text } = extract(page(`${header}<div id="x">${ARTICLE.replace(/<h1>.*?<\/h1>/, '')}</div>`))
    expect(text.startsWith(`${opening}\n\n${PROSE}`)).toBe(true)
    expect(text).not.toContain(beside)
  })

  test('takes the named element where only a form was found', () => {
    // Readability takes "extra" for what is beside an article, and then has enough in the form not to look again.
    const said = `<div id="extra" class="story-text"><p>${'The council met on Monday. '.repeat(11)}</p></div>`
    const form = `<p>${'You will hear from us, and can leave at any time, by mail or by telephone. '.repeat(7)}</p>`
    const { text } = extract(page(`<h1>Meeting</h1>${said}<div>${form}</div>`))
    expect(text).toContain('The council met on Monday.')
    expect(text).not.toContain('leave at any time')
  })

  test('takes the text that only schema.org gives', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'Centre',
      articleBody: `${PROSE}\n\n${PROSE} Twice & more.`.repeat(2),
    }
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`
    expect(extract(page('<div id="app"><p>Loading …</p></div>', head)).text).toContain('Twice & more.')
  })

  test('the same bytes give the same article', () => {
    expect(extract(page(ARTICLE))).toEqual(extract(page(ARTICLE)))
  })

  test.each([
    ['', 'it is empty'],
    ['%PDF-1.7 …', 'it is a PDF document; only the HTML of a page is read'],
    ['\x7fELF <p>in the middle of a program</p>', 'it is a program; only the HTML of a page is read'],
    ['{"error": "no"}', 'it is JSON or plain text'],
    ['<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'it is a feed'],
    ['Not found', 'it is no HTML'],
    ['<html><body><script>app()</script><div id="root"></div></body></html>', 'no text was found in it'],
  ])('refuses %j in words', (written, words) => {
    expect(() => extract(written)).toThrow(NotAPageError)
    expect(() => extract(written)).toThrow(words)
  })
})

describe('hostile pages', () => {
  const within = (html: string) => {
    // Of this process: the clock on the wall also counts what else the machine does.
    const before = process.cpuUsage()
    const article = extract(html)
    const used = process.cpuUsage(before)
    return { article, milliseconds: (used.user + used.system) / 1_000 }
  }

  test.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}<p>${PROSE}</p>`],
    ['80 levels again and again', `${'<div>'.repeat(80)}<p>${PROSE}</p>${'</div>'.repeat(80)}`.repeat(200)],
    ['200,000 attributes', `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')}>${PROSE}</p>`],
    [
      '500 deep paragraphs before the article',
      `<h1>Meeting</h1><div class="extra">${'<div>'.repeat(60)}${`<p>Elsewhere, ${PROSE}</p>`.repeat(500)}${'</div>'.repeat(60)}</div>${ARTICLE}`,
    ],
    ['100,000 links', `<a href="/x">link</a> `.repeat(100_000)],
    ['a million angle brackets', `<p>${PROSE}</p>${'< '.repeat(1_000_000)}`],
    ['a million spaces that keep words together', `<p>${PROSE}</p>${'\u00a0'.repeat(1_000_000)}`],
    ['a million ends of tags', `<p>${PROSE}</p>${'> '.repeat(1_000_000)}`],
    ['a million references', `<p>${'&lt;'.repeat(1_000_000)}</p>`],
    ['a title of 2 MB', `<h1>${'x'.repeat(2_000_000)}</h1><p>${PROSE}</p>`],
    ['200,000 line breaks', 'a<br>'.repeat(200_000)],
    ['NULs', `${'\0'.repeat(500_000)}<p>${PROSE}</p>`],
  ])(
    '%s stay within bounds',
    (_what, body) => {
      const { article, milliseconds } = within(page(body))
      expect(article.text.length).toBeLessThanOrEqual(100_000)
      expect(article.html.length).toBeLessThanOrEqual(300_100)
      expect(milliseconds).toBeLessThan(5_000)
    },
    30_000,
  )

  test('JSON-LD of any shape breaks nothing', () => {
    const blocks = ['['.repeat(100_000), '{"@type":"Article","author":{"name":{}},"headline":[1]}', 'null', '"x"', '{']
    const head = blocks.map((block) => `<script type="application/ld+json">${block}</script>`).join('')
    expect(extract(page(ARTICLE, head)).text).toContain(PROSE)
  })

  test('a title with markup and bidi controls comes out as text', () => {
    const article = extract(
      page(ARTICLE, '<meta property="og:title" content="&lt;b&gt;Invoice&lt;/b&gt; \u202egnp.exe">'),
    )
    expect(article.title).toBe('Invoice gnp.exe')
  })
})
