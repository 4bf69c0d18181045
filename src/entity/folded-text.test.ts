import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { CUT, FoldedText } from './folded-text.ts'

const fold = (text: string) => new FoldedText().fold(text).slice()

/** Any text, and more often than by chance what folding is about. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'eE\u0301\u0323ｶﾞ가각㍿ﬁ𝐎 \u200b\ufe0f👍🏽廣İΣς’１Ⅳ\ud800') }),
)

test.each([
  ['OpenAI', 'openai'],
  ['ＯｐｅｎＡＩ', 'openai'],
  ['𝐎𝐩𝐞𝐧𝐀𝐈', 'openai'],
  ['廣東', '广东'],
  ['広州', '広州'],
  ['ｴﾇﾋﾞﾃﾞｨｱ', 'エヌビディア'],
  ['e\u0301', 'é'],
  ['\u1100\u1161\u11a8', '각'],
  ['㍿', '株式会社'],
  ['Open\u200bAI\u00ad', 'openai'],
  ['l’IA', "l'ia"],
  ['ΟΔΟΣ ος', 'οδοσ οσ'],
  ['a\u00a0b\tc\u0000d', 'a b c\nd'],
])('%j folds to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

describe('positions', () => {
  test('of composed, expanded and dropped characters cover what was written', () => {
    const text = 'xｶﾞ㍿\u200by𝐎'
    const folded = new FoldedText().fold(text)
    const spans = Array.from({ length: folded.length }, (_, i) => text.slice(folded.starts[i], folded.ends[i]))
    expect(spans).toEqual(['x', 'ｶﾞ', '㍿', '㍿', '㍿', '㍿', 'y', '𝐎'])
  })

  test('a range cut out is one unit that nothing attaches to', () => {
    const folded = new FoldedText().fold('ab\u0301c', [[1, 2]])
    expect([...folded.units.subarray(0, folded.length)]).toEqual([0x61, CUT, 0x301, 0x63])
    expect([folded.starts[1], folded.ends[1]]).toEqual([1, 2])
  })

  test('ascend and lie inside the text, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = new FoldedText().fold(text)
        for (let i = 0; i < folded.length; i++) {
          expect(folded.starts[i]).toBeGreaterThanOrEqual(i === 0 ? 0 : folded.starts[i - 1]!)
          expect(folded.ends[i]).toBeGreaterThan(folded.starts[i]!)
          expect(folded.ends[i]).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('a text and its NFC and NFD forms fold alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aéÅñÜ각힣がパй廣 K') }), (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text))
      expect(fold(text.normalize('NFC'))).toBe(fold(text))
    }),
  )
})

test('folding the folded text of two buffers does not mix them', () => {
  const folded = new FoldedText()
  folded.fold('a'.repeat(10_000))
  expect(folded.fold('Bc').slice()).toBe('bc')
})

test('a character under a mountain of marks is folded in linear time', () => {
  const marks = '\u0301\u0323'.repeat(200_000)
  const started = cpuMs()
  expect(fold(`e${marks}x`).length).toBeLessThan(100)
  expect(cpuMs() - started).toBeLessThan(2_000)
})
