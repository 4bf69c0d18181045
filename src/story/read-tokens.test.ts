import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TOKEN } from './plain-words.ts'
import { readTokens } from './read-tokens.ts'

function matched(text: string) {
  return [...text.matchAll(TOKEN)].map(({ 0: token, 1: unspaced, 2: number, index }) => {
    const kind = unspaced !== undefined ? 'unspaced' : number !== undefined ? 'number' : 'word'
    return { kind, text: token, start: index }
  })
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
