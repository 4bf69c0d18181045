import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoInstant } from './instant.ts'
import { clampInstant, parseInstant } from './parse-instant.ts'

const VALID: readonly (readonly [written: string, iso: string])[] = [
  // RFC 822 and its mistakes
  ['Mon, 23 Nov 2026 08:00:00 GMT', '2026-11-23T08:00:00Z'],
  ['Sun, 23 Nov 2026 08:00:00 GMT', '2026-11-23T08:00:00Z'],
  ['23 Nov 2026 08:00 +0900', '2026-11-22T23:00:00Z'],
  ['Mon,23 Nov 26 8:05:09 PM EST', '2026-11-24T01:05:09Z'],
  ['Mon, 23 November 2026 08:00:00 -02:30', '2026-11-23T10:30:00Z'],
  ['Mon, 23 Nov 2026 08:00:00 PDT', '2026-11-23T15:00:00Z'],
  ['Mon, 23 Nov 2026 08:00:00 HKT', '2026-11-23T00:00:00Z'],
  ['Mon, 23 Nov 2026 08:00:00 AT', '2026-11-23T12:00:00Z'],
  ['Mon, 23 Nov 2026 08:00:00 GMT+0800', '2026-11-23T00:00:00Z'],
  ['Mon, 23 Nov 2026', '2026-11-23T00:00:00Z'],
  ['2026 November 23 08:00 UTC', '2026-11-23T08:00:00Z'],
  ['Nov 2026 23 08:00 UTC', '2026-11-23T08:00:00Z'],
  // RFC 850, asctime, JavaScript
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['Mon Nov 23 08:00:00 2026', '2026-11-23T08:00:00Z'],
  ['Mon Nov 23 2026 17:26:16 GMT+0200 (Central European Standard Time)', '2026-11-23T15:26:16Z'],
  // ISO 8601
  ['2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z'],
  ['2026-11-23t08:00:00.25z', '2026-11-23T08:00:00.250Z'],
  ['2026-11-23T08:00+05:30', '2026-11-23T02:30:00Z'],
  ['2026-11-23 08:00:00 UTC', '2026-11-23T08:00:00Z'],
  ['2026-11-23T24:00:00Z', '2026-11-24T00:00:00Z'],
  ['2026-11-23T08:00:00+01:00[Europe/Berlin]', '2026-11-23T07:00:00Z'],
  ['20261123T080000Z', '2026-11-23T08:00:00Z'],
  ['20261123', '2026-11-23T00:00:00Z'],
  ['2026-11', '2026-11-01T00:00:00Z'],
  ['2026-327', '2026-11-23T00:00:00Z'],
  ['2026/11/23 8:00', '2026-11-23T08:00:00Z'],
  // Unix
  ['1795000000', '2026-11-18T11:06:40Z'],
  ['1795000000123', '2026-11-18T11:06:40.123Z'],
  // regions, in winter and in summer
  ['2026-01-15T08:00:00 America/New_York', '2026-01-15T13:00:00Z'],
  ['2026-07-15T08:00:00 America/New_York', '2026-07-15T12:00:00Z'],
  // written out
  ['Dec 16, 2026 5:00 PM ET', '2026-12-16T22:00:00Z'],
  ['Monday, November 23, 2026 - 08:00', '2026-11-23T08:00:00Z'],
  ['23rd of March 2026', '2026-03-23T00:00:00Z'],
  ['16 de diciembre de 2026', '2026-12-16T00:00:00Z'],
  ['1er août 2026', '2026-08-01T00:00:00Z'],
  ['23. März 2026 18:30 Uhr', '2026-03-23T18:30:00Z'],
  ['23 ноября 2026 г. 18:30', '2026-11-23T18:30:00Z'],
  ['23.11.2026 18:30', '2026-11-23T18:30:00Z'],
  ['12/31/2026', '2026-12-31T00:00:00Z'],
  // Chinese: Beijing's and Taipei's time
  ['2026年11月23日', '2026-11-22T16:00:00Z'],
  ['2026年11月23日 星期一 上午9:05:06', '2026-11-23T01:05:06Z'],
  ['2026-11-23 下午6:30', '2026-11-23T10:30:00Z'],
  ['二〇二六年十一月二十三日', '2026-11-22T16:00:00Z'],
  ['民國115年11月23日', '2026-11-22T16:00:00Z'],
  ['2026年11月23日 晚上8點30分', '2026-11-23T12:30:00Z'],
  ['2026年11月23日 中午12:30', '2026-11-23T04:30:00Z'],
  // Japanese
  ['令和8年11月23日', '2026-11-22T15:00:00Z'],
  ['令和元年5月1日', '2019-04-30T15:00:00Z'],
  ['平成31年4月30日 午後11時59分', '2019-04-30T14:59:00Z'],
  ['2026年11月23日(月) 午後6時30分', '2026-11-23T09:30:00Z'],
  ['２０２６年１１月２３日（月曜日）１８時３０分', '2026-11-23T09:30:00Z'],
  ['2026年11月23日(月・祝) 18時30分 更新', '2026-11-23T09:30:00Z'],
  ['R8.11.23', '2026-11-22T15:00:00Z'],
  // Korean
  ['입력 2026년 11월 23일 18:30', '2026-11-23T09:30:00Z'],
  ['2026년 11월 23일', '2026-11-22T15:00:00Z'],
  ['2026년 11월 23일 (월) 오후 6:30', '2026-11-23T09:30:00Z'],
  ['2026-11-23 오전 12:10:00', '2026-11-22T15:10:00Z'],
  ['2026. 11. 23. 오후 3:05', '2026-11-23T06:05:00Z'],
  ['2026. 11. 23.', '2026-11-22T15:00:00Z'],
  ['2026年11月23日 18:30 +0000', '2026-11-23T18:30:00Z'],
  // digits of these countries
  ['2026/11/23(月) 18:30', '2026-11-23T09:30:00Z'],
  ['2026年11月23日（月）15時4分', '2026-11-23T06:04:00Z'],
  ['2026-11-23(월) 18:30', '2026-11-23T09:30:00Z'],
  ['입력 2026.11.23 18:30', '2026-11-23T09:30:00Z'],
  ['기사입력 2026-11-23 오후 6:30:15', '2026-11-23T09:30:15Z'],
  ['最終更新：2026/11/23(月) 18:30', '2026-11-23T09:30:00Z'],
  ['发布时间：2026-11-23 18:30:05', '2026-11-23T10:30:05Z'],
  ['2026-11-23 星期一 18:30', '2026-11-23T10:30:00Z'],
  ['中華民國 115 年 11 月 23 日', '2026-11-22T16:00:00Z'],
  // RFC 822 in these languages
  ['週一, 23 十一月 2026 18:30:00 +0800', '2026-11-23T10:30:00Z'],
  ['月, 23 11月 2026 18:30:00 +0900', '2026-11-23T09:30:00Z'],
  ['월, 23 11월 2026 18:30:00', '2026-11-23T09:30:00Z'],
  ['11月 23, 2026', '2026-11-22T16:00:00Z'],
  // with points and small words
  ['Mon, 23 Nov 2026 18.30.00 GMT', '2026-11-23T18:30:00Z'],
  ['23. 11. 2026 18:30', '2026-11-23T18:30:00Z'],
  ['23 de novembro de 2026 às 18h30', '2026-11-23T18:30:00Z'],
]

