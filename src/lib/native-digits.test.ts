import { expect, test } from 'vitest'
import { withEuropeanDigits } from './native-digits.ts'

test.each([
  ['২০২৬', '2026'],
  ['٣٬٤٠٠٫٥', '3,400.5'],
  ['۱۴۰۵', '1405'],
  ['ปี ๒๕๖๙', 'ปี 2569'],
  ['२०२६ में', '2026 में'],
  ['၁၂', '12'],
  ['᭐᭙ ꧐꧙ 𞥐𞥙', '09 09 09'],
  ['plain 2026, 人 5', 'plain 2026, 人 5'],
])('%s → %s', (written, european) => expect(withEuropeanDigits(written)).toBe(european))

test('every decimal digit of Unicode has the value that its neighbours give it', () => {
  const digits = Array.from({ length: 0x11_0000 }, (_, code) => code).filter(
    (code) => (code < 0xd800 || code > 0xdfff) && /\p{Nd}/u.test(String.fromCodePoint(code)),
  )
  const values = digits.map((code) => Number(withEuropeanDigits(String.fromCodePoint(code))))
  expect(values).toEqual(digits.map((_, place) => place % 10))
})
