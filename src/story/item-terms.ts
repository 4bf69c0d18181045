import { toSimplified } from '../entity/traditional-to-simplified.ts'
import { withoutDateline } from '../lib/dateline.ts'
import { isSouthEastAsian, markedCharacters } from '../lib/unspaced-scripts.ts'
import { readAmount } from './amounts.ts'
import type { ClusterSettings } from './cluster-settings.ts'
import { bareWord, isYear, plainWords, UNSPACED } from './plain-words.ts'
import { otherSpelling, romanise } from './romanise.ts'
import {
  AMOUNT,
  ENTITY,
  PAIR,
  plainWholeNumber,
  plainWordNumber,
  termNumber,
  VERSION,
  WORD,
  wholeWordNumber,
} from './term-hash.ts'
import { TermTally, type TermWeights } from './term-tally.ts'
import { TokenReader } from './token-reader.ts'
import type { LanguageWords, WordTranslations } from './translation/word-translations.ts'
import type { ClusterInput } from './types.ts'

/** A term as a reader would write it, for receipts. */
export interface NamedTerm {
  readonly term: number
  readonly kind: 'word' | 'number' | 'entity'
  readonly text: string
}

/** The terms of an item, before they are weighted by rarity. */
export interface ItemTerms {
  /** Weight of each term by how often and where it occurs, whole words included. */
  readonly weights: TermWeights
  /** Terms other than whole words, each once. */
  readonly named: readonly NamedTerm[]
  /** Terms that name somebody or something: entities of salience 2 and 3, and capitalised words where capitals tell names. */
  readonly names: ReadonlySet<number>
  /** Entities of any salience. */
  readonly entities: ReadonlySet<number>
  /** Amounts with a unit or of four and more digits, and versions of names. */
  readonly figures: ReadonlySet<number>
  /** Weights of the terms that a text in another language may share; undefined if no translations of its language are known. */
  readonly translated?: TranslatedWeights
  /** For each name with a version, the terms of that one mention: the name, the name with the version, the number. */
  readonly mentions: readonly (readonly number[])[]
  /** Versions in the title, by the name before each: `GPT 5.4` → `gpt`: `5.4`; of several of one name, the first. */
  readonly versions: ReadonlyMap<number, number>
}

/** Weights of names, figures and the English translations of words. */
export interface TranslatedWeights {
  readonly weights: TermWeights
  /** Each translation once, with the word that has it. */
  readonly meanings: readonly Meaning[]
}

/** An English translation of a word. */
export interface Meaning {
  /** Term of the English word, as if the text contained it. */
  readonly term: number
  readonly word: string
  readonly english: string
}

/** How well an entity tells events apart: 1 too common, 2 useful, 3 strong. */
export type SalienceOf = (entityId: string) => 1 | 2 | 3

/** Characters of a title that are read; longer ones are texts: posts, bullets. */
export const MAX_TITLE_LENGTH = 600
/** Words longer than this are addresses or noise. */
const MAX_WORD_LENGTH = 40
/** Shorter bare numbers are counts and ranks, which events share by chance. */
const MIN_TELLING_DIGITS = 4

const HANGUL = /[\uac00-\ud7a3]/
/** Reads title, lead and entities of items into weighted terms. Linear in the length read. */
export class ItemTermReader {
  readonly #settings: ClusterSettings
  readonly #salienceOf: SalienceOf
  readonly #tokens = new TokenReader()
  readonly #tally = new TermTally()
  #named: NamedTerm[] = []
  #names = new Set<number>()
  #entities = new Set<number>()
  #figures = new Set<number>()
  #versions = new Map<number, number>()
  #mentions = new Map<number, readonly number[]>()

  readonly #translations: WordTranslations | undefined
  /** Translations of the language being read. */
  #words: LanguageWords | undefined
  readonly #translated = new TermTally()
  #meanings: Meaning[] = []
  #numbers = new Set<number>()

  constructor(settings: ClusterSettings, salienceOf: SalienceOf, translations?: WordTranslations) {
    this.#translations = translations
    this.#settings = settings
    this.#salienceOf = salienceOf
  }

  /** Whether translations of other languages are available. */
  get translates(): boolean {
    return this.#translations !== undefined
  }