const REFUSED = [
  '',
  ' ',
  'hello',
  'yesterday',
  '3 hours ago',
  'null',
  'Invalid Date',
  '2026-02-30',
  '2026-13-01',
  '2025-02-29',
  'Tue, 31 Nov 2026 00:00:00 GMT',
  '2026-11-23T25:00:00Z',
  '2026-11-23T10:61:00Z',
  '2026-11-23T10:14:61Z',
  '2026-11-23T10:00:00+99:99',
  '2026-11-23T10:00:00Zextra',
  '3/4/2026',
  '11月23日',
  'Nov 23',
  '12345',
  '013',
  '0000-01-01',
  '2026年13月1日',
  '31 十一月 2026',
  '2026/11/23(月) 25:30',
  '115/11/23',
  '2026年11月23日 25時',
  '2026년 11월 31일',
  'Mon, 23 Nov 2026 08:00:00 ZZZ',
  'Mon, 23 Foo 2026',
  '99999999999999999999',
  '1:2:3:4',
  `2026-11-23${' '.repeat(500)}`.padStart(700),
  'Nov 23 2026 2026',
  '2026-11-23T08:00:00 Not/AZone',
]

describe('parseInstant', () => {
  test.each(VALID)('%s is %s', (written, iso) => {
    expect(isoInstant(parseInstant(written))).toBe(new Date(iso).toISOString())
  })

  test.each(REFUSED)('refuses %j', (written) => {
    expect(parseInstant(written)).toBeUndefined()
  })

  test('two-digit years come first where that is the custom', () => {
    expect(parseInstant('26.11.23 18:30', 'ko-KR')).toBe(Date.UTC(2026, 10, 23, 9, 30))
    expect(parseInstant("'26/11/23", 'ja')).toBe(Date.UTC(2026, 10, 22, 15))
    expect(parseInstant('26.11.2023 18:30', 'de')).toBe(Date.UTC(2023, 10, 26, 18, 30))
  })

  test('the language tells Tokyo from Beijing', () => {
    expect(isoInstant(parseInstant('2026年11月23日 18:30', 'ja'))).toBe('2026-11-23T09:30:00.000Z')
    expect(isoInstant(parseInstant('2026年11月23日 18:30', 'zh-Hant'))).toBe('2026-11-23T10:30:00.000Z')
    expect(isoInstant(parseInstant('115/11/23 18:30', 'zh-TW'))).toBe('2026-11-23T10:30:00.000Z')
  })

  test('the host plays no part: the same under any TZ', () => {
    const before = process.env.TZ
    try {
      for (const zone of ['UTC', 'Asia/Tokyo', 'America/St_Johns', 'Pacific/Apia']) {
        process.env.TZ = zone
        for (const [written, iso] of VALID) expect(parseInstant(written), `${written} in ${zone}`).toBe(Date.parse(iso))
      }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  test('reads back what computers write', () => {
    const dates = fc.date({ min: new Date('1971-01-01'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, (date) => {
        const second = Math.floor(date.getTime() / 1_000) * 1_000
        expect(parseInstant(date.toISOString())).toBe(date.getTime())
        expect(parseInstant(date.toUTCString())).toBe(second)
      }),
    )
  })

  test('never throws and never gives a moment outside the years 1–9999', () => {
    const part = fc.constantFrom(
      '2026',
      '11',
      '23',
      '月',
      '年',
      '-',
      ':',
      ' ',
      'T',
      'Nov',
      'Z',
      '오후',
      '+09:00',
      '0',
      '9999',
      ',',
      '.',
      '令和',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
        ),
        (written) => {
          const instant = parseInstant(written)
          if (instant !== undefined) expect(Number.isInteger(instant) && Math.abs(instant) < 2.6e14).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

test('clampInstant', () => {
  const arrived = Date.UTC(2026, 10, 23)
  expect(clampInstant(Date.UTC(2026, 10, 22), arrived)).toBe(Date.UTC(2026, 10, 22))
  expect(clampInstant(Date.UTC(2999, 0, 1), arrived)).toBe(arrived)
  expect(clampInstant(0, arrived)).toBe(arrived)
  expect(clampInstant(undefined, arrived)).toBe(arrived)
})

test('the usual form is read as any other is', () => {
  const number = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'))
  const month = fc.constantFrom(...'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '))
  const year = fc.integer({ min: 1_000, max: 2_999 })
  fc.assert(
    fc.property(
      number(32),
      month,
      year,
      number(25),
      number(61),
      number(61),
      (day, name, inYear, hour, minute, second) => {
        const usual = `Thu, ${day} ${name} ${inYear} ${hour}:${minute}:${second} GMT`
        expect(parseInstant(usual)).toBe(parseInstant(usual.toLowerCase()))
      },
    ),
  )
})
