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

test.each([
  'AI Weekly Roundup: ten things',
  'Daily news: what happened in AI',
  'Top headlines: chips and power',
  'Morning Rundown: the main headlines',
  'Today’s top stories',
  'The Week in AI',
  'AI日报：11月23日',
  '财经早餐：三大指数收跌',
  'AI新製品の発表まとめ',
  '週刊AIニュース',
  '今週のAIニュース',
  '오늘의 AI 브리핑 11월 23일',
])('%s is a digest', (title) => {
  expect(itemForm(ENTRY, SOURCE, { ...EVIDENCE, title })).toBe('digest')
})

test.each([
  'Markets to digest weak data from Japan',
  'Chip maker makes headlines with a new plant',
  'Appeals court throws out Roundup cancer verdict',
  'Mayor of Kulai resigns over hall - New York Daily News',
  'Xinhua Headlines: Plant opens after a year of delay',
  '人民日报：加快建设算力基础设施',
  '麦当劳早餐改由AI点单',
  '政府、AI事業者の指針案を取りまとめ',
  '有識者会議、生成AIの報告書をまとめる',
  '文科省、生成AIの中間まとめを公表',
  '週刊文春、開発会社を提訴へ',
  '今週の日銀会合、利上げ見送りか',
  '국방부 "AI 부대 창설" 브리핑서 밝혀',
])('%s is a report, however short', (title) => {
  expect(itemForm(ENTRY, SOURCE, { ...EVIDENCE, title })).toBe('article')
})
