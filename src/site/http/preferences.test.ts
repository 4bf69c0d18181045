import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedLanguage, acceptsGzip, cookieOf, preferencesOf, prefersJson } from './preferences.ts'

function preferences(headers: Record<string, string>, query: Record<string, string> = {}) {
  return preferencesOf({ header: (name) => headers[name], query: (name) => query[name] }, 'en')
}

describe('language', () => {
  test.each([
    [{}, {}, 'en'],
    [{ 'accept-language': 'fr, ja;q=0.4, en;q=0.3' }, {}, 'ja'],
    [{ 'accept-language': 'ja', cookie: 'lang=zh-Hant' }, {}, 'zh-Hant'],
    [{ 'accept-language': 'ja', cookie: 'lang=zh-Hant' }, { lang: 'zh-Hans' }, 'zh-Hans'],
    [{ cookie: 'lang=klingon' }, {}, 'en'],
    [{}, { lang: 'nonsense-that-is-far-too-long' }, 'en'],
  ])('%j and %j give %s', (headers, query, language) => {
    expect(preferences(headers, query as Record<string, string>).language).toBe(language)
  })

  test.each([
    ['en-US,en;q=0.9', 'en'],
    ['zh-TW;q=0.8, ja;q=0.9', 'ja'],
    ['ja;q=0, en;q=0.1', 'en'],
    ['ja;q=0.5, en;q=0.5', 'ja'],
    ['ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7', 'ko'],
    ['*', undefined],
    ['de-DE', undefined],
    ['zh-Hant;Q=0.5,zh-Hans;q=0.6', 'zh-Hans'],
  ])('Accept-Language: %s means %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language)
  })

  test('a cookie is set only where the address asks', () => {
    expect(preferences({ cookie: 'lang=ja' }).cookies).toEqual([])
    expect(preferences({}, { lang: 'ja' }).cookies[0]).toMatch(
      /^lang=ja; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly$/,
    )
  })
})

describe('theme', () => {
  test.each([
    ['theme=dark', 'dark'],
    ['a=b; theme=light', 'light'],
    ['theme=auto', undefined],
    ['theme="><script>', undefined],
    ['xtheme=dark', undefined],
  ])('cookie %s means %s', (cookie, theme) => {
    expect(preferences({ cookie }).theme).toBe(theme)
  })
})

test('whatever a header holds, reading it ends and gives something known', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3_000 }), (header) => {
      expect(['en', 'zh-Hant', 'zh-Hans', 'ja', undefined]).toContain(acceptedLanguage(header))
      expect(cookieOf(header, 'lang') ?? 'x').toMatch(/^[\w-]{1,32}$/)
      expect(typeof acceptsGzip(header)).toBe('boolean')
    }),
  )
})

test.each([
  ['application/json', true],
  ['application/json, text/plain;q=0.5', true],
  ['text/html,application/xhtml+xml,application/json', false],
  ['*/*', false],
  [undefined, false],
])('Accept: %s asks for JSON: %s', (accept, isJson) => {
  expect(prefersJson(accept)).toBe(isJson)
})

test.each([
  ['gzip', true],
  ['br, gzip;q=0.5', true],
  ['*', true],
  ['gzip;q=0', false],
  ['gzip;q=0.0', false],
  ['br', false],
  ['xgzip', false],
  [undefined, false],
])('Accept-Encoding: %s takes gzip: %s', (header, takes) => {
  expect(acceptsGzip(header)).toBe(takes)
})
