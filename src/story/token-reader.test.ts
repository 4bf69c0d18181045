import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAcronym, isCapital, isHeadlineCase, TOKEN } from './plain-words.ts'
import { TokenReader } from './token-reader.ts'

function matched(text: string) {
  return [...text.matchAll(TOKEN)].map(({ 0: token, 1: unspaced, 2: number, index }) => {
    const kind = unspaced !== undefined ? 'unspaced' : number !== undefined ? 'number' : 'word'
    return { kind, text: token, start: index }
  })
}

const reader = new TokenReader()

function readTokens(text: string) {
  const tokens: { kind: string; text: string; start: number }[] = []
  for (reader.set(text); reader.next(); ) tokens.push({ kind: reader.kind, text: reader.text, start: reader.start })
  return tokens
}

test.each([
  ['words and an apostrophe', "OpenAI's o'clock ’tis don’t-stop"],
  ['numbers', '1,234.5 3. 4,x 5..6 1.2.3,4 ٣٤ 12億 7'],
  ['runs', 'Codex上线・テスト 々〆〇 한국어3개 ㄱ'],
  ['marks', 'e\u0301te\u0301 \u0301x नमस्ते ก็'],
  ['letters of two units', 'a𝒜b 𠮷野家 x😀y \ud800z'],
  ['nothing', ''],
])('%s are what the pattern matches', (_, text) => expect(readTokens(text)).toEqual(matched(text)))

test('each unit alone, and within a word, a number and a run, is what the pattern matches', () => {
  for (let unit = 0; unit < 1 << 16; unit++) {
    const letter = String.fromCharCode(unit)
    for (const text of [letter, `a${letter}b`, `1${letter}2`, `万${letter}日`]) {
      const [read, found] = [readTokens(text), matched(text)]
      if (JSON.stringify(read) !== JSON.stringify(found)) expect(read, unit.toString(16)).toEqual(found)
    }
  }
})

test('any text is read as the pattern matches it', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[\w.,' ’é上]*$/),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      expect(readTokens(parts.join(''))).toEqual(matched(parts.join('')))
    }),
  )
})

test('what it says of words and of the text is what is read out of their strings', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[A-Za-z]{1,6}$/),
    fc.stringMatching(/^[A-Zéß’日\d]{1,6}$/),
    fc.constantFrom('EU', '😀'),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom(' ', '', '-'), (words, between) => {
      const text = words.join(between)
      reader.set(text)
      expect(reader.isHeadlineCase).toBe(isHeadlineCase(text))
      while (reader.next()) {
        expect(reader.isBeforeDigit).toBe(/\d/.test(text[reader.end] ?? ''))
        expect(reader.isNearDigit).toBe(/\d/.test(text.slice(reader.end, reader.end + 2)))
        if (reader.kind !== 'word') continue
        expect(reader.isPlain && !/^[A-Za-z]+$/.test(reader.text)).toBe(false)
        expect(reader.isCapital).toBe(isCapital(reader.text))
        expect(reader.isAcronym).toBe(isAcronym(reader.text))
      }
    }),
  )
})
