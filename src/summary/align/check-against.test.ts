import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { detectLanguage } from '../../item/language.ts'
import { checkAgainst } from './check-against.ts'
import { WordRelations } from './word-relations.ts'

const relations = new WordRelations(readFileSync(new URL('../../../data/english-words.tsv', import.meta.url), 'utf8'))
const context = { gazetteer: shippedGazetteer(), relations, languageOf: (text: string) => detectLanguage(text) }
const DOCUMENTS = [
  'Halden Compute raised $410 million on Monday. Two pension funds led the round. The company will build two halls in Kulai.',
  'The halls will draw 150 megawatts, Halden Compute said. Analysts expect lower prices.',
]

describe('checkAgainst', () => {
  test('finds the spans that support each sentence', () => {
    const summary = 'Halden Compute raised $410 million. The halls will draw 150 megawatts.'
    const { supported, sentences } = checkAgainst(summary, DOCUMENTS, context)
    expect(supported).toBe(true)
    expect(sentences.map(({ spans }) => spans[0]!.quote)).toEqual([
      'Halden Compute raised $410 million on Monday.',
      'The halls will draw 150 megawatts, Halden Compute said.',
    ])
    for (const { document, start, end, quote } of sentences.flatMap(({ spans }) => spans)) {
      expect(DOCUMENTS[document]!.slice(start, end)).toBe(quote)
    }
    expect(sentences.flatMap(({ failures }) => failures)).toEqual([])
  })

  test.each([
    ['another number', 'Halden Compute raised $510 million.'],
    ['another name', 'Corvid Systems raised $410 million.'],
    ['a denial', 'Two pension funds did not lead the round.'],
    ['nothing of it', 'Bananas ripen quickly under warm golden light.'],
  ])('doubts %s', (_what, summary) => {
    const truth = checkAgainst('Halden Compute raised $410 million on Monday.', DOCUMENTS, context)
    const { score, sentences } = checkAgainst(summary, DOCUMENTS, context)
    expect(score).toBeLessThan(truth.score)
    expect(sentences[0]!.failures.length).toBeGreaterThan(0)
  })

  test('supports nothing with nothing', () => {
    expect(checkAgainst('', DOCUMENTS, context)).toMatchObject({ supported: false, sentences: [] })
    const { sentences } = checkAgainst('Halden raised money.', [], context)
    expect(sentences[0]!.spans).toEqual([])
    expect(sentences[0]!.failures).toEqual([{ rule: 'citation', reason: 'none', found: '' }])
  })
})

describe('WordRelations', () => {
  const known = relations.know(['weeks', 'boosting', 'easy', 'week', 'companies'])
  test.each([
    ['week', 'same'],
    ['company', 'same'],
    ['month', 'sibling'],
    ['hike', 'synonym'],
    ['difficult', 'opposite'],
    ['uneasy', 'opposite'],
    ['gingerbread', 'none'],
    ['xyzzy', 'none'],
  ] as const)('%s is %s', (word, relation) => {
    expect(relations.relationOf(word, known)).toBe(relation)
  })
})
