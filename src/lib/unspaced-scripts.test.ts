import { expect, test } from 'vitest'
import { isSouthEastAsian, markedCharacters, markedPairs, SOUTH_EAST_ASIAN } from './unspaced-scripts.ts'

const SCRIPT = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

test('the ranges hold the letters and marks of the four scripts and nothing else', () => {
  const ranges = new RegExp(`[${SOUTH_EAST_ASIAN}]`)
  const wrong: string[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    const isWord = SCRIPT.test(character) && /[\p{L}\p{M}]/u.test(character)
    if (ranges.test(character) !== isWord) wrong.push(unit.toString(16))
  }
  expect(wrong).toEqual([])
})

test.each([
  ['ภาษาไทย', true],
  ['ລາວ', true],
  ['ខ្មែរ', true],
  ['မြန်မာ', true],
  ['日本語 हिन्दी 123 ฿ ๑๒', false],
])('%s: %s', (text, is) => expect(isSouthEastAsian(text)).toBe(is))

test.each([
  ['ที่นี่', ['ที่', 'นี่']],
  ['မြန်မာ', ['မြ', 'န်', 'မာ']],
  ['ខ្មែរ', ['ខ្', 'មែ', 'រ']],
  ['', []],
])('characters of %s', (run, characters) => expect(markedCharacters(run)).toEqual(characters))

test.each([
  ['ประเทศ', ['ปร', 'ระ', 'ะเ', 'เท', 'ทศ']],
  ['ที่', ['ที่']],
  ['', []],
])('pairs of %s', (run, pairs) => expect(markedPairs(run)).toEqual(pairs))
