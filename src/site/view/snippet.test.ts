import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchPhrases } from '../../store/search-phrases.ts'
import { type MarkedText, markedText, snippetOf } from './snippet.ts'

const shown = ({ text, marks }: MarkedText) =>
  marks.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}<${left.slice(start, end)}>${left.slice(end)}`,
    text,
  )
const snippet = (text: string, query: string) => {
  const found = snippetOf(text, searchPhrases(query))
  return found && shown(found)
}

const FILLER = 'The harbour was quiet and the ferries ran on time as they had all week long. '
const HAN = '大灣區算力中心發布開源模型晶片電力政策研究融資監管數據企業香港東京深圳'.repeat(10)

describe('markedText', () => {
  test.each([
    ['Halden opens a data hall', 'DATA halden', '<Halden> opens a <data> hall'],
    ['三地監管機構議定統一', '监管机构', '三地<監管機構>議定統一'],
    ['データセンターの電力', 'センター 電', 'データ<センター>の<電>力'],
    ['인공지능 반도체', '지능 반도체', '인공<지능 반도체>'],
    ['人工智能', '人工 智能', '<人工智能>'],
    ['no such word', 'zeppelin', 'no such word'],
  ])('%j, for %j', (text, query, marked) => {
    expect(shown(markedText(text, searchPhrases(query)))).toBe(marked)
  })
})

describe('snippetOf', () => {
  test('a short text is given whole', () => {
    expect(snippet('Halden  opens\na data hall.', 'data')).toBe('Halden opens a <data> hall.')
  })

  test('a long one from the sentence of the first mark on, to the end of a sentence', () => {
    const text = `${FILLER.repeat(5)}Then Halden said it would open a data hall. ${FILLER.repeat(9)}`
    expect(snippet(text, 'halden')).toBe(
      `[…] Then <Halden> said it would open a data hall. ${FILLER.repeat(2).trim()} […]`,
    )
  })

  test('where words stand together, not where one of them stands first', () => {
    const text = `Halden was founded. ${FILLER.repeat(8)}A hall of Halden draws power. ${FILLER.repeat(8)}`
    expect(snippet(text, 'halden power')).toMatch(/^\[…\] A hall of <Halden> draws <power>\. The harbour/)
  })

  test('a text without blanks is cut between characters', () => {
    const found = snippet(`${HAN}惠州${HAN}`, '惠州')!
    expect(found).toMatch(/^\[…\] [\p{Script=Han}]{25,30}<惠州>[\p{Script=Han}]{90,110} \[…\]$/u)
  })

  test('undefined where the text has none of the words', () => {
    expect(snippet(FILLER, 'zeppelin')).toBeUndefined()
    expect(snippet('', 'zeppelin')).toBeUndefined()
  })

  test('a mark wider than a snippet is shown whole', () => {
    const word = 'x'.repeat(400)
    expect(snippet(`${FILLER}${word} ${FILLER}`, word)).toContain(`<${word}>`)
  })

  test('marks are apart, in order, and hold what was looked for, whatever the text', () => {
    const piece = fc.constantFrom(
      'data ',
      'Café. ',
      '人工智能',
      '惠州。',
      'データ',
      '한국 ',
      '\u{20000}',
      'e\u0301',
      '\n',
      FILLER,
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('cafe data', '人工 惠', 'データ', '한국 e'),
        (pieces, query) => {
          const found = snippetOf(pieces.join(''), searchPhrases(query))
          if (!found) return
          expect(found.marks.length).toBeGreaterThan(0)
          expect(found.text, 'no half of a character').not.toMatch(/\p{Cs}/u)
          let last = -1
          for (const { start, end } of found.marks) {
            expect(start).toBeGreaterThan(last)
            expect(markedText(found.text.slice(start, end), searchPhrases(query)).marks).toHaveLength(1)
            last = end
          }
        },
      ),
    )
  })
})
