import { expect, test } from 'vitest'
import { TranslationFileError, WordTranslations } from './word-translations.ts'

const FILE = ['# a note', 'es\tearthquake|quake\tterremoto sismo', 'zh\tearthquake\t地震', 'zh\tinvestment\t投资'].join(
  '\n',
)

test('finds what a word means, whatever the region and the ending', () => {
  const spanish = new WordTranslations(FILE).from('es-MX')!
  expect(spanish.meaningOf('sismo')).toEqual(['earthquake', 'quake'])
  expect(spanish.meaningOf('terremotos')).toEqual(['earthquake', 'quake'])
  expect(spanish.meaningOf('terre')).toBeUndefined()
})

test('finds the longest word at a place of a run', () => {
  const chinese = new WordTranslations(FILE).from('zh-Hant')!
  expect(chinese.longestAt('大地震后', 1)).toBe('地震')
  expect(chinese.longestAt('大地震后', 0)).toBeUndefined()
})

test('knows what countries are called, whatever the table takes them for, and leaves alone what fits', () => {
  const spanish = new WordTranslations('es\tmarrow\tmarruecos\nes\tfrench|france\tfrancia').from('es')!
  expect(spanish.meaningOf('marruecos')).toEqual(['morocco'])
  expect(spanish.meaningOf('francia')).toEqual(['french', 'france'])
})

test('knows nothing of English and of languages that are not listed', () => {
  const translations = new WordTranslations(FILE)
  expect(translations.from('en')).toBeUndefined()
  expect(translations.from('und')).toBeUndefined()
})

test('names the line that cannot be read', () => {
  expect(() => new WordTranslations('es\tearthquake\tsismo\nes\tquake')).toThrow(TranslationFileError)
  expect(() => new WordTranslations('es\tearthquake\tsismo\nes\tquake')).toThrow('Line 2')
})