  read(item: Pick<ClusterInput, 'title' | 'text' | 'entityIds'> & { readonly language?: string }): ItemTerms {
    this.#words = this.#translations?.from(item.language ?? 'und')
    this.#translated.clear()
    this.#meanings = []
    this.#numbers = new Set()
    this.#tally.clear()
    this.#named = []
    this.#names = new Set()
    this.#entities = new Set()
    this.#figures = new Set()
    this.#versions = new Map()
    this.#mentions = new Map()
    this.#readText(item.title.slice(0, MAX_TITLE_LENGTH), 1, true)
    const body = item.text.startsWith(item.title) ? item.text.slice(item.title.length) : item.text
    const text = withoutDateline(body)
    this.#readText(text.slice(0, this.#settings.leadCharacters), this.#settings.leadWeight, false)
    for (const id of item.entityIds) this.#readEntity(id, this.#salienceOf(id))
    const weights = this.#tally.weights()
    return {
      weights,
      named: this.#named,
      names: this.#names,
      entities: this.#entities,
      figures: this.#figures,
      mentions: [...this.#mentions.values()],
      versions: this.#versions,
      ...(this.#words && { translated: this.#translatedWeights(weights) }),
    }
  }

  #readText(raw: string, weight: number, isTitle: boolean): void {
    if (raw === '' || weight <= 0) return
    const text = plainWords(raw)
    const tokens = this.#tokens
    tokens.set(text)
    const isHeadline = isTitle && tokens.isHeadlineCase
    // Sentences begin with a capital; those written without spaces don't.
    let mayBeName = tokens.hasUnspaced && UNSPACED.test(text)
    let before: Before | undefined
    while (tokens.next()) {
      const { kind, start, end } = tokens
      if (kind === 'unspaced') this.#readUnspaced(tokens.text, weight)
      else if (kind === 'number') {
        const family = before !== undefined && start - before.end <= 1 ? before : undefined
        this.#readNumber(tokens.text, text.slice(end, end + 12), family, weight, isTitle)
      } else {
        const { isCapital, isAcronym } = tokens
        const isName = isAcronym || (mayBeName && !isHeadline && isCapital)
        // In `T10` and `T9` the letter is part of the code: alone it would make the two alike.
        const isCode = end - start === 1 && tokens.isBeforeDigit
        const word = this.#readWord(tokens, isCode ? 0 : weight, isName && !isCode)
        // Only the word right before a number is needed.
        before = tokens.isNearDigit ? { end, isCapital, word: word ?? compared(bareWord(tokens.text)) } : undefined
      }
      mayBeName = true
    }
  }

  #readEntity(id: string, salience: 1 | 2 | 3): void {
    const term = termNumber(ENTITY, id)
    this.#add(term, this.#settings[`salience${salience}Weight`], 'entity', id)
    this.#entities.add(term)
    if (salience > 1) this.#names.add(term)
  }

  /** Adds a term; it is named once, as first written. */
  #add(term: number, weight: number, kind?: NamedTerm['kind'], text = ''): void {
    if (weight > 0 && this.#tally.add(term, weight) && kind !== undefined) this.#named.push({ term, kind, text })
  }

