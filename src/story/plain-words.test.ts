import { expect, test } from 'vitest'
import { bareWord, isAcronym, isHeadlineCase, plainWords, withoutDateline } from './plain-words.ts'

test.each([
  ['see https://a.example/x?y=1 now', 'see   now'],
  ['#OpenAI_news', ' Open AI news '],
  ['ＧＰＴ５', 'GPT5'],
])('reads %s as words', (raw, plain) => {
  expect(plainWords(raw)).toBe(plain)
})

test.each([
  ['OpenAI’s', 'OpenAI'],
  ["l'Europe", 'Europe'],
  ["dell'Europa", 'Europa'],
  ["O'Neil", "O'Neil"],
  ['plain', 'plain'],
])('takes %s for %s', (written, bare) => {
  expect(bareWord(written)).toBe(bare)
})

test('tells a headline in capitals from a sentence', () => {
  expect(isHeadlineCase('Tessera Unveils Next Chip')).toBe(true)
  expect(isHeadlineCase('Tessera unveils its next chip')).toBe(false)
  expect(['EU', 'Eu', 'A'].map(isAcronym)).toEqual([true, false, false])
})

test('leaves out a dateline and nothing else, in time linear in the text', () => {
  expect(withoutDateline('PARIS (Wire) - It rained - a lot')).toBe('It rained - a lot')
  expect(withoutDateline('It rained - a lot')).toBe('It rained - a lot')
  const spaces = `${' '.repeat(200_000)}A`
  const startedAt = process.cpuUsage()
  expect(withoutDateline(spaces)).toBe(spaces)
  expect(process.cpuUsage(startedAt).user).toBeLessThan(1_000_000)
})
