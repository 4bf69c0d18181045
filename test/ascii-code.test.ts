import { expect, test } from 'vitest'
import { asciiCode } from '../scripts/ascii-code.ts'

const EVERY_UNIT = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
const FACES = ['😀', '😁', '\ud83d', '\ude00', 'a']

function matched(code: string): readonly string[] {
  const pattern = new Function(`return ${code}`)() as RegExp
  return [...EVERY_UNIT, ...FACES].filter((text) => pattern.test(text))
}

test.each(['/^[「『“【-】ー（]$/', '/^[가-힣]$/u', '/^(?:é|É)$/i', '/^(?:ſ|k)$/iu', '/^[😀-😁]$/u', '/^\\\\é$/'])(
  'a regular expression takes the same where it is written in ASCII: %s',
  (code) => {
    const ascii = asciiCode(code)
    expect(ascii).toMatch(/^[\0-\x7f]+$/)
    expect(matched(ascii)).toEqual(matched(code))
  },
)

test('refuses what would become another thing', () => {
  expect(() => asciiCode('/a\\\\\\é/')).toThrow('cannot be written in ASCII')
})

test('leaves ASCII as it is', () => {
  const code = 'const a = String.raw`\\d` + /\\\\/.source\n'
  expect(asciiCode(code)).toBe(code)
})
