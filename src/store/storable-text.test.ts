import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storableText } from './storable-text.ts'

test.each([
  ['plain', 'plain'],
  ['a\0b', 'a\uFFFDb'],
  ['\uD83D', '\uFFFD'],
  ['\uDCA1\uD83D', '\uFFFD\uFFFD'],
  ['\u{1F4A1}', '\u{1F4A1}'],
])('%j', (text, kept) => {
  expect(storableText(text)).toBe(kept)
})

test('offsets stay right, and once is enough', () => {
  const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)))
  fc.assert(
    fc.property(anyText, (units) => {
      const kept = storableText(units.join(''))
      expect(kept).toHaveLength(units.length)
      expect(storableText(kept)).toBe(kept)
    }),
  )
})
