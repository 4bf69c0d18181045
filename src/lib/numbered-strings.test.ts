import { expect, test } from 'vitest'
import { NumberedStrings } from './numbered-strings.ts'

test('equal strings have one number, by which they are found', () => {
  const strings = new NumberedStrings()
  const texts = ['openai', '', 'zh-Hant', 'openai', '', '__proto__']
  const numbers = texts.map((text) => strings.numberOf(text))
  expect(numbers).toEqual([0, 1, 2, 0, 1, 3])
  expect(numbers.map((number) => strings.text(number))).toEqual(texts)
})
