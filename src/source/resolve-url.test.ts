import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { resolveHtmlUrls, resolveUrl } from './resolve-url.ts'

describe('resolveUrl', () => {
  test.each([
    ['https://a.example/x?y=1#z', undefined, 'https://a.example/x?y=1#z'],
    ['  https://a.example/\n', undefined, 'https://a.example/'],
    ['/b', 'https://a.example/x/', 'https://a.example/b'],
    ['c.html', 'https://a.example/x/y', 'https://a.example/x/c.html'],
    ['?page=2', 'https://a.example/x', 'https://a.example/x?page=2'],
    ['//cdn.example/x', 'http://a.example/', 'http://cdn.example/x'],
    ['//cdn.example/x', undefined, 'https://cdn.example/x'],
    ['/b', undefined, undefined],
    ['/b', 'no address', undefined],
    ['javascript:alert(1)', 'https://a.example/', undefined],
    ['data:text/html,x', 'https://a.example/', undefined],
    ['mailto:a@b.example', 'https://a.example/', undefined],
    ['http://', 'https://a.example/', undefined],
    ['', 'https://a.example/', undefined],
    [undefined, 'https://a.example/', undefined],
  ])('%s on %s', (written, base, expected) => expect(resolveUrl(written, base)).toBe(expected))
})

describe('resolveHtmlUrls', () => {
  const base = 'https://a.example/x/'
  test.each([
    ['<a href="y">t</a>', '<a href="https://a.example/x/y">t</a>'],
    ["<img alt=z src='/i.png'>", "<img alt=z src='https://a.example/i.png'>"],
    ['<a href=y>', '<a href="https://a.example/x/y">'],
    ['<a href="?a=1&amp;b=2">', '<a href="https://a.example/x/?a=1&amp;b=2">'],
    ['<a href="https://b.example/">', '<a href="https://b.example/">'],
    ['<a href="#note">', '<a href="#note">'],
    ['<a href="javascript:x()">', '<a href="javascript:x()">'],
    ['href="y" is no tag', 'href="y" is no tag'],
    ['2 < 3, data = "y"', '2 < 3, data = "y"'],
  ])('%s', (html, expected) => expect(resolveHtmlUrls(html, base)).toBe(expected))

  test('a base of 400 KB is none', () => {
    const long = `https://a.example/${'x'.repeat(400_000)}/`
    const html = '<img src=x>'.repeat(100_000)
    const startedAt = cpuMs()
    expect(resolveHtmlUrls(html, long)).toBe(html)
    expect([resolveUrl('x', long), resolveUrl('https://b.example/', long)]).toEqual([undefined, 'https://b.example/'])
    expect(cpuMs() - startedAt).toBeLessThan(2_000)
  })

  test('without a base nothing changes', () => expect(resolveHtmlUrls('<a href="y">', undefined)).toBe('<a href="y">'))

  test.each(['<a', '<a ', '<a href=', '<a href="'])('a megabyte of %s takes no time', (piece) => {
    const startedAt = cpuMs()
    resolveHtmlUrls(`${piece.repeat(1_000_000 / piece.length)}=`, base)
    expect(cpuMs() - startedAt).toBeLessThan(5_000)
  })
})
