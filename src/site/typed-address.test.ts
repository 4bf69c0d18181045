import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedAddress, wordsOfPath } from './typed-address.ts'

test.each([
  ['/hubs', '/hub'],
  ['/hubs/', '/hub'],
  ['/Hubs', '/hub'],
  ['/hubs/tokyo', '/hub/tokyo'],
  ['/hub/', '/hub'],
  ['/decide', '/hub/decide'],
  ['/hubs/decide/', '/hub/decide'],
  ['/compare', '/hub/compare'],
  ['/stories', '/'],
  ['/stories/12', '/s/12'],
  ['/story/12-a-slug/', '/s/12-a-slug'],
  ['/s/12/', '/s/12'],
  ['/source', '/sources'],
  ['/sources/', '/sources'],
  ['/source/kawan', '/sources/kawan'],
  ['/feed', '/feed.rss'],
  ['/rss', '/feed.rss'],
  ['/rss.xml', '/feed.rss'],
  ['/atom.xml', '/feed.atom'],
  ['/about', '/methods'],
  ['/method', '/methods'],
  ['/openapi.json', '/api/v1/openapi.json'],
  ['/docs', '/api'],
  ['/newsletter', '/subscribe'],
  ['/hubs.json', '/hub.json'],
  ['/ko', '/?lang=ko'],
  ['/ko/', '/?lang=ko'],
  ['/zh-TW/hubs', '/hub?lang=zh-Hant'],
  ['/ja/hub/tokyo/', '/hub/tokyo?lang=ja'],
  ['/en/search', '/search?lang=en'],
  ['//evil.example/hub', undefined],
  ['//hub//', '/hub'],
  ['/nope', undefined],
  ['/wp-login.php', undefined],
  ['/constructor', undefined],
  ['/hub/atlantis', undefined],
])('%s means %s', (path, meant) => {
  expect(typedAddress(path, '')).toBe(meant)
})

test('a query is kept, and a language in it is the one asked for', () => {
  expect(typedAddress('/stories', '?kind=policy')).toBe('/?kind=policy')
  expect(typedAddress('/ko/stories', '?kind=policy')).toBe('/?lang=ko&kind=policy')
  expect(typedAddress('/ko/stories', '?lang=ja')).toBe('/?lang=ja')
})

test('leads to another address of this site, which leads nowhere else', () => {
  const segment = fc.oneof(
    fc.constantFrom('hubs', 'hub', 'KO', 'zh-TW', 'stories', 'feed', 'api', 'v1', 'x.json', '', '.', '..', 's', '12'),
    fc.string().map(encodeURIComponent),
  )
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
      const path = `/${segments.join('/')}`
      const meant = typedAddress(path, '')
      if (meant === undefined) return
      expect(meant).not.toBe(path)
      expect(meant).toMatch(/^\/(?!\/)/)
      const [next = '', query] = meant.split('?', 2)
      expect(typedAddress(next, query ? `?${query}` : '')).toBeUndefined()
    }),
  )
})

test.each([
  ['/quantum-computing', 'quantum computing'],
  ['/news/2026/openai_o9.html', 'openai o9'],
  ['/서울-데이터센터', '서울 데이터센터'],
  ['/x', ''],
  ['/', ''],
])('of %s “%s” could be looked for', (path, words) => {
  expect(wordsOfPath(path)).toBe(words)
})
