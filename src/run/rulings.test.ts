import { expect, test } from 'vitest'
import { shippedGazetteer } from '../entity/testing/shipped.ts'
import { member } from '../summary/testing/member.ts'
import type { Summary, SummarySentence } from '../summary/types.ts'
import { correctedSummary } from './rulings.ts'

const english = member(1, { title: 'Halden', text: 'Halden raised $410 million on Monday.' }).item
const japanese = member(2, { language: 'ja', title: 'ハルデン', text: 'ハルデンは月曜日に4.1億ドルを調達した。' }).item
const sentence = ({ id, title, text, language }: typeof english): SummarySentence => {
  const start = title.length + 1
  return { text, language, citations: [{ itemId: id, start, end: start + text.length, quote: text }] }
}
const other = { language: 'ja', sentences: [sentence(japanese)], droppedCount: 0 }
const summary: Summary = {
  method: 'extractive',
  sentences: [sentence(english)],
  droppedCount: 0,
  others: [other],
}
const correct = (from: string, to?: string) =>
  correctedSummary(summary, { sentences: [{ from, ...(to === undefined ? {} : { to }) }] }, [english, japanese], {
    gazetteer: shippedGazetteer(),
  })

test('a correction of the main summary takes the others, which may say what was wrong', () => {
  const { summary: corrected, dropped } = correct(english.text, 'Halden raised $410 million.')
  expect(dropped).toEqual([])
  expect(corrected.sentences[0]!.text).toBe('Halden raised $410 million.')
  expect(corrected.others).toBeUndefined()
})

test('a correction of another leaves the main one, and is checked as well', () => {
  const { summary: corrected } = correct(japanese.text, 'ハルデンは4.1億ドルを調達した。')
  expect(corrected.sentences).toEqual(summary.sentences)
  expect(corrected.others?.[0]?.sentences[0]?.text).toBe('ハルデンは4.1億ドルを調達した。')
  const refused = correct(japanese.text, 'ハルデンは5.1億ドルを調達した。')
  expect(refused.dropped.map(({ failures }) => failures[0]!.rule)).toEqual(['number'])
  expect(refused.summary.others).toBeUndefined()
  expect(correct(japanese.text).summary.others).toBeUndefined()
})
