import { expect, test } from 'vitest'
import { outgoingLinks } from './outgoing-links.ts'

const OWN = { ownUrl: 'https://a.example/1', baseUrl: 'https://a.example/1' }

test('canonical, in order, each once, without its own page', () => {
  const html =
    '<a href="https://b.example/x?utm_source=a">x</a><a href="/2">y</a><a href="https://b.example/x">x</a><a href="https://a.example/1#c">own</a><a href="#top">top</a>'
  expect(outgoingLinks(html, '', OWN)).toEqual(['https://b.example/x', 'https://a.example/2'])
})

test('addresses in the text count, without the full stop after them', () => {
  expect(outgoingLinks('', 'See https://b.example/x. And （https://c.example/y）', OWN)).toEqual([
    'https://b.example/x',
    'https://c.example/y',
  ])
})

test('mentions and hashtag pages do not', () => {
  const html =
    '<a class="u-url mention" href="https://m.example/@bob">@bob</a><a rel="tag" href="https://m.example/tags/ai">#ai</a><a href="https://x.com/someone">x</a><a href="https://m.example/@bob/1">post</a>'
  expect(outgoingLinks(html, '', OWN)).toEqual(['https://m.example/@bob/1'])
})

test('nothing but web addresses, and at most 50', () => {
  expect(outgoingLinks('<a href="javascript:alert(1)">x</a><a href="mailto:a@b.example">y</a>', '', OWN)).toEqual([])
  const many = Array.from({ length: 300 }, (_, n) => `<a href="https://b.example/${n}">x</a>`).join('')
  expect(outgoingLinks(many, '', OWN)).toHaveLength(50)
})
