import { expect, test } from 'vitest'
import { bareWord, isAcronym, isHeadlineCase, plainWords } from './plain-words.ts'

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
