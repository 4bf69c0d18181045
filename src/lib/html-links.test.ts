import { expect, test } from 'vitest'
import { htmlLinks } from './html-links.ts'

test('gives the links as written, in order, repetitions too', () => {
  const html = '<p><a href="/b?x=1&amp;y=2">b</a> <a href="https://a.example">a</a> <a href="/b?x=1&amp;y=2">b</a></p>'
  expect(htmlLinks(html, 9).map(({ href }) => href)).toEqual(['/b?x=1&y=2', 'https://a.example', '/b?x=1&y=2'])
})

test('tells the classes and relations of a link in lower case', () => {
  const html = '<a href="/@acme" class="U-URL  mention" rel="nofollow NOOPENER">@acme</a>'
  expect(htmlLinks(html, 9)).toEqual([{ href: '/@acme', classes: ['u-url', 'mention'], rel: ['nofollow', 'noopener'] }])
})

test('an anchor without an address, and what is no anchor, is no link', () => {
  expect(htmlLinks('<a name="top">top</a><a href="">here</a><link href="/style.css"><img src="/a.png">', 9)).toEqual([])
})

test('stops at the limit', () => {
  expect(htmlLinks('<a href="/1">1</a>'.repeat(5), 3)).toHaveLength(3)
})
