import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'
import { levelMarks } from './level-marks.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import { cpuMs } from './testing/cpu-ms.ts'

test('what people write stays as it is', () => {
  for (const text of ['Việt', 'שָׁלוֹם', 'ཧྐྵྨླྺྼྻྂ', 'ﾊﾟﾋﾟ', 'a\u0301'.repeat(50), '👩‍👩‍👧', '𑀓𑁆𑀱', ''])
    expect(levelMarks(text)).toBe(text)
})

test.each([
  ['accents', '\u0301\u0323'],
  ['Tibetan vowels, which composing makes two', '\u0f73'],
  ['voicing marks', 'ﾟ'],
  ['marks beyond the first plane', '\u{1d165}'],
])('of a run of %s thirty are left', (_what, marks) => {
  const levelled = levelMarks(`a${marks.repeat(500)}b${marks}`)
  expect(levelled).toBe(`a${marks.repeat(30 / [...marks].length)}b${marks}`)
})

test('levelling, cleaning and sanitising twice change nothing, and composing neither', () => {
  const marks = fc.constantFrom(
    '\u0301',
    '\u0345',
    '\u0344',
    '\u0f73',
    '\u0f71',
    '\u09d7',
    'ﾞ',
    '\u{1d165}',
    'a',
    '<b>',
    '각'.normalize('NFD'),
  )
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 200 }), (parts) => {
      const text = parts.join('')
      for (const step of [levelMarks, cleanText, (written: string) => sanitiseHtml(written)]) {
        expect(step(step(text))).toBe(step(text))
      }
      expect(cleanText(text).normalize('NFC')).toBe(cleanText(text))
    }),
  )
})

test('marks in falling order cost no more than others: they once took a minute and a half', () => {
  const text = `a${'\u0345\u0301\u0323\u0f71\u0f74'.repeat(100_000)}`
  const before = cpuMs()
  cleanText(text)
  sanitiseHtml(`<p>${text}</p>`)
  sanitiseHtml(
    `<p>${'a&#x345;&#x301;&#x323;&#xf71;&#xf74;'.repeat(10)}${'&#x345;&#x301;&#x323;&#xf71;&#xf74;'.repeat(9_000)}</p>`,
  )
  expect(cpuMs() - before).toBeLessThan(2_000)
})
