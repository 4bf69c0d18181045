import { describe, expect, test } from 'vitest'
import { type CheckFailure, checkSummary, citedText } from './check.ts'
import type { Citation, Summary, SummarySentence } from './types.ts'

const items = [
  { id: 1, title: 'Halden closes round', text: 'Halden raised $1,200 million. “We have it,” a spokesman said.' },
  { id: 2, title: 'Funds back Halden', text: 'Two funds led the round.' },
]

function cite(itemId: number, quote: string): Citation {
  const item = items.find((each) => each.id === itemId)!
  const start = citedText(item).indexOf(quote)
  if (start < 0) throw new Error(`test data: ${quote} is not in item ${itemId}`)
  return { itemId, start, end: start + quote.length, quote }
}

const sentence = (text: string, ...citations: Citation[]): SummarySentence => ({ text, language: 'en', citations })
const summary = (...sentences: SummarySentence[]): Summary => ({ method: 'extractive', sentences, droppedCount: 0 })

describe('checkSummary', () => {
  test.each([
    ['its own words', sentence('Halden raised $1,200 million.', cite(1, 'Halden raised $1,200 million.'))],
    ['the number written otherwise', sentence('It was $1200 million.', cite(1, 'Halden raised $1,200 million.'))],
    ['a span of the title', sentence('Halden closes round', cite(1, 'Halden closes round'))],
    ['a quotation in a span', sentence('“We have it,” he said.', cite(1, '“We have it,” a spokesman said.'))],
    [
      'numbers and quotations in several spans',
      sentence('He said “We have it,” of the $1,200 million.', cite(1, 'We have it,'), cite(1, '$1,200')),
    ],
  ])('passes %s', (_what, passed) => {
    expect(checkSummary(summary(passed), items)).toEqual({ summary: summary(passed), dropped: [] })
  })

  test.each<[CheckFailure, string, SummarySentence]>([
    ['no-citation', '', sentence('Halden raised money.')],
    ['unknown-item', '3', sentence('x', { itemId: 3, start: 0, end: 1, quote: 'H' })],
    ['not-verbatim', 'Haldem', sentence('x', { itemId: 1, start: 0, end: 6, quote: 'Haldem' })],
    ['not-verbatim', '', sentence('x', { itemId: 1, start: 4, end: 4, quote: '' })],
    ['not-verbatim', 'Halden', sentence('x', { itemId: 1, start: -6, end: 6, quote: 'Halden' })],
    ['not-verbatim', 'Halden', sentence('x', { itemId: 1, start: 1, end: 7, quote: 'Halden' })],
    ['not-verbatim', 'round.', sentence('x', { itemId: 2, start: 36, end: 1e9, quote: 'round.' })],
    ['number', '1300', sentence('Halden raised $1,300 million.', cite(1, 'Halden raised $1,200 million.'))],
    ['number', '1200', sentence('Halden raised $1,200 million.', cite(2, 'Two funds led the round.'))],
    ['quotation', 'We had it', sentence('“We had it”', cite(1, '“We have it,” a spokesman said.'))],
  ])('drops for %s %s', (failure, detail, failed) => {
    const { summary: checked, dropped } = checkSummary(summary(failed), items)
    expect(checked).toEqual({ ...summary(), droppedCount: 1 })
    expect(dropped).toEqual([{ sentence: failed, failure, detail }])
  })

  test('drops only what fails, keeps the order, and counts on', () => {
    const good = sentence('Two funds led the round.', cite(2, 'Two funds led the round.'))
    const bad = sentence('Three funds led 3 rounds.', cite(2, 'Two funds led the round.'))
    const before = { ...summary(bad, good), impact: bad, droppedCount: 2 }
    const { summary: checked } = checkSummary(before, items)
    expect(checked).toEqual({ ...summary(good), droppedCount: 4 })
    expect(checked).not.toHaveProperty('impact')
    expect(before.sentences).toHaveLength(2)
  })

  test('drops what an edit at the source contradicts', () => {
    const good = sentence('Two funds led the round.', cite(2, 'Two funds led the round.'))
    const edited = [items[0]!, { ...items[1]!, text: 'Three funds led the round.' }]
    expect(checkSummary(summary(good), edited).dropped[0]!.failure).toBe('not-verbatim')
  })
})
