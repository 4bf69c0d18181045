import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchPhrases } from './search-phrases.ts'
import { searchTokens } from './search-tokens.ts'

describe('searchTokens', () => {
  test.each([
    ['', []],
    ['Hello, World-wide 3.5', ['hello', 'world', 'wide', '3', '5']],
    ['Café ÜBER Ångström', ['cafe', 'uber', 'angstrom']],
    ['ＦＵＬＬ ｗｉｄｔｈ ½', ['full', 'width', '1', '2']],
    ['人', ['人']],
    ['人工智能', ['人工', '工智', '智能', '人', '工', '智', '能']],
    ['產業鏈', ['产业', '业链', '产', '业', '链']],
    ['人⺀工', ['人', '工']],
    ['がくせい', ['がく', 'くせ', 'せい', 'が', 'く', 'せ', 'い']],
    ['반도체', ['반도', '도체', '반', '도', '체']],
    ['\u{20000}\u{20001}', ['\u{20000}\u{20001}', '\u{20000}', '\u{20001}']],
    ['\u{1F4A1}!? ©', []],
    ['Москва й', ['москва', 'и']],
    ['ภาษาไทย', ['ภา', 'าษ', 'ษา', 'าไ', 'ไท', 'ทย', 'ภ', 'า', 'ษ', 'ไ', 'ท', 'ย']],
    ['ที่นี่ AI', ['ที่นี่', 'ai', 'ที่', 'นี่']],
    ['မြန်မာ', ['မြန်', 'န်မာ', 'မြ', 'န်', 'မာ']],
    ['ខ្មែរ', ['ខ្មែ', 'មែរ', 'ខ្', 'មែ', 'រ']],
    ['שָׁלוֹם', ['שלום']],
    ['كِتَابٌ أحمد', ['كتاب', 'احمد']],
    ['می‌رود کتاب', ['ميرود', 'كتاب']],
    ['Đà Nẵng Łódź Ørsted Straße ISPARTA ısı', ['da', 'nang', 'lodz', 'orsted', 'strasse', 'isparta', 'isi']],
    ['২০২৬ ٣٤ २०२६ ๒๕๖๙', ['2026', '34', '2026', '2569']],
    ['हिन्दी', ['हिन्दी']],
  ])('%j', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens)
  })

  test('hostile lengths stay within what both engines hold', () => {
    const tokens = searchTokens(`${'x'.repeat(90_000)} ${'a '.repeat(90_000)}`)
    expect(tokens[0]).toHaveLength(64)
    expect(searchTokens('字'.repeat(200_000)).length).toBeLessThanOrEqual(16_000)
    const marked = searchTokens(`${'ก'.repeat(90_000)}${'ก่'.repeat(90_000)} ก${'่'.repeat(90_000)}`)
    expect(marked.length).toBeLessThanOrEqual(16_000)
    expect(Math.max(...marked.map((token) => token.length))).toBeLessThanOrEqual(64)
  })

  test('of every character of Unicode, tokens are letters, digits and marks only', () => {
    for (let first = 0; first < 0x11_0000; first += 256) {
      const block = Array.from({ length: 256 }, (_, at) => String.fromCodePoint(first + at)).join('')
      for (const token of searchTokens(block)) expect(token).toMatch(/^[\p{L}\p{N}\p{M}ー]+$/u)
    }
  })

  test('tokens are letters, digits and marks only, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const token of searchTokens(text)) expect(token).toMatch(/^[\p{L}\p{N}\p{M}ー]+$/u)
      }),
    )
  })
})

describe('searchPhrases', () => {
  test.each([
    ['', []],
    ['  "" \u{1F4A1} ', []],
    ['data centre', [['data'], ['centre']]],
    ['"data centre" tokyo', [['data', 'centre'], ['tokyo']]],
    ['“data centre”', [['data', 'centre']]],
    ['「data centre」東京', [['data', 'centre'], ['东京']]],
    ['"data centre', [['data'], ['centre']]],
    ['gpt-4o', [['gpt', '4o']]],
    ['人工智能', [['人工', '工智', '智能']]],
    ['算', [['算']]],
    ['生成AI', [['生成', 'ai']]],
    ['AI算', [['ai'], ['算']]],
    ['a" OR b NEAR(c) -d^2*', [['a'], ['or'], ['b'], ['near', 'c'], ['d', '2']]],
  ])('%j', (query, phrases) => {
    expect(searchPhrases(query)).toEqual(phrases)
  })

  test('a text is found by any part of itself, cut at word ends or within CJK', () => {
    const word = fc.constantFrom('data', 'GPT-4o', '人工智能', '產業鏈', 'Café', 'データ', 'x1')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (words, from, length) => {
        const start = from % words.length
        const part = words.slice(start, start + 1 + (length % (words.length - start))).join(' ')
        const tokens = searchTokens(words.join(' '))
        for (const phrase of searchPhrases(part)) expect(contains(tokens, phrase)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[一-鿿]{1,12}$/), fc.nat(), fc.nat(), (run, from, length) => {
        const start = from % run.length
        const part = run.slice(start, start + 1 + (length % (run.length - start)))
        for (const phrase of searchPhrases(part)) expect(contains(searchTokens(run), phrase)).toBe(true)
      }),
    )
    const syllable = fc.constantFrom('ที่', 'ไทย', 'น้ำ', 'การ', 'မြန်', 'ខ្មែរ', 'ລາວ')
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (run, from, length) => {
        const start = from % run.length
        const part = run.slice(start, start + 1 + (length % (run.length - start))).join('')
        for (const phrase of searchPhrases(part)) expect(contains(searchTokens(run.join('')), phrase)).toBe(true)
      }),
    )
  })

  test('a query of any length has at most 16 phrases', () => {
    expect(searchPhrases('a b '.repeat(10_000))).toHaveLength(16)
  })
})

function contains(tokens: readonly string[], phrase: readonly string[]): boolean {
  return tokens.some((_, start) => phrase.every((token, offset) => tokens[start + offset] === token))
}
