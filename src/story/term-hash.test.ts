import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWholeWord, plainWholeNumber, plainWordNumber, termNumber, WORD, wholeWordNumber } from './term-hash.ts'

test('a plain word has the same numbers out of its units as out of its string', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z]{1,40}$/), fc.nat(5), (word, before) => {
      const units = Uint16Array.from(`${'-'.repeat(before)}${word}!`, (letter) => letter.charCodeAt(0))
      const [small, end] = [word.toLowerCase(), before + word.length]
      expect(plainWordNumber(units, before, end)).toBe(termNumber(WORD, small))
      expect(plainWholeNumber(units, before, end)).toBe(wholeWordNumber(small))
      expect(isWholeWord(plainWholeNumber(units, before, end))).toBe(true)
    }),
  )
})
