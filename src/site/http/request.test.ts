import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathWithoutJson } from './request.ts'

test.each([
  ['http://a.example/', '/'],
  ['http://a.example', '/'],
  ['http://a.example/?q=/x.json', '/'],
  ['http://a.example/s/1.json', '/s/1'],
  ['http://a.example/s/1.json?x=1#y', '/s/1'],
  ['http://a.example/index.json', '/'],
  ['http://a.example/feed.json', '/feed.json'],
  ['http://a.example/entity/x/feed.json?k', '/entity/x/feed.json'],
  ['http://a.example/api/v1/openapi.json', '/api/v1/openapi.json'],
  ['http://a.example/brief/2026-11-22.json', '/brief/2026-11-22'],
  ['http://a.example/%E8%A6%81', '/要'],
  ['http://a.example/%E0%A4%A', '/%E0%A4%A'],
  ['http://a.example/100%25', '/100%25'],
])('%s is routed as %s', (url, path) => {
  expect(pathWithoutJson({ url } as Request)).toBe(path)
})

test('always a path', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      expect(pathWithoutJson(new Request(url))).toMatch(/^\//)
    }),
  )
})
