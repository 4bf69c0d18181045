import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

test('a short text is shown whole, without the title it repeats', () => {
  expect(excerptOf('Title', 'Title\n\nOne sentence.')).toBe('One sentence.')
  expect(excerptOf('Title', 'Title')).toBe('')
})

test.each([
  ['Heron 2 is out', 'Heron 2 is out. It reads maps.', 'It reads maps.'],
  ['Heron 2 is out', 'Heron 2 is out: it reads maps.', 'it reads maps.'],
  ['苍鹭二号发布', '苍鹭二号发布。它能读地图。', '它能读地图。'],
  ['Council approves a data centre', 'Council approves a data centre The mayor said so.', 'The mayor said so.'],
  // The title is the beginning of a name, or of the sentence.
  ['Heron 2', 'Heron 2.5 reads maps.', 'Heron 2.5 reads maps.'],
  ['Heron', 'Heron’s maker sells maps.', 'Heron’s maker sells maps.'],
  ['Heron', 'Heron is a local agent.', 'Heron is a local agent.'],
])('of %j the text %j shows %j', (title, text, shown) => {
  expect(excerptOf(title, text)).toBe(shown)
})

test('whole sentences where they fit', () => {
  const text = `${'A sentence of some length that says a thing. '.repeat(20)}`
  const excerpt = excerptOf('', text)
  expect(excerpt.endsWith('a thing.')).toBe(true)
  expect(excerpt.length).toBeLessThanOrEqual(280)
})

test('Chinese sentences too', () => {
  expect(excerptOf('', '明年三月起，營運者只須申報一次。'.repeat(40))).toMatch(/。$/)
})

test.each([
  ['हार्बर ने अपना पहला डेटा केंद्र खोला।', ' '],
  ['هل افتتح المرفأ مركز بياناته الأول؟', ' '],
  ['بندرگاہ نے اپنا پہلا ڈیٹا سینٹر کھولا۔', ' '],
  ['ဆိပ်ကမ်းသည် ဒေတာစင်တာ ဖွင့်သည်။', ''],
])('and those of other scripts: %s', (sentence, between) => {
  const excerpt = excerptOf('', `${sentence}${between}`.repeat(40))
  expect(excerpt.endsWith(sentence)).toBe(true)
})

test('a text without sentences is cut between words, and says that more follows', () => {
  expect(excerptOf('', 'word '.repeat(200))).toMatch(/^(word )*word \[…\]$/)
})

test('never too long, never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 1_000 }), (text) => {
      const excerpt = excerptOf('', text)
      expect(excerpt.length).toBeLessThanOrEqual(284)
      expect(excerpt).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
    }),
  )
})
