import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyMatch } from './every-match.ts'
import { forEachPlainWord, isPlain } from './plain-words.ts'

function wordsOf(text: string, joiners: string): readonly string[] {
  const words: string[] = []
  forEachPlainWord(text, joiners, (start, end) => words.push(text.slice(start, end)))
  return words
}

test('words as the pattern with all letters and digits has them, where the text is plain', () => {
  const character = fc.constantFrom(..."abZ09 .,'-&\n_".split(''), '’', '“', '—', '…', '\u00a0')
  const pattern = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu
  fc.assert(
    fc.property(fc.array(character, { maxLength: 30 }), (characters) => {
      const text = characters.join('')
      expect(isPlain(text)).toBe(true)
      expect(wordsOf(text, ".,'’-")).toEqual(everyMatch(text, pattern).map(([word]) => word))
    }),
  )
})

test('no text with a letter or digit outside ASCII is plain', () => {
  const missed: string[] = []
  for (let code = 128; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCodePoint(code)
    if (/[\p{L}\p{N}\p{M}]/u.test(character) && isPlain(character)) missed.push(character)
  }
  expect(missed).toEqual([])
})
