import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { detectLanguage } from '../../item/language.ts'
import { sayFailure } from '../check/failure.ts'
import { checkAgainst } from './check-against.ts'
import { LEAST_SCORE } from './doubt-weights.ts'
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

  test.each([
    ['another number', 'Two pension funds led the round. Halden Compute raised $510 million on Monday.'],
    ['an invented quotation', 'Halden Compute raised $410 million on Monday, “a wild ride”.'],
    ['a denial', 'The halls will not draw 150 megawatts, Halden Compute said.'],
  ])('is contradicted by %s, whatever speaks for it', (_what, summary) => {
    const { supported, sentences } = checkAgainst(summary, DOCUMENTS, context)
    expect(supported).toBe(false)
    expect(sentences.some((each) => !each.supported)).toBe(true)
    for (const { score, supported: isSupported } of sentences) expect(isSupported).toBe(score >= LEAST_SCORE)
  })

  test.each([
    [
      '海登算科周一宣布完成4.1亿美元融资。两家养老基金领投。',
      '海登算科完成4.1亿美元融资。',
      '海登算科完成5.1亿美元融资。',
    ],
    [
      '北海道に新しいデータセンターを建設する計画が承認された。',
      '北海道のデータセンター建設計画が承認された。',
      '北海道のデータセンター建設計画が却下された。',
    ],
    [
      '한결 컴퓨트는 월요일 4억 달러를 유치했다.',
      '한결 컴퓨트는 4억 달러를 유치했다.',
      '한결 컴퓨트는 5억 달러를 유치했다.',
    ],
  ])('tells true from false by the strict rules where nobody has labelled summaries: %s', (document, truth, lie) => {
    expect(checkAgainst(truth, [document], context)).toMatchObject({ supported: true })
    expect(checkAgainst(lie, [document], context)).toMatchObject({ supported: false })
  })

  test.each([
    [
      'a plan told as a fact',
      'Halden Compute raised $410 million on Monday. The company has built two halls in Kulai.',
    ],
    ['a name of none of the documents', 'Two pension funds of Oslo led the round.'],
    ['the comparison the other way round', 'The halls will draw 150 megawatts. Analysts expect higher prices.'],
    ['a denial that is no longer there', 'The halls will draw no power. Halden Compute said so.'],
    [
      'a sentence about nothing in them',
      'Halden Compute raised $410 million. Bananas ripen quickly under warm golden light.',
    ],
  ])('refuses %s, and says why in words', (_what, summary) => {
    const { supported, sentences } = checkAgainst(summary, DOCUMENTS, context)
    expect(supported).toBe(false)
    expect(sentences.flatMap(({ failures }) => failures.map(sayFailure)).join()).toMatch(/\w/)
  })

  test('says no failure of what it supports, and one at least of what it does not', () => {
    const texts = [
      ...DOCUMENTS,
      'The halls will surely draw lower prices on Monday, led by analysts except pension funds.',
    ]
    for (const summary of texts) {
      const { supported, sentences } = checkAgainst(summary, DOCUMENTS, context)
      expect(sentences.every((each) => each.supported)).toBe(supported)
      for (const each of sentences) {
        expect(each.failures.length === 0).toBe(each.supported)
        expect(each.score >= LEAST_SCORE).toBe(each.supported)
      }
    }
    expect(texts.map((text) => checkAgainst(text, DOCUMENTS, context).supported)).toEqual([true, true, false])
  })

  test('finds names and numbers of one sentence in the sentences that have them', () => {
    const documents = [
      'Anna: Hi there!\nBen: The flat in Leeds costs 900 pounds.\nAnna: I will take it.\nCara: Lucky you, Anna.',
    ]
    const { sentences } = checkAgainst(
      'Ben and Cara talk with Anna about a flat in Leeds for 900 pounds.',
      documents,
      context,
    )
    expect(sentences[0]!.failures).toEqual([])
    expect(sentences[0]!.spans.map(({ quote }) => quote).join(' ')).toMatch(/Cara/)
  })

  test('a figure written otherwise is no new word', () => {
    const documents = ['The council approved a data centre of 40 MW.']
    expect(checkAgainst('The council approved a 40-megawatt data centre.', documents, context).supported).toBe(true)
  })

  test('supports nothing with nothing', () => {
    expect(checkAgainst('', DOCUMENTS, context)).toMatchObject({ supported: false, sentences: [] })
    const { sentences } = checkAgainst('Halden raised money.', [], context)
    expect(sentences[0]!.spans).toEqual([])
    expect(sentences[0]!.failures).toEqual([{ rule: 'citation', reason: 'nowhere', found: 'Halden raised money.' }])
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
