import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countryNames } from './country-names.ts'
import { TranslationFileError, WordTranslations } from './word-translations.ts'

const FILE = ['# a note', 'es\tearthquake|quake\tterremoto sismo', 'zh\tearthquake\t地震', 'zh\tinvestment\t投资'].join(
  '\n',
)

function translationsOf(file: string): WordTranslations {
  return new WordTranslations(new TextEncoder().encode(file))
}

test('finds what a word means, whatever the region and the ending', () => {
  const spanish = translationsOf(FILE).from('es-MX')!
  expect(spanish.meaningOf('sismo')).toEqual(['earthquake', 'quake'])
  expect(spanish.meaningOf('terremotos')).toEqual(['earthquake', 'quake'])
  expect(spanish.meaningOf('terre')).toBeUndefined()
})

test('finds the longest word at a place of a run', () => {
  const chinese = translationsOf(FILE).from('zh-Hant')!
  expect(chinese.longestAt('大地震后', 1)).toBe('地震')
  expect(chinese.longestAt('大地震后', 0)).toBeUndefined()
})

test('knows what countries are called, whatever the table takes them for, and leaves alone what fits', () => {
  const spanish = translationsOf('es\tmarrow\tmarruecos\nes\tfrench|france\tfrancia').from('es')!
  expect(spanish.meaningOf('marruecos')).toEqual(['morocco'])
  expect(spanish.meaningOf('francia')).toEqual(['french', 'france'])
})

test('knows nothing of English and of languages that are not listed', () => {
  const translations = translationsOf(FILE)
  expect(translations.from('en')).toBeUndefined()
  expect(translations.from('und')).toBeUndefined()
})

test('takes what comes last, from whatever lines of a language', () => {
  const file = 'es\ta\tuno dos\nfr\tb\tun\nes\tc|d\tdos tres\n\nes\te\ttres'
  const spanish = translationsOf(file).from('es')!
  expect(['uno', 'dos', 'tres', 'un', 'uno dos'].map((word) => spanish.meaningOf(word))).toEqual([
    ['a'],
    ['c', 'd'],
    ['e'],
    undefined,
    undefined,
  ])
  expect(translationsOf(file).from('fr')!.meaningOf('un')).toEqual(['b'])
})

test('knows every word of the shipped table as a map of its lines does', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../data/word-translations.tsv'), 'utf8')
  const plain = new Map<string, Map<string, readonly string[]>>()
  for (const line of file.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [language, english, words] = line.split('\t') as [string, string, string]
    if (!plain.has(language)) plain.set(language, new Map())
    for (const word of words.split(' ')) plain.get(language)!.set(word, english.split('|'))
  }
  expect(plain.size).toBe(11)
  const translations = translationsOf(file)
  for (const [language, words] of plain) {
    for (const [name, english] of countryNames(language)) {
      if (!words.get(name)?.some((meaning) => english.includes(meaning))) words.set(name, english)
    }
    const known = translations.from(language)!
    const wrong = [...words].filter(([word, english]) => known.meaningOf(word)?.join() !== english.join())
    expect(wrong).toEqual([])
    expect([...words.keys()].filter((word) => known.meaningOf(`${word.slice(0, 1)}\u{1f310}${word}`))).toEqual([])
  }
})

test('names the line that cannot be read', () => {
  expect(() => translationsOf('es\tearthquake\tsismo\nes\tquake')).toThrow(TranslationFileError)
  expect(() => translationsOf('es\tearthquake\tsismo\nes\tquake')).toThrow('Line 2')
})
