import { describe, expect, test } from 'vitest'
import { looksLikeHtml } from './looks-like-html.ts'
import { plainText } from './plain-text.ts'
import { readEntities } from './read-entities.ts'
import { cpuMs } from './testing/cpu-ms.ts'

describe('plainText', () => {
  test.each([
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['line breaks', 'One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['list items', '<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
    ['inline elements join', '<b>Open</b><i>AI</i>', 'OpenAI'],
    ['entities', '<p>AT&amp;T &#8212; &#x4e2d;&nbsp;x</p>', 'AT&T — 中 x'],
    ['white space collapses', '<p>a\n   b</p>', 'a b'],
    ['script and style are gone', '<p>a</p><script>alert(1)</script><style>p{}</style><p>b</p>', 'a\n\nb'],
    ['comments are gone', '<p>a<!-- <b>x</b> -->b</p>', 'ab'],
    ['unclosed script swallows the rest', '<p>a</p><script>alert(1)<p>b</p>', 'a'],
    [
      'a formula is the text of its parts',
      '<p>x <math><mi>a</mi><mo>+</mo><mi>b</mi><annotation>a+b</annotation></math></p>',
      'x a+b',
    ],
    ['svg and its text are gone', '<p>a</p><svg><text>x</text></svg>', 'a'],
    [
      'table cells are parted',
      '<table><tr><td>GPU</td><td>8</td></tr><tr><td>RAM</td><td>2</td></tr></table>',
      'GPU 8\nRAM 2',
    ],
    ['pre keeps its lines', '<pre>a\n  b</pre>', 'a\nb'],
    [
      'hidden parts of a Mastodon address',
      '<a href="x"><span class="invisible">https://www.</span><span>scmp.com/a</span></a>',
      'https://www.scmp.com/a',
    ],
    ['ruby readings stay', '<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>', '東京(とうきょう)'],
  ])('%s', (_what, html, expected) => {
    expect(plainText(html)).toBe(expected)
  })

  test.each([
    ['a < b and c > d', 'a < b and c > d'],
    ['Vec<String> is a type', 'Vec<String> is a type'],
    ['1 <2, 3>2', '1 <2, 3>2'],
    ['AT&amp;T &lt;b&gt;', 'AT&T <b>'],
    ['/a?x=1&copy=2', '/a?x=1&copy=2'],
    ['first\n\nsecond', 'first\n\nsecond'],
  ])('plain text stays as it is: %s', (text, expected) => {
    expect(plainText(text)).toBe(expected)
  })

  test('reads one level of escaping only', () => {
    expect(plainText('<p>&amp;lt;script&amp;gt;</p>')).toBe('&lt;script&gt;')
    expect(readEntities('&amp;lt;')).toBe('&lt;')
  })

  test.each([
    ['open tags', '<div>'.repeat(200_000)],
    ['open angles', '<'.repeat(1_000_000)],
    ['ampersands', '&'.repeat(1_000_000)],
    ['half comments', '<!--'.repeat(250_000)],
    ['words', 'word '.repeat(200_000)],
    ['quotes in tags', '<a href="'.repeat(100_000)],
    ['line feeds', '\n'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
  ])('1 MB of %s take bounded time', (_what, html) => {
    const startedAt = cpuMs()
    plainText(html)
    expect(cpuMs() - startedAt).toBeLessThan(10_000)
  })
})

test('looksLikeHtml knows elements, not angle brackets', () => {
  expect(looksLikeHtml('<p>x')).toBe(true)
  expect(looksLikeHtml('x<br/>y')).toBe(true)
  expect(looksLikeHtml('x</A>')).toBe(true)
  expect(looksLikeHtml('List<Integer>')).toBe(false)
  expect(looksLikeHtml('a<b')).toBe(false)
  expect(looksLikeHtml('<3')).toBe(false)
})
