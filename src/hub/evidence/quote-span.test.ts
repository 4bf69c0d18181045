import { expect, test } from 'vitest'
import { quoteSpan } from './quote-span.ts'

const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ')

test('a short sentence is quoted whole', () => {
  expect(quoteSpan('Hong Kong is short of power.', 0, 9)).toEqual({ start: 0, end: 28 })
})

test('of a long one at most 40 words, with the words that matter in it', () => {
  const sentence = words(90)
  const focus = sentence.indexOf('w70')
  const { start, end } = quoteSpan(sentence, focus, focus + 3)
  const quote = sentence.slice(start, end)
  expect(quote.split(' ')).toHaveLength(40)
  expect(quote).toContain('w70')
})

test('Chinese is counted by characters', () => {
  const sentence = '電'.repeat(150)
  const { start, end } = quoteSpan(sentence, 0, 4)
  expect([start, end]).toEqual([0, 100])
})
