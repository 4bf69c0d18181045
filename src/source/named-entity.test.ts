import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeReferences } from './named-entity.ts'

test('a reference at any place of a long text is read', () => {
  for (let before = 29_990; before < 30_050; before++) {
    const text = `${'x'.repeat(before)}&eacute;${'y'.repeat(40_000)}&amp;`
    expect(decodeReferences(text)).toBe(`${'x'.repeat(before)}é${'y'.repeat(40_000)}&`)
  }
})

test('long texts are read as their parts are', () => {
  const piece = fc.constantFrom('&lt;', '&', '&#233;', '&nosuch;', 'a;', `&${'a'.repeat(31)};`, 'é')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
      const text = pieces.join('-')
      const times = Math.ceil(100_000 / text.length)
      expect(decodeReferences(`${text} `.repeat(times))).toBe(`${decodeReferences(text)} `.repeat(times))
    }),
    { numRuns: 30 },
  )
})
