import { toSimplified } from '../entity/traditional-to-simplified.ts'
import { readAmount } from './amounts.ts'
import type { ClusterSettings } from './cluster-settings.ts'
import { romanise } from './romanise.ts'
import { AMOUNT, ENTITY, gramNumber, PAIR, termNumber, VERSION, WORD } from './term-hash.ts'
import type { ClusterInput } from './types.ts'

/** A term as a reader would write it, for receipts. */
export interface NamedTerm {
  readonly term: number
  readonly kind: 'word' | 'number' | 'entity'
  readonly text: string
}

/** What an item says, before it is known how rare each term is. */
export interface ItemTerms {
  /** Weight by term: how often and where it stands, grams included. */
  readonly weights: ReadonlyMap<number, number>
  /** Terms other than grams, each once. */
  readonly named: readonly NamedTerm[]
}

/** How well an entity tells events apart: 1 too common, 2 useful, 3 strong. */
export type SalienceOf = (entityId: string) => 1 | 2 | 3

/** Longer titles are texts: posts, bullets. */
const MAX_TITLE_LENGTH = 600
/** Words longer than this are addresses or noise. */
const MAX_WORD_LENGTH = 40

const ADDRESS = /(?:https?:\/\/|www\.)\S{1,2000}/gi
const TOKEN =
  /(?<han>[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]+)|(?<number>\d+(?:[.,]\d+)*)|(?<word>[\p{L}\p{M}][\p{L}\p{M}'’]*)/gu
const HANGUL = /[\uac00-\ud7a3]/
const POSSESSIVE = /['’]s?$/
const ELISION = /^(?:[cdjlmnst]|qu|dell|nell|all|sull)['’](?=\p{L}{2})/iu
const CAMEL_TAG = /#[\p{L}\p{N}_]{1,100}/gu
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|_/gu

/** Reads title, lead and entities of an item into weighted terms. Linear in the length read. */
export function readItemTerms(item: ClusterInput, settings: ClusterSettings, salienceOf: SalienceOf): ItemTerms {
  const reader = new TermReader(settings)
  reader.read(item.title.slice(0, MAX_TITLE_LENGTH), 1, true)
  const lead = leadOf(item, settings.leadCharacters)
  if (lead !== '') reader.read(lead, settings.leadWeight, false)
  for (const id of item.entityIds) {
    const weight = settings[`salience${salienceOf(id)}Weight`]
    if (weight > 0) reader.add(termNumber(ENTITY, id), weight, 'entity', id)
  }
  return reader.terms()
}

/** The start of the text, without the title that feeds repeat there. */
function leadOf(item: ClusterInput, length: number): string {
  const text = item.text.startsWith(item.title) ? item.text.slice(item.title.length) : item.text
  return text.slice(0, length)
}

class TermReader {
  readonly #settings: ClusterSettings
  /** Sum of weights, and the greatest: a term said again adds by the logarithm. */
  readonly #sums = new Map<number, number>()
  readonly #greatest = new Map<number, number>()
  readonly #named = new Map<number, NamedTerm>()

  constructor(settings: ClusterSettings) {
    this.#settings = settings
  }

  read(raw: string, weight: number, isTitle: boolean): void {
    const text = plainWords(raw)
    const isTitleCase = isTitle && isHeadlineCase(text)
    let before: { readonly end: number; readonly word: string } | undefined
    let isFirst = true
    for (const match of text.matchAll(TOKEN)) {
      const { han, number, word } = match.groups!
      const start = match.index
      const end = start + match[0].length
      if (han !== undefined) this.#readHan(han, weight)
      else if (number !== undefined) {
        const family = before !== undefined && start - before.end <= 1 && text[before.end] !== ',' ? before.word : ''
        this.#readNumber(number, text.slice(end, end + 12), family, weight)
      } else if (word !== undefined) {
        const isName = !isTitleCase && !isFirst ? isCapital(word) : isAcronym(word)
        const lower = this.#readWord(word, isName ? weight * this.#settings.nameWeight : weight, weight)
        before = { end, word: lower }
      }
      isFirst = false
    }
  }

  add(term: number, weight: number, kind?: NamedTerm['kind'], text = ''): void {
    this.#sums.set(term, (this.#sums.get(term) ?? 0) + weight)
    const greatest = this.#greatest.get(term)
    if (greatest === undefined || weight > greatest) this.#greatest.set(term, weight)
    if (kind !== undefined && greatest === undefined) this.#named.set(term, { term, kind, text })
  }

  terms(): ItemTerms {
    const weights = new Map<number, number>()
    for (const [term, sum] of this.#sums) {
      const greatest = this.#greatest.get(term)!
      weights.set(term, greatest * (1 + Math.log(sum / greatest)))
    }
    return { weights, named: [...this.#named.values()] }
  }

  /** @returns the word as compared */
  #readWord(written: string, weight: number, gramBase: number): string {
    const lower = romanise(written.replace(POSSESSIVE, '').replace(ELISION, '').toLowerCase()).slice(0, MAX_WORD_LENGTH)
    if (lower.length === 0) return lower
    this.add(termNumber(WORD, lower.slice(0, this.#settings.prefixLetters)), weight, 'word', written)
    this.#readGrams(`_${lower}_`, gramBase)
    return lower
  }

  #readGrams(word: string, weight: number): void {
    const size = this.#settings.gramLetters
    const count = word.length - size + 1
    if (count < 1) return
    const each = (weight * this.#settings.gramWeight) / Math.sqrt(count)
    for (let start = 0; start < count; start++) this.add(gramNumber(word, start, start + size), each)
  }

  /** Pairs of characters; a lone character counts itself. Hangul words are cut like any other, since particles follow. */
  #readHan(run: string, weight: number): void {
    const characters = HANGUL.test(run) ? [...run] : Array.from(run, toSimplified)
    if (characters.length === 1) this.add(termNumber(PAIR, characters[0]!), weight * 0.5, 'word', run)
    for (let start = 0; start + 1 < characters.length; start++) {
      const pair = characters[start]! + characters[start + 1]!
      this.add(termNumber(PAIR, pair), weight, 'word', pair)
    }
  }

  #readNumber(digits: string, after: string, family: string, weight: number): void {
    const amount = readAmount(digits, after.toLowerCase())
    if (amount === undefined) return
    if (family !== '' && !amount.text.endsWith('%')) {
      this.add(
        termNumber(VERSION, `${family}${digits}`),
        weight * this.#settings.versionWeight,
        'number',
        `${family} ${digits}`,
      )
    }
    if (isYear(digits) && !amount.hasUnit) return
    this.add(termNumber(AMOUNT, amount.text), weight, 'number', `${digits}${after.slice(0, amount.length)}`.trim())
  }
}

/** NFKC, without addresses and vowel signs of Arabic; hashtags as the words they are made of. */
function plainWords(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(ADDRESS, ' ')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(CAMEL_TAG, (tag) => ` ${tag.slice(1).replace(HUMP, ' ')} `)
}

/** Whether capitals say nothing about names: over 70 % of the words longer than three letters begin with one. */
function isHeadlineCase(text: string): boolean {
  let long = 0
  let capital = 0
  for (const [word] of text.matchAll(/\p{L}{4,}/gu)) {
    long++
    if (isCapital(word)) capital++
  }
  return capital > 0.7 * long
}

function isCapital(word: string): boolean {
  const first = word[0]!
  return first !== first.toLowerCase()
}

function isAcronym(word: string): boolean {
  return word.length > 1 && isCapital(word) && word === word.toUpperCase()
}

/** Years date everything alike. */
function isYear(digits: string): boolean {
  return /^20[1-3]\d$/.test(digits)
}
