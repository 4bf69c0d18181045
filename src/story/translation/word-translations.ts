import { primaryLanguage } from '../../lib/primary-language.ts'
import { textNumber } from '../term-hash.ts'
import { countryNames } from './country-names.ts'

/** Languages written without spaces, or with particles attached to words: a word in Latin letters is foreign in them. */
const LATIN_IS_FOREIGN = new Set(['zh', 'ja', 'ko'])
/**
 * As endings differ, an unlisted word means what a listed word with the same beginning does. That beginning is at least this share
 * and this many letters of each word, and all but so many.
 */
const LEAST_SHARE = 0.7
const LEAST_LETTERS = 4
const MOST_CUT = 3
/** What Arabic writes in front of a word: the article and what comes before it (and, with, for, as, will), longest first. */
const ARABIC_FRONT = /^(?:[وفبك]?ال|[وف]?لل|[وفبلكس])(?=.{3})/u
/** Fewest characters of a listed word that is sought in a run without spaces. */
const LEAST_CHARACTERS = 2

const NOTE = '#'.charCodeAt(0)
const SPACE = ' '.charCodeAt(0)
const TAB = '\t'.charCodeAt(0)
const LINE_FEED = '\n'.charCodeAt(0)
const DECODER = new TextDecoder()

/**
 * English translations of the words of one language, which are stored as positions in the lines of the table. As strings in a map
 * they took four times the memory.
 */
export class LanguageWords {
  /** Whether a word in Latin letters is foreign in the language. */
  readonly latinIsForeign: boolean
  readonly #isArabic: boolean
  /** Lines `language TAB english[|english] TAB word[ word…]`. */
  readonly #lines: string
  /** Open-addressed hash table, half of it free: where a word begins, + 1. */
  readonly #begins: Uint32Array
  /** The same by beginnings of words, each with its shortest word; empty for languages without endings. */
  readonly #beginnings: Uint32Array
  /** Translations that are missing from the lines, or replace those. */
  readonly #more = new Map<string, readonly string[]>()
  #longest = 0

  /** @param lines of the language, each ended by a line feed */
  constructor(language: string, lines: string) {
    this.latinIsForeign = LATIN_IS_FOREIGN.has(language)
    this.#isArabic = language === 'ar'
    this.#lines = lines
    let words = 0
    let beginnings = 0
    forEachWord(lines, (begin, end) => {
      words++
      beginnings += Math.max(0, end - begin - leastBeginning(end - begin))
    })
    this.#begins = emptyTable(words)
    this.#beginnings = emptyTable(this.latinIsForeign ? 0 : beginnings)
    forEachWord(lines, (begin, end) => {
      const word = lines.slice(begin, end)
      // If a word is listed twice, the last entry counts.
      this.#begins[this.#slotOf(word)] = begin + 1
      this.#longest = Math.max(this.#longest, word.length)
      if (!this.latinIsForeign) this.#noteBeginnings(word, begin)
    })
    // CLDR is right where the table, which rests on similarity, may be wrong.
    for (const [name, english] of countryNames(language)) {
      if (this.#exactly(name)?.some((meaning) => english.includes(meaning))) continue
      this.#more.set(name, english)
      this.#longest = Math.max(this.#longest, name.length)
    }
  }

  /**
   * Returns the translations of a word.
   *
   * @param written in lower case
   * @returns one to three English words; undefined if none is known
   */
  meaningOf(written: string): readonly string[] | undefined {
    // The table has Swiss spelling.
    const word = written.replaceAll('ß', 'ss')
    return this.#byCut(word) ?? (this.#isArabic ? this.#withoutFront(word) : undefined) ?? this.#byBeginning(word)
  }

  /** Returns the translations of a listed word that is all of a word but its ending. */
  #byCut(word: string): readonly string[] | undefined {
    const least = leastBeginning(word.length)
    let meaning = this.#exactly(word)
    for (let length = word.length - 1; meaning === undefined && length >= least; length--) {
      meaning = this.#exactly(word.slice(0, length))
    }
    return meaning
  }

