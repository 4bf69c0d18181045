import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOfPart, canonicalUrl, isPartOfPage } from './canonical-url.ts'

describe('canonicalUrl', () => {
  test.each([
    // spelling
    ['HTTPS://Example.COM:443/A', 'https://example.com/A'],
    ['http://example.com:80', 'http://example.com/'],
    ['http://example.com.:8080/a', 'http://example.com:8080/a'],
    ['https://user:pass@example.com/a', 'https://example.com/a'],
    ['https://example.com/a#section', 'https://example.com/a'],
    ['https://example.com/a#:~:text=x', 'https://example.com/a'],
    ['https://example.com/#!/story/1', 'https://example.com/#!/story/1'],
    ['https://example.com/a/../b/./c', 'https://example.com/b/c'],
    ['https://example.com/%7Ename/%e4%b8%ad', 'https://example.com/~name/%E4%B8%AD'],
    ['https://example.com/中文', 'https://example.com/%E4%B8%AD%E6%96%87'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['  https://example.com/a\n', 'https://example.com/a'],
    // parameters
    ['https://example.com/a?utm_source=rss&id=7&utm_medium=x', 'https://example.com/a?id=7'],
    ['https://example.com/a?UTM_Source=rss', 'https://example.com/a'],
    ['https://example.com/a?x=1&amp;utm_source=rss', 'https://example.com/a?x=1'],
    ['https://example.com/?p=12&fbclid=1&gclid=2&mc_cid=3', 'https://example.com/?p=12'],
    ['https://example.com/a?b=2&a=1&b=3', 'https://example.com/a?b=2&a=1&b=3'],
    ['https://example.com/a?q=a+b%20c', 'https://example.com/a?q=a+b%20c'],
    ['https://example.com/a?ref=techmeme.com', 'https://example.com/a'],
    ['https://example.com/a?source=rss', 'https://example.com/a'],
    ['https://example.com/a?ref=v2', 'https://example.com/a?ref=v2'],
    ['https://github.com/o/r/blob?ref=example.com', 'https://github.com/o/r/blob?ref=example.com'],
    ['https://example.com/a?', 'https://example.com/a'],
    ['https://example.com/a?amp=1', 'https://example.com/a'],
    ['https://www.wired.com/story/x/?mbid=1&id=2', 'https://www.wired.com/story/x/?id=2'],
    ['https://musicbrainz.example/artist?mbid=1', 'https://musicbrainz.example/artist?mbid=1'],
    ['https://www.nytimes.com/a.html?smid=x&searchResultPosition=1', 'https://www.nytimes.com/a.html'],
    ['https://www.reddit.com/r/a/?$deep_link=true', 'https://www.reddit.com/r/a/'],
    // identity stays
    ['https://www.youtube.com/watch?v=abcdefghijk&feature=share', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['https://news.ycombinator.com/item?id=1', 'https://news.ycombinator.com/item?id=1'],
    ['https://example.com/news?story=5&page=2', 'https://example.com/news?story=5&page=2'],
    [
      'https://mp.weixin.qq.com/s?__biz=a&mid=1&idx=1&sn=2&scene=21#wechat_redirect',
      'https://mp.weixin.qq.com/s?__biz=a&mid=1&idx=1&sn=2',
    ],
    // one page, one host
    ['https://youtu.be/abcdefghijk?si=1', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['https://m.youtube.com/watch?v=abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['https://twitter.com/a/status/1?s=20&t=x', 'https://x.com/a/status/1'],
    ['https://en.m.wikipedia.org/wiki/GPU', 'https://en.wikipedia.org/wiki/GPU'],
    ['http://arxiv.org/pdf/2401.12345v2.pdf', 'https://arxiv.org/abs/2401.12345'],
    ['https://export.arxiv.org/abs/cs/0112017', 'https://arxiv.org/abs/cs/0112017'],
    ['https://old.reddit.com/r/a/comments/1/b/', 'https://www.reddit.com/r/a/comments/1/b/'],
    // wrappers and caches
    ['https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fa%3Fid%3D1&sa=D', 'https://example.com/a?id=1'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa%3Ffbclid%3D1&h=x', 'https://example.com/a'],
    ['https://www.google.com/amp/s/example.com/a', 'https://example.com/a'],
    ['https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a?x=1', 'https://www.example.com/a?x=1'],
    ['https://example.com/2026/a/amp/', 'https://example.com/2026/a/'],
    ['https://example.com/amp', 'https://example.com/amp'],
    ['http://127.0.0.1:4173/a', 'http://127.0.0.1:4173/a'],
  ])('%s', (raw, expected) => {
    expect(canonicalUrl(raw)).toBe(expected)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@example.com',
    'ftp://example.com/',
    'file:///etc/passwd',
    '',
    'x',
    '/a',
    'http://',
    'https://exa mple.com/',
    `https://example.com/${'a'.repeat(5_000)}`,
    'https://www.google.com/url?q=javascript:alert(1)'.replace('https://www.google.com/url?q=', ''),
  ])('refuses %s', (raw) => {
    expect(canonicalUrl(raw)).toBeUndefined()
  })

  test('opens no wrapper around what is no web address', () => {
    expect(canonicalUrl('https://www.google.com/url?q=javascript:alert(1)')).toMatch(/^https:\/\/www\.google\.com\/url/)
  })

  test('resolves against a base', () => {
    expect(canonicalUrl('../b?utm_id=1', 'https://example.com/a/c/')).toBe('https://example.com/a/b')
    expect(canonicalUrl('//b.example/x', 'https://example.com/')).toBe('https://b.example/x')
  })

  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&si=x&pp=y', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['https://news.ycombinator.com/item?id=1', 'https://news.ycombinator.com/item?id=1'],
    ['https://www.amazon.co.jp/dp/B0?pf_rd_p=1&crid=2&id=7', 'https://www.amazon.co.jp/dp/B0?id=7'],
    ['https://aws.amazon.com/blogs/?sc_icampaign=x&page=2&trkCampaign=y', undefined],
    ['https://www.google.com/search?q=ai&sca_esv=1&ei=2', 'https://www.google.com/search?q=ai'],
    ['https://www.google.com/maps?cid=123', 'https://www.google.com/maps?cid=123'],
    ['https://docs.google.com/document/d/1/edit?tab=t.0', 'https://docs.google.com/document/d/1/edit?tab=t.0'],
    ['https://github.com/a/b?ref=main', 'https://github.com/a/b?ref=main'],
    [
      'https://www.facebook.com/story.php?story_fbid=1&id=2&fref=nf',
      'https://www.facebook.com/story.php?story_fbid=1&id=2',
    ],
    ['https://a.example/x?p=1&s=2&t=3&page=4&tag=5', 'https://a.example/x?p=1&s=2&t=3&page=4&tag=5'],
  ])('keeps what names the page: %s', (raw, expected) => {
    const names = (url: string) => [...new URL(url).searchParams.keys()]
    if (expected === undefined) expect(names(canonicalUrl(raw)!)).toContain('page')
    else expect(canonicalUrl(raw)).toBe(expected)
  })

  test('twice changes nothing', () => {
    const host = fc.constantFrom(
      'example.com',
      'Twitter.com',
      'youtu.be',
      'arxiv.org',
      'm.scmp.com',
      'www.google.com',
      'a.b.example.',
    )
    const part = fc.constantFrom(
      '/',
      'a',
      '..',
      '%2e',
      '%41',
      '%zz',
      '中',
      'amp',
      '/amp/',
      'pdf/2401.00001v1',
      '//',
      '%252F',
      ' ',
    )
    const query = fc.constantFrom(
      '?',
      'a=1',
      '&',
      'utm_source=x',
      'ref=a.example',
      'q=https://example.org/amp',
      '%26',
      '#x',
      '#!y',
      'amp=1',
      '+',
    )
    const url = fc.tuple(host, fc.array(part, { maxLength: 5 }), fc.array(query, { maxLength: 6 }))
    fc.assert(
      fc.property(url, fc.string(), ([name, path, parameters], tail) => {
        const once = canonicalUrl(`http://${name}/${path.join('')}?${parameters.join('')}${tail}`)
        if (once !== undefined) expect(canonicalUrl(once)).toBe(once)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the address of a part of a page', () => {
  test.each([
    ['https://Example.com/changelog?utm_source=rss#2.3.15', 'https://example.com/changelog#2.3.15', true],
    ['/changelog#v%7E2', 'https://example.com/changelog#v~2', true],
    ['https://example.com/changelog', 'https://example.com/changelog', false],
    ['https://example.com/#!/changes', 'https://example.com/#!/changes', false],
    ['https://example.com/#/changes/2', 'https://example.com/#/changes/2', true],
    ['https://example.com/a#', 'https://example.com/a', false],
    ['mailto:a@example.com#x', undefined, false],
    [`https://example.com/#${'x'.repeat(4_080)}`, undefined, false],
  ])('of %s', (written, address, isPart) => {
    expect(addressOfPart(written, 'https://example.com/feed')).toBe(address)
    expect(isPartOfPage(address ?? '')).toBe(isPart)
  })
})
