import { describe, expect, test } from 'vitest'
import { type Check, meetsCheck } from './score-checks.ts'

const check = (field: string, op: string, expected: unknown, scope: Check['scope'] = 'item'): Check => ({
  suite: 's',
  file: 'f',
  scope,
  index: 0,
  field,
  op,
  expected,
  tier: 'core',
})
const item = {
  title: 'A &amp; <b>B</b>',
  summary: '<a href="https://A.example">x</a>',
  author: 'Ada Lam, B. Ho',
  categories: ['ai', 'chips'],
  published: '2026-11-23T00:00:00Z',
  language: 'zh-Hant',
  link: 'https://a.example/x',
}
const output = { feed: { title: '' }, items: [item] }

describe('a check is met', () => {
  test.each<[string, string, unknown, boolean]>([
    ['title', 'text', 'A & B', true],
    ['title', 'text', 'A & C', false],
    ['content', 'text', 'x', true],
    ['summary', 'links', ['https://a.example/'], true],
    ['summary', 'links', [], false],
    ['author', 'author', 'Lam, Ada B. Ho', true],
    ['author', 'author', 'Ada Lam', true],
    ['author', 'author', 'Chan', false],
    ['categories', 'set', ['chips'], true],
    ['categories', 'set', ['power'], false],
    ['categories', 'count', 2, true],
    ['updated', 'date', '2026-11-23T00:00:00Z', true],
    ['updated', 'date', '2026-11-24T00:00:00Z', false],
    ['language', 'lang', 'zh-hant', true],
    ['link', 'url', 'HTTPS://a.example/x', true],
    ['link', 'exact', 'https://a.example/y', false],
    ['id', 'absent', null, true],
    ['title', 'safe', 'A & B', true],
  ])('%s %s %j: %s', (field, op, expected, isMet) => expect(meetsCheck(check(field, op, expected), output)).toBe(isMet))
})

test('what is active in the reading and not in the expectation is unsafe', () => {
  const active = { feed: {}, items: [{ title: '<a href="java\nscript:x" onclick="y">t</a>' }] }
  expect(meetsCheck(check('title', 'safe', 't'), active)).toBe(false)
  expect(meetsCheck(check('title', 'safe', '<a onclick="z" href="javascript:q">t</a>'), active)).toBe(true)
})

test('a file that was not read meets nothing, not even absence', () => {
  expect(meetsCheck(check('id', 'absent', null), undefined)).toBe(false)
})
