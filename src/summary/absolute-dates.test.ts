import { describe, expect, test } from 'vitest'
import { absoluteDates } from './absolute-dates.ts'

/** Tuesday 24 November 2026, noon UTC. */
const NOON = Date.UTC(2026, 10, 24, 12)
const dated = (text: string, language = 'en', country = 'GB', publishedAt = NOON) =>
  absoluteDates(text, language, { publishedAt, country }).map(({ at, date }) => `${text.slice(0, at)}|${date}`)

describe('absoluteDates', () => {
  test.each([
    ['en', 'GB', 'It opened yesterday.', 'It opened yesterday|2026-11-23'],
    ['en', 'GB', 'The council met today in private.', 'The council met today|2026-11-24'],
    ['en', 'GB', 'Shares fell last week.', 'Shares fell last week|2026-11-16/2026-11-22'],
    ['en', 'GB', 'Sales doubled last quarter.', 'Sales doubled last quarter|2026-Q3'],
    ['en', 'GB', 'It was built last year.', 'It was built last year|2025'],
    ['en', 'GB', 'The bill failed on Monday.', 'The bill failed on Monday|2026-11-23'],
    ['en', 'GB', 'The bill failed on Tuesday.', 'The bill failed on Tuesday|2026-11-24'],
    ['en', 'GB', 'The bill failed on Wednesday.', 'The bill failed on Wednesday|2026-11-18'],
    ['zh-Hans', 'CN', '该公司昨天发布新模型。', '该公司昨天|2026-11-23'],
    ['zh-Hant', 'TW', '該公司昨日發布新模型。', '該公司昨日|2026-11-23'],
    ['zh-Hans', 'CN', '该公司今年扩产。', '该公司今年|2026'],
    ['zh-Hans', 'CN', '该公司周一发布新模型。', '该公司周一|2026-11-23'],
    ['zh-Hans', 'CN', '该公司23日发布新模型。', '该公司23日|2026-11-23'],
    ['ja', 'JP', '同市は昨日、計算機の導入を決めた。', '同市は昨日|2026-11-23'],
    ['ja', 'JP', '同市は20日発表した。', '同市は20日|2026-11-20'],
    ['ja', 'JP', '同市は先週の月曜日に決めた。', '同市は先週|2026-11-16/2026-11-22'],
    ['ko', 'KR', '회사는 지난주 월요일 공개했다.', '회사는 지난주|2026-11-16/2026-11-22'],
    ['en', 'GB', 'The hall opened on Monday last week.', 'The hall opened on Monday last week|2026-11-16/2026-11-22'],
    ['en', 'GB', 'It fell on Monday of last week.', 'It fell on Monday of last week|2026-11-16/2026-11-22'],
    ['ja', 'JP', '同市は20日、導入を決めた。', '同市は20日|2026-11-20'],
    ['ko', 'KR', '회사는 어제 새 모델을 공개했다.', '회사는 어제|2026-11-23'],
    ['ko', 'KR', '회사는 지난달 모델을 공개했다.', '회사는 지난달|2026-10'],
  ])('%s from %s: %s', (language, country, text, expected) => {
    expect(dated(text, language, country)).toEqual([expected])
  })

  test.each([
    ['a full date says itself', 'It opened on November 23, 2026.'],
    ['a plan may be of the Monday to come', 'The council will vote on Monday.'],
    ['so may another week', 'The council met last Monday.'],
    ['a day that has a name', 'Sales rose by 4% on Black Friday, and more were made on Cyber Monday.'],
    ['a firm', 'Shares of Monday.com rose.'],
    ['a habit', 'The council meets on Mondays.'],
    ['what somebody says counts from another day', 'She said: “We opened it yesterday.”'],
    ['today in general', 'It is faster than today’s method.'],
    ['no time word', 'The chip has 40 billion transistors.'],
    ['a month by itself', 'It opened in March.'],
  ])('leaves alone: %s', (_what, text) => {
    expect(dated(text)).toEqual([])
  })

  test('the day is the one where the publisher is; both where nobody knows', () => {
    const lateInLondon = Date.UTC(2026, 10, 24, 20)
    expect(dated('It opened today.', 'en', 'JP', lateInLondon)).toEqual(['It opened today|2026-11-25'])
    expect(dated('It opened today.', 'en', 'US', lateInLondon)).toEqual(['It opened today|2026-11-24'])
    expect(dated('It opened today.', 'en', 'INT', lateInLondon)).toEqual(['It opened today|2026-11-24/2026-11-25'])
    const turnOfMonth = Date.UTC(2026, 10, 30, 20)
    expect(dated('It opened this month.', 'en', 'INT', turnOfMonth)).toEqual([])
  })

  test('two words are both dated; a day of a month only where one month is near', () => {
    expect(dated('It opened yesterday, a month after last week.')).toHaveLength(2)
    expect(dated('该公司8日发布新模型。', 'zh-Hans', 'CN')).toEqual([])
    expect(dated('台風の3日先の進路を予測する。', 'ja', 'JP')).toEqual([])
  })
})
