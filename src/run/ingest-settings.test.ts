import { expect, test } from 'vitest'
import { allowedHosts, tokensByHost } from './ingest-settings.ts'
import { userAgent } from './user-agent.ts'

test('reads the private addresses that are allowed', () => {
  expect([...allowedHosts(' 127.0.0.1:8080, Feeds.lan:80,[::1]:443 ')]).toEqual([
    '127.0.0.1:8080',
    'feeds.lan:80',
    '[::1]:443',
  ])
  expect(allowedHosts('').size).toBe(0)
})

test.each(['127.0.0.1', 'http://127.0.0.1:80', '10.0.0.0/8', 'a:b', 'a:0', 'a:65536', 'a:123456'])(
  'refuses %s',
  (written) => {
    expect(() => allowedHosts(written)).toThrow(/AUSPEX_ALLOW_PRIVATE: expected host:port/)
  },
)

test('the user agent carries the contact and cannot be broken by it', () => {
  expect(userAgent('1.2.3', '')).toBe('Auspex/1.2.3 (feed reader)')
  expect(userAgent('1.2.3', 'https://news.example/bot')).toBe('Auspex/1.2.3 (feed reader; https://news.example/bot)')
  expect(userAgent('1.2.3', 'a)\r\nX-Evil: 1 (é')).toBe('Auspex/1.2.3 (feed reader; aX-Evil: 1)')
})

test('reads tokens by host, and says none of a broken one', () => {
  expect([...tokensByHost(' Mastodon.social=a-B=1, s.example:8443=x ')]).toEqual([
    ['mastodon.social', 'a-B=1'],
    ['s.example:8443', 'x'],
  ])
  expect(() => tokensByHost('s.example=geh eim')).toThrow(/^(?!.*geh).*host=token/)
})
