import { expect, test } from 'vitest'
import type { StoryRecord } from '../../store/story-types.ts'
import { leadText } from './lead-text.ts'

function story(headline: string, sentences: readonly (readonly [string, string])[]): StoryRecord {
  return {
    headline: { text: headline, language: 'en', itemId: 1 },
    summary: {
      method: 'extractive',
      sentences: sentences.map(([language, text]) => ({ language, text, citations: [] })),
      droppedCount: 0,
    },
  } as unknown as StoryRecord
}

test('says more than the headline, whole sentences, one language', () => {
  const lead = leadText(
    story('A fund backs a hall', [
      ['en', 'A fund backs a hall.'],
      ['en', 'It will draw 120 MW.'],
      ['ja', '別の言語。'],
    ]),
  )
  expect(lead).toEqual({ language: 'en', text: 'It will draw 120 MW.', dates: [] })
})

test('Chinese sentences are joined without a space', () => {
  expect(
    leadText(
      story('x', [
        ['zh-Hant', '一。'],
        ['zh-Hant', '二。'],
      ]),
    )?.text,
  ).toBe('一。二。')
})

test('nothing to say is nothing', () => {
  expect(leadText(story('x', []))).toBeUndefined()
  expect(leadText(story('The same', [['en', '“The same”']]))).toBeUndefined()
})

test('the dates of its time words are those of the joined text', () => {
  const told = story('x', [])
  const sentence = (text: string, at: number) => ({
    language: 'en',
    text,
    citations: [],
    dates: [{ at, date: '2026' }],
  })
  const sentences = [sentence('It opened this year.', 19), sentence('It grew this year.', 17)]
  const { text, dates } = leadText({ ...told, summary: { ...told.summary, sentences } })!
  expect(dates.map(({ at }) => text.slice(0, at))).toEqual([
    'It opened this year',
    'It opened this year. It grew this year',
  ])
})

test('whoever says “we” is quoted: it is not this site', () => {
  const told = story('x', [['en', 'We release a model with open weights.']])
  expect(leadText(told)?.text).toBe('“We release a model with open weights.”')
  expect(leadText(story('x', [['zh-Hant', '我們今日發布開放權重的模型。']]))?.text).toBe(
    '「我們今日發布開放權重的模型。」',
  )
})
