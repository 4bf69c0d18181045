import { expect, test } from 'vitest'
import { clusterSettings } from './cluster-settings.ts'
import { ItemTermReader } from './item-terms.ts'
import { WordTranslations } from './translation/word-translations.ts'

const translations = new WordTranslations(
  new TextEncoder().encode('zh\tmemory\t记忆\nzh\tsession\t会话\nko\tmemory\t메모리'),
)

function read(title: string, language: string) {
  const reader = new ItemTermReader(clusterSettings(), () => 2, translations)
  const { named, translated } = reader.read({ title, text: '', language, entityIds: [] })
  return { words: named.map(({ text }) => text), meanings: translated!.meanings.map(({ english }) => english) }
}

test.each([
  ['with a space', 'Claude Code 推出会话记忆'],
  ['without one', 'Claude Code推出会话记忆'],
])('reads Chinese behind a Latin word, %s between', (_, title) => {
  const { words, meanings } = read(title, 'zh-Hans')
  expect(words).toEqual(['Claude', 'Code', '推出', '出会', '会话', '话记', '记忆'])
  expect(meanings).toEqual(['session', 'memory'])
})

test('reads the particle of a Latin word apart from it', () => {
  expect(read('GPU와 메모리', 'ko').words).toEqual(['GPU', '메모', '모리'])
})

test.each([
  ['th', 'ศูนย์ข้อมูล AI', ['ศูน', 'นย์', 'ย์ข้', 'ข้อ', 'อมู', 'มูล', 'AI']],
  ['my', 'မြန်မာ', ['မြန်', 'န်မာ']],
  ['km', 'ខ្មែរ', ['ខ្មែ', 'មែរ']],
  ['lo', 'ປີ', []],
])('reads pairs of characters with their marks in %s', (language, title, words) => {
  const { named } = new ItemTermReader(clusterSettings(), () => 2).read({ title, text: '', language, entityIds: [] })
  expect(named.map(({ text }) => text)).toEqual(words)
})

test.each([
  ['hi', 'निवेश १५०० करोड़'],
  ['bn', 'বিনিয়োগ ১৫০০ কোটি'],
  ['ar', 'استثمار ١٥٠٠ مليون'],
  ['fa', 'سرمایه‌گذاری ۱۵۰۰ میلیون'],
  ['my', 'ဒေါ်လာ ၁၅၀၀'],
])('reads the digits of %s as numbers', (language, title) => {
  const reader = new ItemTermReader(clusterSettings(), () => 2)
  const { named } = reader.read({ title, text: '', language, entityIds: [] })
  const { named: european } = reader.read({ title: 'Investment of 1500', text: '', language: 'en', entityIds: [] })
  const numberIn = (all: typeof named) => all.find(({ kind, text }) => kind === 'number' && text.startsWith('1500'))
  expect(numberIn(named)).toBeDefined()
  expect(numberIn(european)).toBeDefined()
})

test.each([
  ['NEW YORK - Orrin reported'],
  ['SÃO PAULO, May 2 (Wire) — Orrin reported'],
  ['HONG KONG/TOKYO (Agency) – Orrin reported'],
])('does not read where a report was written: %s', (text) => {
  const { named } = new ItemTermReader(clusterSettings(), () => 2).read({ title: '', text, entityIds: [] })
  expect(named.map((term) => term.text)).toEqual(['Orrin', 'reported'])
})

test.each([['Orrin - NEW YORK'], ['IBM and AMD - rivals'], ['A - B']])('reads what is no dateline: %s', (text) => {
  const { named } = new ItemTermReader(clusterSettings(), () => 2).read({ title: '', text, entityIds: [] })
  expect(named.length).toBeGreaterThan(1)
})

test('takes a name, its version and its number for one mention', () => {
  const { mentions, weights } = new ItemTermReader(clusterSettings(), () => 2).read({
    title: 'Heron 2 is out for $200',
    text: '',
    entityIds: [],
  })
  expect(mentions).toHaveLength(1)
  expect(mentions[0]!.every((term) => weights.terms.includes(term))).toBe(true)
  expect(new Set(mentions[0]).size).toBe(3)
})
