import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, clipText, oneLine, tidyLines, wholeCharacters } from './clean-text.ts'

describe('cleanText', () => {
  test.each([
    ['zero-width space', 'Open\u200bAI', 'OpenAI'],
    ['bidi override', 'invoice\u202egnp.exe', 'invoicegnp.exe'],
    ['bidi isolate', '\u2066abc\u2069', 'abc'],
    ['NUL and bell', 'a\u0000b\u0007c', 'abc'],
    ['C1 control', 'a\u0081b', 'ab'],
    ['lone high surrogate', 'a\ud800b', 'ab'],
    ['lone low surrogate', 'a\udc00b', 'ab'],
    ['tag characters (a hidden prompt)', 'hi\u{e0069}\u{e0067}', 'hi'],
    ['BOM', '\ufeffTitle', 'Title'],
    ['soft hyphen', 'super\u00adcomputer', 'supercomputer'],
    ['Windows line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['decomposed letters', 'Cafe\u0301', 'Café'],
  ])('removes or unifies %s', (_what, raw, expected) => {
    expect(cleanText(raw)).toBe(expected)
  })

  test.each(['👩‍👩‍👧', '❤️', 'می‌خواهم', '𠮷野家', 'ก็', 'क्षि'])('keeps what writing needs: %s', (text) => {
    expect(cleanText(text)).toBe(text.normalize('NFC'))
  })

  test('levels a pile of accents to six, and keeps those that writing needs', () => {
    expect(cleanText(`Z${'\u0334\u0310'.repeat(400)}algo`)).toMatch(/^Z[\u0300-\u036f]{6}algo$/)
    expect(cleanText('Việt ἄνθρωπος שָׁלוֹם e\u0323\u0302')).toBe('Việt ἄνθρωπος שָׁלוֹם ệ')
    const piled = cleanText(`a${'\u0344'.repeat(50)}b`)
    expect(cleanText(piled)).toBe(piled)
  })

  test('cleaning twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)))
  })
})

test('oneLine makes one line', () => {
  expect(oneLine('  a\n\t b\u00a0 c\u3000d ')).toBe('a b c d')
})

test('tidyLines keeps paragraphs and no more than one blank line', () => {
  expect(tidyLines(' a  b \n\n\n\n c\nd ')).toBe('a b\n\nc\nd')
})

describe('clipText', () => {
  test('cuts after a word where one ends near', () => {
    expect(clipText('one two three four', 15)).toBe('one two three…')
  })

  test('never cuts a surrogate pair, never exceeds the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, length) => {
        const clipped = clipText(text, length)
        expect(clipped.length).toBeLessThanOrEqual(length)
        expect(/\p{Surrogate}/u.test(clipped)).toBe(false)
      }),
    )
  })

  test('wholeCharacters', () => {
    expect(wholeCharacters('a😀b', 2)).toBe('a')
    expect(wholeCharacters('a😀b', 3)).toBe('a😀')
  })
})
