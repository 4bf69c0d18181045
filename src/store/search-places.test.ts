import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchPhrases } from './search-phrases.ts'
import { searchPlaces } from './search-places.ts'
import { searchTokens } from './search-tokens.ts'

const found = (text: string, query: string) =>
  searchPlaces(text, searchPhrases(query)).map(({ start, end }) => text.slice(start, end))

describe('searchPlaces', () => {
  test.each([
    ['Two towns share one data centre, a data hall', 'data', ['data', 'data']],
    ['Data centres: a data centre', '"data centre"', ['data centre']],
    ['The Café’s AI', 'cafe ai', ['Café', 'AI']],
    ['Cafe\u0301 société', 'CAFÉ societe', ['Cafe\u0301', 'société']],
    ['GPT-4o and GPT 4o', 'gpt-4o', ['GPT-4o', 'GPT 4o']],
    ['人工智能產業鏈落戶惠州', '产业链', ['產業鏈']],
    ['人工智能产业链落户惠州', '產業鏈', ['产业链']],
    ['算力中心的算法', '算', ['算', '算']],
    ['生成AIの電力', '生成AI', ['生成AI']],
    ['ｶﾞｲﾄﾞ ガイド', 'ガイド', ['ｶﾞｲﾄﾞ', 'ガイド']],
    ['한국어 인공지능', '인공지능', ['인공지능']],
    ['\u1112\u1161\u11ab\u1100\u116e\u11a8', '한국', ['\u1112\u1161\u11ab\u1100\u116e\u11a8']],
    ['ＧＰＵ ½', 'gpu', ['ＧＰＵ']],
    ['ΟΔΟΣ οδός', 'οδος', ['ΟΔΟΣ', 'οδός']],
    ['İstanbul', 'istanbul', ['İstanbul']],
    ['\u{20000}\u{20001}x', '\u{20001}', ['\u{20001}']],
    ['ศูนย์ข้อมูลในระยอง', 'ข้อมูล', ['ข้อมูล']],
    ['น้ำท่วมภาคใต้', 'น้ำ', ['น้ำ']],
    ['မြန်မာနိုင်ငံ', 'နိုင်ငံ', ['နိုင်ငံ']],
    ['كِتَابٌ جديد', 'كتاب', ['كِتَابٌ']],
    ['می‌رود', 'میرود', ['می‌رود']],
    ['Đà Nẵng', 'da nang', ['Đà', 'Nẵng']],
    ['২০২৬ সালে', '2026', ['২০২৬']],
    ['nothing', 'zeppelin', []],
    ['', 'a', []],
  ])('in %j of %j', (text, query, texts) => {
    expect(found(text, query)).toEqual(texts)
  })

  test('what the index has of a text stands where it is said to stand', () => {
    const piece = fc.constantFrom(
      'Data',
      'GPT-4o',
      '人工智能',
      '產業鏈',
      'Café',
      'データ',
      '한국어',
      'ﾃﾞｰﾀ',
      'İx',
      'น้ำที่',
      'မြန်',
      'שָׁלוֹם',
      'ـكِتَاب',
      'می‌رود',
      'Đß',
      '٣٤',
      '½',
      ' ',
      ', ',
    )
    const written = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(written, (text) => {
        for (const token of new Set(searchTokens(text))) {
          const places = searchPlaces(text, [[token]])
          expect(places.length, token).toBeGreaterThan(0)
          for (const { start, end } of places) expect(searchTokens(text.slice(start, end))).toContain(token)
        }
      }),
    )
  })
})
