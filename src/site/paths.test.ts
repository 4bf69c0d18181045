import { expect, test } from 'vitest'
import { paths, slugOf } from './paths.ts'

test.each([
  ['Halden Compute raises US$410 million', 'halden-compute-raises-us-410-million'],
  ['Élysée: l’IA à l’école', 'elysee-l-ia-a-l-ecole'],
  ['三地監管機構議定統一的嚴重 AI 事故申報表', ''],
  ['', ''],
  [`${'word '.repeat(40)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
])('%s has the slug %s', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug)
})

test('feeds stand beside their page', () => {
  expect(paths.atom('/')).toBe('/feed.atom')
  expect(paths.rss('/?kind=policy&hours=72')).toBe('/feed.rss?kind=policy&hours=72')
  expect(paths.jsonFeed('/entity/johor')).toBe('/entity/johor/feed.json')
})

test('ids from outside stay one segment', () => {
  expect(paths.source('../etc')).toBe('/sources/..%2Fetc')
  expect(paths.story({ id: 7, headline: { text: 'One two three' } })).toBe('/s/7-one-two-three')
})
