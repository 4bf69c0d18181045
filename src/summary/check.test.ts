import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../entity/testing/shipped.ts'
import { citedText } from './check/evidence.ts'
import type { Failure } from './check/failure.ts'
import { checkSummary } from './check.ts'
import type { Citation, Summary, SummarySentence } from './types.ts'

const context = { gazetteer: shippedGazetteer() }
const plain = { language: 'en', publishedAt: Date.UTC(2026, 10, 23) }
const items = [
  {
    id: 1,
    title: 'Halden closes round',
    text: 'Halden raised $1,200 million. “We have it,” a spokesman said.',
    ...plain,
  },
  { id: 2, title: 'Funds back Halden', text: 'Two funds led the round.', ...plain },
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
    ['the number written otherwise', sentence('Halden raised $1.2bn.', cite(1, 'Halden raised $1,200 million.'))],
    ['a span of the title', sentence('Halden closes round', cite(1, 'Halden closes round'))],
    ['a quotation in a span', sentence('“We have it,” he said.', cite(1, '“We have it,” a spokesman said.'))],
    [
      'numbers and quotations in several spans',
      sentence('He said “We have it,” of the $1,200 million.', cite(1, 'We have it,'), cite(1, '$1,200 million')),
    ],
  ])('passes %s', (_what, passed) => {
    expect(checkSummary(summary(passed), items, context)).toEqual({ summary: summary(passed), dropped: [] })
  })

  test.each<[Failure, SummarySentence]>([
    [{ rule: 'citation', reason: 'none', found: '' }, sentence('Halden raised money.')],
    [
      { rule: 'citation', reason: 'unknown-item', found: '3' },
      sentence('x', { itemId: 3, start: 0, end: 1, quote: 'H' }),
    ],
    [
      { rule: 'citation', reason: 'not-verbatim', found: 'Haldem' },
      sentence('x', { itemId: 1, start: 0, end: 6, quote: 'Haldem' }),
    ],
    [
      { rule: 'citation', reason: 'not-verbatim', found: '' },
      sentence('x', { itemId: 1, start: 4, end: 4, quote: '' }),
    ],
    [
      { rule: 'citation', reason: 'not-verbatim', found: 'Halden' },
      sentence('x', { itemId: 1, start: -6, end: 6, quote: 'Halden' }),
    ],
    [
      { rule: 'citation', reason: 'not-verbatim', found: 'Halden' },
      sentence('x', { itemId: 1, start: 1, end: 7, quote: 'Halden' }),
    ],
    [
      { rule: 'citation', reason: 'not-verbatim', found: 'round.' },
      sentence('x', { itemId: 2, start: 36, end: 1e9, quote: 'round.' }),
    ],
    [
      { rule: 'citation', reason: 'cut', found: 'Halden raised $1,200' },
      sentence('Halden raised $1,200.', cite(1, 'Halden raised $1,200')),
    ],
    [
      { rule: 'number', found: '$1,300 million', instead: '$1,200 million' },
      sentence('Halden raised $1,300 million.', cite(1, 'Halden raised $1,200 million.')),
    ],
    [
      { rule: 'number', found: '$1,200 million', instead: 'Two' },
      sentence('Halden raised $1,200 million.', cite(2, 'Two funds led the round.')),
    ],
    [
      { rule: 'quotation', found: 'We had it,' },
      sentence('“We had it,” a spokesman said.', cite(1, '“We have it,” a spokesman said.')),
    ],
  ])('drops for %o', (failure, failed) => {
    const { summary: checked, dropped } = checkSummary(summary(failed), items, context)
    expect(checked).toEqual({ ...summary(), droppedCount: 1 })
    expect(dropped).toEqual([{ sentence: failed, failures: expect.arrayContaining([failure]) }])
  })

  test('drops only what fails, keeps the order, and counts on', () => {
    const good = sentence('Two funds led the round.', cite(2, 'Two funds led the round.'))
    const bad = sentence('Three funds led 3 rounds.', cite(2, 'Two funds led the round.'))
    const before = { ...summary(bad, good), impact: bad, droppedCount: 2 }
    const { summary: checked } = checkSummary(before, items, context)
    expect(checked).toEqual({ ...summary(good), droppedCount: 4 })
    expect(checked).not.toHaveProperty('impact')
    expect(before.sentences).toHaveLength(2)
  })

  test('drops what an edit at the source contradicts', () => {
    const good = sentence('Two funds led the round.', cite(2, 'Two funds led the round.'))
    const edited = [items[0]!, { ...items[1]!, text: 'Three funds led the round.' }]
    const [dropped] = checkSummary(summary(good), edited, context).dropped
    expect(dropped!.failures).toEqual([{ rule: 'citation', reason: 'not-verbatim', found: 'Two funds led the round.' }])
  })
})
