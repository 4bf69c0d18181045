import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../lib/instant.ts'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { formatIn } from './format.ts'

const AT = Date.UTC(2026, 10, 22, 20, 44, 13)

test('a date of ISO 8601 is said as far as it goes, in no zone', () => {
  const format = formatIn('en', 'Pacific/Auckland')
  expect(['2026-11-22', '2026-11-22/2026-11-23', '2026-11', '2026', '2026-Q4'].map(format.isoDate)).toEqual([
    '22 Nov 2026',
    expect.stringMatching(/^22.{1,3}23 Nov 2026$/),
    'Nov 2026',
    '2026',
    'Q4 2026',
  ])
  expect(formatIn('ja', 'UTC').isoDate('2026-11-22')).toBe('2026年11月22日')
  expect(UI_LANGUAGES.map((language) => formatIn(language, 'UTC').isoDate('2026-Q4'))).toEqual([
    ...['Q4 2026', '2026年第4季', '2026年第4季度', '2026年第4四半期', '2026년 4분기'],
  ])
})

describe('in each language and zone', () => {
  test.each([
    ['en', 'UTC', /^Sun,? 22 Nov 2026$/, '22 Nov, 20:44'],
    ['en', 'Asia/Hong_Kong', /^Mon,? 23 Nov 2026$/, '23 Nov, 04:44'],
    ['zh-Hant', 'Asia/Hong_Kong', /^2026年11月23日.*[週周]?一/, '11月23日 04:44'],
    ['zh-Hans', 'Asia/Shanghai', /^2026年11月23日.*一/, '11月23日 04:44'],
    ['ja', 'Asia/Tokyo', /^2026年11月23日.*月/, '11月23日 05:44'],
    ['ko', 'Asia/Seoul', /^2026년 11월 23일.*월/, '11월 23일 05:44'],
  ])('%s in %s', (language, zone, date, moment) => {
    const format = formatIn(language, zone)
    expect(format.date(AT)).toMatch(date)
    expect(format.moment(AT, AT)).toBe(moment)
  })
})

test('a day half a year away has its year', () => {
  const { moment, day } = formatIn('en', 'UTC')
  const later = (days: number) => AT + days * 24 * HOUR_MS
  expect([moment(AT, later(180)), moment(AT, later(190))]).toEqual(['22 Nov, 20:44', '22 Nov 2026, 20:44'])
  expect([day(AT, later(-180)), day(AT, later(-190))]).toEqual(['22 Nov', '22 Nov 2026'])
  expect(formatIn('ja', 'UTC').moment(AT, later(400))).toBe('2026年11月22日 20:44')
})

test('ages', () => {
  const { ago } = formatIn('en', 'UTC')
  expect(ago(AT - 90 * MINUTE_MS, AT)).toMatch(/^1 ?h/)
  expect(ago(AT - 47 * HOUR_MS, AT)).toMatch(/^47 ?h/)
  expect(ago(AT - 49 * HOUR_MS, AT)).toMatch(/^2 ?d/)
  expect(ago(AT - MINUTE_MS, AT)).toMatch(/^1 ?m/)
  expect(ago(AT - 60 * 24 * HOUR_MS, AT)).toMatch(/^60 ?d/)
  expect(ago(AT - 270 * 24 * HOUR_MS, AT)).toMatch(/^8 ?mo/)
  expect(ago(AT - 800 * 24 * HOUR_MS, AT)).toMatch(/^2 ?y/)
  expect(ago(AT + HOUR_MS, AT), 'the future reads as now').toBe('just now')
  for (const language of UI_LANGUAGES) expect(formatIn(language, 'UTC').ago(AT, AT)).not.toMatch(/\d/)
  expect(formatIn('ja', 'UTC').ago(AT - 2 * HOUR_MS, AT)).toBe('2時間前')
  expect(formatIn('ko', 'UTC').ago(AT - 2 * HOUR_MS, AT)).toBe('2시간 전')
  expect(formatIn('ko', 'UTC').ago(AT, AT)).toBe('방금')
})

test('names of languages and countries, malformed tags as they are', () => {
  const { language, country } = formatIn('en', 'UTC')
  expect(language('zh-Hant')).toMatch(/Chinese/)
  expect(language('not a tag!')).toBe('not a tag!')
  expect(country('HK')).toMatch(/Hong Kong/)
  expect(country('INT')).toBe('INT')
  expect(country('??')).toBe('??')
})
