import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
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

test('finds a word by one that is listed with another ending, the shortest of several, and a whole beginning first', () => {
  const russian = translationsOf('ru\tolympiad\tолимпиада\nru\tolympian\tолимпийцы\nru\tolympic\tолимпийский').from(
    'ru',
  )!
  expect(russian.meaningOf('олимпиады')).toEqual(['olympiad'])
  expect(russian.meaningOf('олимпийских')).toEqual(['olympic'])
  expect(russian.meaningOf('олимпийск')).toEqual(['olympic'])
  expect(russian.meaningOf('олимп')).toBeUndefined()
  const spanish = translationsOf('es\tgain|win\tganar\nes\tgrain\tgano').from('es')!
  expect([spanish.meaningOf('ganará'), spanish.meaningOf('gana')]).toEqual([
    ['gain', 'win'],
    ['gain', 'win'],
  ])
  expect([spanish.meaningOf('gan'), spanish.meaningOf('gansos')]).toEqual([undefined, undefined])
})

test('does not take one Korean word for another that begins as it does', () => {
  const korean = translationsOf('ko\tinvestment\t투자자들에게').from('ko')!
  expect(korean.meaningOf('투자자들에')).toBeUndefined()
})

test('knows both spellings of a German word', () => {
  const german = translationsOf('de\tstreet\tstrasse').from('de')!
  expect([german.meaningOf('strasse'), german.meaningOf('straße')]).toEqual([['street'], ['street']])
})

test('finds an Arabic word behind its article and what stands before it, and with the article where it is listed so', () => {
  const arabic = translationsOf('ar\tcountry\tبلاد\nar\tpolice\tالشرطة\nar\tboy\tولد').from('ar')!
  const meant = ['البلاد', 'والبلاد', 'للبلاد', 'بالشرطة', 'وشرطة', 'ولد', 'وبل'].map(
    (word) => arabic.meaningOf(word)?.[0],
  )
  expect(meant).toEqual(['country', 'country', 'country', 'police', 'police', 'boy', undefined])
})

test('takes an Arabic word without its article before one that begins with the same article', () => {
  const arabic = translationsOf('ar\tcamp\tالمعسكر\nar\tmatch\tمباراة').from('ar')!
  expect([arabic.meaningOf('المباراة'), arabic.meaningOf('المعسكرات')]).toEqual([['match'], ['camp']])
})

test('finds what a reading of all words finds that begin alike', () => {
  const letters = fc.constantFrom('a', 'b')
  const word = fc.array(letters, { minLength: 1, maxLength: 9 }).map((each) => each.join(''))
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), word, (words, asked) => {
      const file = words.map((each) => `it\t${each}\t${each}`).join('\n')
      expect(translationsOf(file).from('it')!.meaningOf(asked)?.[0]).toBe(plainMeaning(words, asked))
    }),
  )
})

/** The word itself, else the longest that it begins with, else the shortest, then the first, that shares the longest beginning. */
function plainMeaning(words: readonly string[], asked: string): string | undefined {
  const least = (letters: number) => Math.max(4, letters - 3, Math.ceil(letters * 0.7))
  if (words.includes(asked)) return asked
  const beginnings = Array.from({ length: asked.length }, (_, cut) => asked.slice(0, asked.length - cut))
  const allowed = beginnings.filter(({ length }) => length >= least(asked.length))
  const whole = allowed.find((each) => words.includes(each))
  if (whole !== undefined) return whole
  for (const beginning of allowed) {
    const alike = words.filter((each) => each.startsWith(beginning) && beginning.length >= least(each.length))
    const shortest = Math.min(...alike.map(({ length }) => length))
    if (alike.length > 0) return alike.find(({ length }) => length === shortest)
  }
  return undefined
}

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

const ROOT = join(import.meta.dirname, '../../..')
const shipped = () => readFileSync(join(ROOT, 'data/word-translations.tsv'), 'utf8')

/** The lines of a table without its notes. */
const linesOf = (file: string) =>
  file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [language: string, english: string, words: string])

test('knows every word of the shipped table as a map of its lines does', () => {
  const file = shipped()
  const plain = new Map<string, Map<string, readonly string[]>>()
  for (const [language, english, words] of linesOf(file)) {
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

test('ships what was written by hand, each word once, before what a model told', () => {
  const told = new Map<string, string>()
  for (const [language, english, words] of linesOf(shipped())) {
    for (const word of words.split(' ')) told.set(`${language} ${word}`, english)
  }
  const seen = new Set<string>()
  const wrong: string[] = []
  for (const [language, english, words] of linesOf(readFileSync(join(ROOT, 'scripts/word-meanings.tsv'), 'utf8'))) {
    expect(english).toMatch(/^[a-z]+(\|[a-z]+){0,2}$/)
    for (const word of words.split(' ').map((each) => `${language} ${each}`)) {
      if (seen.has(word) || !`${told.get(word)}|`.startsWith(`${english}|`)) wrong.push(word)
      seen.add(word)
    }
  }
  expect(wrong).toEqual([])
  expect(seen.size).toBeGreaterThan(50_000)
})

test('names the line that cannot be read', () => {
  expect(() => translationsOf('es\tearthquake\tsismo\nes\tquake')).toThrow(TranslationFileError)
  expect(() => translationsOf('es\tearthquake\tsismo\nes\tquake')).toThrow('Line 2')
})