  /**
   * Reads a word.
   *
   * @returns the word as compared; undefined for a plain one, of which no string is needed
   */
  #readWord(tokens: TokenReader, weight: number, isName: boolean): string | undefined {
    const strength = isName ? weight * this.#settings.nameWeight : weight
    if (tokens.isPlain && this.#words === undefined) {
      this.#readPlainWord(tokens, weight, strength, isName)
      return undefined
    }
    const bare = bareWord(tokens.text)
    const word = compared(bare)
    if (word === '') return word
    const term = termNumber(WORD, word.slice(0, this.#settings.prefixLetters))
    this.#add(term, strength, 'word', bare)
    if (isName) this.#names.add(term)
    if (this.#words !== undefined) this.#translate(bare, strength, isName, term)
    if (word.length > this.#settings.prefixLetters)
      this.#add(wholeWordNumber(word), weight * this.#settings.wholeWeight)
    return word
  }

  /**
   * Reads a word of A–Z and a–z from the units of the text: most words are such, and making strings of them would cost as much as
   * all the rest.
   */
  #readPlainWord(tokens: TokenReader, weight: number, strength: number, isName: boolean): void {
    const { units, start } = tokens
    const { prefixLetters, wholeWeight } = this.#settings
    const end = Math.min(tokens.end, start + MAX_WORD_LENGTH)
    const term = plainWordNumber(units, start, Math.min(end, start + prefixLetters))
    if (strength > 0 && this.#tally.add(term, strength)) this.#named.push({ term, kind: 'word', text: tokens.text })
    if (isName) this.#names.add(term)
    if (end - start > prefixLetters) this.#add(plainWholeNumber(units, start, end), weight * wholeWeight)
  }

  /**
   * Adds the translations of a word.
   *
   * @param own the word's own term, which is added for names and for words without a translation: they may occur in other languages
   *   as they are
   */
  #translate(word: string, weight: number, isName: boolean, own?: number): void {
    const english = this.#words!.meaningOf(word.toLowerCase())
    if (own !== undefined && (isName || english === undefined)) {
      const isShared = isName || this.#words!.latinIsForeign
      const ownWeight = isShared ? weight : weight * this.#settings.untranslatedWeight
      this.#translated.add(own, ownWeight)
      const spelt = otherSpelling(word.toLowerCase())?.slice(0, this.#settings.prefixLetters)
      if (spelt !== undefined && termNumber(WORD, spelt) !== own)
        this.#translated.add(termNumber(WORD, spelt), ownWeight)
    }
    for (const meaning of english ?? []) {
      const term = termNumber(WORD, meaning.slice(0, this.#settings.prefixLetters))
      const isNew = this.#translated.add(term, weight / Math.sqrt(english!.length))
      if (isNew) this.#meanings.push({ term, word, english: meaning })
    }
  }

  /**
   * Translates the words of a run without spaces, the longest first; of a Korean run only the word it begins with, as particles
   * follow.
   */
  #translateRun(run: string, weight: number): void {
    for (let at = 0; at < run.length; ) {
      const word = this.#words!.longestAt(run, at)
      if (word !== undefined) this.#translate(word, weight, false)
      if (HANGUL.test(run)) return
      at += word?.length ?? 1
    }
  }

  #translatedWeights({ terms, weights }: TermWeights): TranslatedWeights {
    for (const [place, term] of terms.entries()) {
      if (this.#entities.has(term) || this.#numbers.has(term)) this.#translated.add(term, weights[place]!)
    }
    return { weights: this.#translated.weights(), meanings: this.#meanings }
  }

  /** Reads pairs of characters, Chinese ones simplified; a lone character counts half. */
  #readUnspaced(run: string, weight: number): void {
    const characters = charactersOf(run)
    if (this.#words !== undefined) this.#translateRun(characters.join(''), weight)
    if (characters.length === 1) this.#add(termNumber(PAIR, characters[0]!), weight / 2)
    for (let start = 0; start + 1 < characters.length; start++) {
      const text = characters[start]! + characters[start + 1]!
      const term = termNumber(PAIR, text)
      this.#add(term, weight, 'word', text)
    }
  }

  #readNumber(digits: string, after: string, before: Before | undefined, weight: number, isTitle: boolean): void {
    const amount = readAmount(digits, after.toLowerCase())
    if (amount === undefined) return
    const value = termNumber(AMOUNT, amount.text)
    if (before !== undefined && !amount.hasUnit) {
      const term = termNumber(VERSION, `${before.word} ${digits}`)
      this.#add(term, weight * this.#settings.versionWeight, 'number', `${before.word} ${digits}`)
      this.#numbers.add(term)
      const family = termNumber(WORD, before.word.slice(0, this.#settings.prefixLetters))
      this.#mentions.set(term, [family, term, value])
      if (before.isCapital) this.#figures.add(term)
      if (isTitle && before.isCapital && !this.#versions.has(family)) this.#versions.set(family, term)
    }
    if (isYear(digits) && !amount.hasUnit) return
    const text = `${digits}${after.slice(0, amount.length)}`.trim()
    this.#add(value, weight, 'number', text)
    this.#numbers.add(value)
    if (amount.hasUnit || amount.text.length >= MIN_TELLING_DIGITS) this.#figures.add(value)
  }
}

/** Returns the characters that a run is compared by, Chinese ones simplified, Thai ones with their marks. */
function charactersOf(run: string): readonly string[] {
  if (HANGUL.test(run)) return [...run]
  return isSouthEastAsian(run) ? markedCharacters(run) : Array.from(run, toSimplified)
}

/** Returns the form in which a word is compared: one spelling for all scripts that are written letter by letter. */
function compared(bare: string): string {
  return romanise(bare.toLowerCase()).slice(0, MAX_WORD_LENGTH)
}

/** The word right before a number. */
interface Before {
  readonly end: number
  readonly word: string
  readonly isCapital: boolean
}