  /** Returns the translations of the shortest listed word with the same beginning and another ending. */
  #byBeginning(word: string): readonly string[] | undefined {
    const least = leastBeginning(word.length)
    for (let length = word.length; length >= least; length--) {
      const begin = this.#beginnings[this.#beginningSlot(word.slice(0, length))]!
      if (begin !== 0) return this.#meaningAt(begin - 1)
    }
    return undefined
  }

  #noteBeginnings(word: string, begin: number): void {
    for (let length = leastBeginning(word.length); length < word.length; length++) {
      const slot = this.#beginningSlot(word.slice(0, length))
      const other = this.#beginnings[slot]!
      if (other === 0 || word.length < this.#lengthAt(other - 1)) this.#beginnings[slot] = begin + 1
    }
  }

  #withoutFront(word: string): readonly string[] | undefined {
    const rest = word.replace(ARABIC_FRONT, '')
    return rest === word ? undefined : (this.#exactly(rest) ?? this.#exactly(`ال${rest}`))
  }

  /** Returns the longest listed word at a place in a run without spaces. */
  longestAt(run: string, start: number): string | undefined {
    for (let end = Math.min(run.length, start + this.#longest); end - start >= LEAST_CHARACTERS; end--) {
      const word = run.slice(start, end)
      if (this.#more.has(word) || this.#beginOf(word) !== undefined) return word
    }
    return undefined
  }

  /** Returns the translations of a word exactly as listed. */
  #exactly(word: string): readonly string[] | undefined {
    const more = this.#more.get(word)
    if (more !== undefined) return more
    const begin = this.#beginOf(word)
    return begin === undefined ? undefined : this.#meaningAt(begin)
  }

  /** @param begin where a word begins */
  #meaningAt(begin: number): readonly string[] {
    const lines = this.#lines
    const english = lines.indexOf('\t', lines.lastIndexOf('\n', begin) + 1) + 1
    return lines.slice(english, lines.indexOf('\t', english)).split('|')
  }

  #beginOf(word: string): number | undefined {
    const begin = this.#begins[this.#slotOf(word)]!
    return begin === 0 ? undefined : begin - 1
  }

  /** Returns the slot of a word, or the one where it would be put. */
  #slotOf(word: string): number {
    const mask = this.#begins.length - 1
    let slot = textNumber(word) & mask
    while (this.#begins[slot] !== 0 && !this.#isAt(this.#begins[slot]! - 1, word)) slot = (slot + 1) & mask
    return slot
  }

  #isAt(begin: number, word: string): boolean {
    return this.#isEnd(begin + word.length) && this.#lines.startsWith(word, begin) && !word.includes(' ')
  }

  /**
   * Returns the slot of a beginning, or the one where it would be put. A word is in the table by all its beginnings, so that the
   * length tells which one is meant.
   */
  #beginningSlot(beginning: string): number {
    const mask = this.#beginnings.length - 1
    let slot = textNumber(beginning) & mask
    while (this.#beginnings[slot] !== 0 && !this.#beginsWith(this.#beginnings[slot]! - 1, beginning)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  #beginsWith(begin: number, beginning: string): boolean {
    return this.#lines.startsWith(beginning, begin) && leastBeginning(this.#lengthAt(begin)) <= beginning.length
  }

  #lengthAt(begin: number): number {
    let end = begin
    while (!this.#isEnd(end)) end++
    return end - begin
  }

  #isEnd(place: number): boolean {
    const unit = this.#lines.charCodeAt(place)
    return unit === SPACE || unit === LINE_FEED
  }
}

/** Returns the fewest letters that two words, one of which has this many, must share at their beginnings to mean the same. */
function leastBeginning(letters: number): number {
  return Math.max(LEAST_LETTERS, letters - MOST_CUT, Math.ceil(letters * LEAST_SHARE))
}

/** Returns a table for this many entries, at least half of it free. */
function emptyTable(entries: number): Uint32Array {
  return new Uint32Array(2 ** Math.ceil(Math.log2(entries * 2 + 1)))
}

/** A line of the table of translations cannot be read. */
export class TranslationFileError extends Error {
  override readonly name = 'TranslationFileError'
}

/** Translations of words into English, by language. A language is parsed on first use, as few sites receive all of them. */
export class WordTranslations {
  readonly #file: Uint8Array
  /** Ranges of the file that hold the lines of each language not used yet. */
  readonly #unread = new Map<string, { readonly start: number; end: number }[]>()
  readonly #read = new Map<string, LanguageWords>()

  /**
   * @param file UTF-8, lines `language TAB english[|english] TAB word[ word…]`; lines that begin with # are notes
   * @throws TranslationFileError naming the line
   */
  constructor(file: Uint8Array) {
    this.#file = file
    let number = 0
    for (let start = 0, end = 0; start < file.length; start = end + 1) {
      number++
      end = endOfLine(file, start)
      if (end === start || file[start] === NOTE) continue
      if (!isEntry(file, start, end)) {
        throw new TranslationFileError(
          `Line ${number} of the translations is not: language, English words, words, with tabs between`,
        )
      }
      this.#note(DECODER.decode(file.subarray(start, file.indexOf(TAB, start))), start, end)
    }
  }

  /**
   * Returns the words of a language.
   *
   * @param language BCP 47
   * @returns undefined for English and for languages that are not listed
   */
  from(language: string): LanguageWords | undefined {
    const primary = primaryLanguage(language)
    const unread = this.#unread.get(primary)
    if (unread !== undefined) {
      const lines = unread.map(({ start, end }) => `${DECODER.decode(this.#file.subarray(start, end))}\n`)
      this.#read.set(primary, new LanguageWords(primary, lines.join('')))
      this.#unread.delete(primary)
    }
    return this.#read.get(primary)
  }

  /** Notes where a line of a language lies. Its lines mostly follow one another, and are one range of the file then. */
  #note(language: string, start: number, end: number): void {
    const pieces = this.#unread.get(language)
    const last = pieces?.at(-1)
    if (last?.end === start - 1) last.end = end
    else if (pieces !== undefined) pieces.push({ start, end })
    else this.#unread.set(language, [{ start, end }])
  }
}

function endOfLine(file: Uint8Array, start: number): number {
  const end = file.indexOf(LINE_FEED, start)
  return end < 0 ? file.length : end
}

/** Returns whether a line has exactly three fields, none of them empty. */
function isEntry(file: Uint8Array, start: number, end: number): boolean {
  const first = file.indexOf(TAB, start)
  const second = first < 0 ? -1 : file.indexOf(TAB, first + 1)
  if (first === start || second <= first + 1 || second >= end - 1) return false
  const third = file.indexOf(TAB, second + 1)
  return third < 0 || third >= end
}

/**
 * Visits every word of the lines.
 *
 * @param visit called with where a word begins and ends
 */
function forEachWord(lines: string, visit: (begin: number, end: number) => void): void {
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf('\n', start)
    let begin = lines.indexOf('\t', lines.indexOf('\t', start) + 1) + 1
    while (begin < end) {
      const space = lines.indexOf(' ', begin)
      const wordEnd = space < 0 || space > end ? end : space
      visit(begin, wordEnd)
      begin = wordEnd + 1
    }
    start = end + 1
  }
}
