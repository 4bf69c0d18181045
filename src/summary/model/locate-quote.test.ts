import { expect, test } from 'vitest'
import { citedText } from '../check/evidence.ts'
import { locateQuote } from './locate-quote.ts'

const item = { id: 7, title: 'Halden  raises\nmoney', text: 'It got $1.2\u200bbn 😀 on\u00a0Monday.' }

test.each([
  ['word for word', 'raises\nmoney', 'raises\nmoney'],
  ['with other white space', 'Halden raises money', 'Halden  raises\nmoney'],
  ['without what no reader sees', '$1.2bn 😀 on Monday', '$1.2\u200bbn 😀 on\u00a0Monday'],
])('finds a quote %s, as the item has it', (_how, quote, found) => {
  const citation = locateQuote(item, quote)!
  expect(citation).toMatchObject({ itemId: 7, quote: found })
  expect(citedText(item).slice(citation.start, citation.end)).toBe(found)
})

test.each([
  ['other words', 'Halden raised money'],
  ['too short', 'It'],
  ['nothing', '  '],
])('finds no %s', (_what, quote) => {
  expect(locateQuote(item, quote)).toBeUndefined()
})

test('takes the place where the quote is whole words and numbers', () => {
  const two = { id: 1, title: 'Herons rose 31 percent to $4.82 billion', text: 'Heron rose 31 percent to $4.' }
  expect(locateQuote(two, 'Heron')!.start).toBe(two.title.length + 1)
  expect(locateQuote(two, 'rose 31 percent to $4.')!.end).toBe(citedText(two).length)
})
