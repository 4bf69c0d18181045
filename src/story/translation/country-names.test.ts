import { expect, test } from 'vitest'
import { countryNames } from './country-names.ts'

test.each([
  ['es', 'alemania', ['germany']],
  ['de', 'südkorea', ['south', 'korea']],
  ['zh', '阿富汗', ['afghanistan']],
  ['ko', '네덜란드', ['netherlands']],
  ['fr', 'égypte', ['egypt']],
])('says in %s that %s is %s', (language, name, english) => {
  expect(countryNames(language).get(name)).toEqual(english)
})

test('knows the beginning that other endings share, and Arabic names without their article', () => {
  expect(countryNames('ru').get('австрали')).toEqual(['australia'])
  expect(countryNames('es').has('españ')).toBe(false)
  expect(countryNames('ar').get('برازيل')).toEqual(['brazil'])
})

test('leaves out names that more often are another word, of several words, and written otherwise in English', () => {
  expect(countryNames('ru').has('того')).toBe(false)
  expect(countryNames('es').has('reunión')).toBe(false)
  expect([...countryNames('es').keys()].filter((name) => name.includes(' '))).toEqual([])
  expect(countryNames('fr').has('turquie')).toBe(false)
})

test('knows none where the runtime has no names of the language', () => {
  expect(countryNames('tlh').size).toBe(0)
})
