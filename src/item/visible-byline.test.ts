import { expect, test } from 'vitest'
import { slimPage } from './slim-page.ts'
import { visibleByline } from './visible-byline.ts'

const bylineOf = (html: string) => visibleByline(slimPage(`<body>${html}</body>`).body)

test.each([
  ['<p>By <a href="/ada" rel="author">Ada Lovelace</a>, 22 Nov</p>', 'Ada Lovelace'],
  ['<a rel="nofollow author">Ada &amp; Co</a>', 'Ada & Co'],
  ['<div itemprop="author" itemscope><span itemprop="name">Grace Hopper</span></div>', 'Grace Hopper'],
  ['<p class="meta byline">Written by <b>Alan Turing</b></p>', 'Alan Turing'],
  ['<span class="author-name">作者：陳大文</span>', '陳大文'],
  ['<a rel="author">A. One</a> and <a rel="author">B. Two</a> <a rel="author">A. One</a>', 'A. One, B. Two'],
])('%s', (html, byline) => {
  expect(bylineOf(html)).toBe(byline)
})

test.each([
  ['none at all', '<p>Some text by nobody.</p>'],
  ['a date', '<p class="byline">22 November 2026</p>'],
  ['a list of other articles', ['A', 'B', 'C', 'D'].map((name) => `<a rel="author">${name} Writer</a>`).join('')],
  ['a sentence', `<p class="byline">${'word '.repeat(9)}</p>`],
  ['a class that only sounds like it', '<p class="authority">Harbour Authority</p>'],
  ['an element that never ends', `<p class="byline">${'x'.repeat(2_000)}`],
])('%s is no byline', (_what, html) => {
  expect(bylineOf(html)).toBeUndefined()
})

test('a page of a hundred thousand authors is read in bounded time', () => {
  const startedAt = process.cpuUsage()
  bylineOf('<a rel="author">'.repeat(100_000))
  expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(3_000)
})
