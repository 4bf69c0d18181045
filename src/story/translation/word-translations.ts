import { countryNames } from './country-names.ts'

/** Languages written without spaces, or with particles at words: in them a word in Latin letters is the same as elsewhere. */
const LATIN_IS_FOREIGN = new Set(['zh', 'ja', 'ko'])
/** Endings differ: a word that is not listed is looked up by what it begins with, down to this share and these letters, at most
 * so many less. */
const LEAST_SHARE = 0.7
const MOST_CUT = 3
const LEAST_LETTERS = 5
/** Characters of the shortest listed word that is looked for in a run without spaces. */
const LEAST_CHARACTERS = 2

/** What words of one language mean in English. */
export class LanguageWords {
  /** Whether a word in Latin letters is no word of the language. */
  readonly latinIsForeign: boolean
  readonly #english = new Map<string, readonly string[]>()
  #longest = 0

  constructor(language: string) {
    this.latinIsForeign = LATIN_IS_FOREIGN.has(language)
  }

  add(word: string, english: readonly string[]): void {
    this.#english.set(word, english)
    this.#longest = Math.max(this.#longest, word.length)
  }

  /**
   * @param word lower case
   * @returns one to three English words
   */
  meaningOf(word: string): readonly string[] | undefined {
    const least = Math.max(LEAST_LETTERS, word.length - MOST_CUT, Math.ceil(word.length * LEAST_SHARE))
    let meaning = this.#english.get(word)
    for (let length = word.length - 1; meaning === undefined && length >= least; length--) {
      meaning = this.#english.get(word.slice(0, length))
    }
    return meaning
  }

  /** What a word as it is listed means. */
  exactly(word: string): readonly string[] | undefined {
    return this.#english.get(word)
  }

  /** The longest listed word at a place of a run without spaces. */
  longestAt(run: string, start: number): string | undefined {
    for (let end = Math.min(run.length, start + this.#longest); end - start >= LEAST_CHARACTERS; end--) {
      const word = run.slice(start, end)
      if (this.#english.has(word)) return word
    }
    return undefined
  }
}

/** A line of the table of translations cannot be read. */
export class TranslationFileError extends Error {
  override readonly name = 'TranslationFileError'
}

/** What words mean in English, by language. A language is read when it is first asked for: few sites hear all of them. */
export class WordTranslations {
  /** Lines of each language that was not asked for yet. */
  readonly #unread = new Map<string, string[]>()
  readonly #read = new Map<string, LanguageWords>()

  /**
   * @param file lines `language TAB english[|english] TAB word[ word…]`; lines that begin with # are notes
   * @throws TranslationFileError naming the line
   */
  constructor(file: string) {
    for (const [index, line] of file.split('\n').entries()) {
      if (line === '' || line.startsWith('#')) continue
      if (!LINE.test(line)) {
        throw new TranslationFileError(
          `Line ${index + 1} of the translations is not: language, English words, words, with tabs between`,
        )
      }
      const language = line.slice(0, line.indexOf('\t'))
      const lines = this.#unread.get(language)
      if (lines === undefined) this.#unread.set(language, [line])
      else lines.push(line)
    }
  }

  /** @param language BCP 47; undefined for English and languages that are not listed */
  from(language: string): LanguageWords | undefined {
    const primary = language.split('-', 1)[0]!.toLowerCase()
    const lines = this.#unread.get(primary)
    if (lines !== undefined) {
      this.#read.set(primary, wordsOf(primary, lines))
      this.#unread.delete(primary)
    }
    return this.#read.get(primary)
  }
}

const LINE = /^[^\t]+\t[^\t]+\t[^\t]+$/

function wordsOf(language: string, lines: readonly string[]): LanguageWords {
  const known = new LanguageWords(language)
  for (const line of lines) {
    const [, english, words] = line.split('\t')
    const meanings = english!.split('|')
    for (const word of words!.split(' ')) known.add(word, meanings)
  }
  // CLDR is right where the table, told by likeness, may be not.
  for (const [name, english] of countryNames(language)) {
    if (!known.exactly(name)?.some((meaning) => english.includes(meaning))) known.add(name, english)
  }
  return known
}
