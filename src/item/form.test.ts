import { expect, test } from 'vitest'
import type { Entry, Source } from '../source/types.ts'
import { type FormEvidence, itemForm } from './form.ts'

const ENTRY: Entry = { authors: [], categories: [], enclosures: [] }
const SOURCE: Source = {
  id: 'daily-chip',
  name: 'Daily Chip',
  homepage: 'https://chip.example/',
  kind: 'rss',
  feeds: [{ url: 'https://chip.example/feed' }],
  language: 'en',
  country: 'US',
  family: 'chip',
  type: 'press',
  tier: 2,
  tierReason: 'own reporting',
  topics: [],
  hubs: [],
  isEnabled: true,
  isMirror: false,
  countsAsIndependent: true,
}
const EVIDENCE: FormEvidence = {
  url: 'https://chip.example/a',
  title: 'A plant opens',
  text: 'A plant opens in Texas.',
  html: '',
  links: [],
}
const MANY = Array.from({ length: 10 }, (_, n) => `https://site${n}.example/a`)
const LIST = `<ul>${'<li>An event</li>'.repeat(8)}</ul>`

test.each<[string, Partial<Entry>, Partial<Source>, Partial<FormEvidence>, string]>([
  ['a report', {}, {}, {}, 'article'],
  ['a toot', {}, { kind: 'mastodon' }, {}, 'post'],
  ['a post in any timeline', { isPost: true }, {}, {}, 'post'],
  ['Hacker News', { pointsTo: 'https://a.example/' }, { kind: 'hackernews' }, {}, 'submission'],
  [
    'a Reddit feed read as Atom',
    {},
    { kind: 'atom' },
    { url: 'https://www.reddit.com/r/a/comments/1/b/' },
    'submission',
  ],
  ['arXiv', {}, { kind: 'arxiv' }, {}, 'paper'],
  ['a preprint in any feed', {}, {}, { url: 'https://arxiv.org/abs/2401.12345' }, 'paper'],
  ['a GitHub release', {}, { kind: 'github' }, {}, 'release'],
  ['a release page in any feed', {}, {}, { url: 'https://github.com/o/r/releases/tag/v1' }, 'release'],
  ['a round-up by name', {}, {}, { title: 'AI Daily Brief: ten things', html: LIST }, 'digest'],
  ['a Chinese morning paper', {}, {}, { title: 'AI 早报 11 月 23 日', html: LIST }, 'digest'],
  ['a Japanese summary of the week', {}, {}, { title: '今週のAIニュースまとめ', html: LIST }, 'digest'],
  ['a Korean briefing', {}, {}, { title: '[AI 브리핑] 11월 23일', html: LIST }, 'digest'],
  ['a newsletter of links', {}, { type: 'newsletter' }, { links: MANY, text: 'x '.repeat(300) }, 'digest'],
  ['a list of many links', {}, {}, { links: MANY, html: LIST, text: 'x '.repeat(300) }, 'digest'],
  ['a long report with many links', {}, {}, { links: MANY, text: 'x '.repeat(5_000) }, 'article'],
  ['a report on a weekly figure', {}, {}, { title: 'Weekly jobless claims fall', text: 'x '.repeat(2_000) }, 'article'],
])('%s', (_what, entry, source, evidence, form) => {
  expect(itemForm({ ...ENTRY, ...entry }, { ...SOURCE, ...source }, { ...EVIDENCE, ...evidence })).toBe(form)
})
