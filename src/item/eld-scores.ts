import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { ENDS, type LanguageNgrams, NgramTable, ngramHash, STARTS } from './ngram-table.ts'

/** Reading ends with the word in which this many bytes are passed … */
const MAX_BYTES = 350
/** … or at this many. */
const MAX_BYTES_OF_LAST_WORD = 380
/** Of a longer word only the beginning is read. */
const MAX_WORD_BYTES = 70
/** eld's data leave this out of every weight. */
const LEAST_WEIGHT = 53
/** Brings a mean weight into (0, 1), as eld does. */
const SCALE = 25
/** Room to remember the n-grams of one text, of which there are at most 400. */
const SEEN_SLOTS = 1_024

let scorer: LanguageScorer | undefined

/**
 * How well a text fits each of the 60 languages that eld knows, best first, each in (0, 1); empty for a text without
 * letters. ISO 639-1 codes, Norwegian as `nb`. The n-grams (4.5 MB of source, 3 MB as kept) are read at the first call, which
 * takes about 80 ms; the smallest set that eld recommends scores .3 points less on sentences, .5 on headlines.
 */
export function eldScores(text: string): readonly (readonly [language: string, score: number])[] {
  scorer ??= new LanguageScorer(loadNgrams())
  return scorer.scores(text)
}

function loadNgrams(): LanguageNgrams {
  const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.resolve('eld')))
  // The package exports `import` only; Node ≥ 20.19 requires ES modules, given their file.
  const { dictionary } = createRequire(import.meta.url)(fileOf('../dictionary.js')) as { dictionary: readonly string[] }
  return NgramTable.read(readFileSync(fileOf('../ngrams/large.js'), 'utf8'), dictionary)
}

/**
 * The measure of eld 2 over its own n-grams, with sums in typed arrays: a test holds the scores against eld's, which takes
 * several times as long, for it makes an object of every text's n-grams and a string of every four bytes.
 */
class LanguageScorer {
  readonly #table: NgramTable
  readonly #codes: readonly string[]
  readonly #sums: Float64Array
  readonly #word = new Uint8Array(MAX_BYTES_OF_LAST_WORD + 4)
  readonly #seenBytes = new Uint32Array(SEEN_SLOTS)
  /** The text in which a slot was last filled, times four, plus the edges of its n-gram. */
  readonly #seenIn = new Float64Array(SEEN_SLOTS)
  #text = 0
  #ngrams = 0

  constructor({ languages, table }: LanguageNgrams) {
    this.#table = table
    this.#codes = languages.map((language) => (language === 'no' ? 'nb' : language))
    this.#sums = new Float64Array(languages.length)
  }

  scores(text: string): [language: string, score: number][] {
    this.#text++
    this.#ngrams = 0
    this.#sums.fill(0)
    this.#addWords(text)
    const scores: [string, number][] = []
    for (let number = 0; number < this.#codes.length; number++) {
      const sum = this.#sums[number]!
      if (sum === 0) continue
      const mean = sum / this.#ngrams
      scores.push([this.#codes[number]!, mean / (mean + SCALE)])
    }
    return scores.sort(byScore)
  }

  /** Words are runs of letters; apostrophes right before a letter or the end belong to them (`don't`, `l’eau`). */
  #addWords(text: string): void {
    const lower = lowerCase()
    const word = this.#word
    let length = 0
    let bytes = 0
    for (let at = 0; at < text.length && bytes <= MAX_BYTES_OF_LAST_WORD; at++) {
      const written = text.charCodeAt(at)
      const code = lower[written]! || (isApostrophe(written) && endsRun(text, at, lower) ? written : 0)
      if (code === 0) {
        if (length > 0) {
          this.#addWord(length)
          length = 0
          if (bytes > MAX_BYTES) return
        }
        // A run of other characters counts as one space; those before the first word as none.
        if (bytes > 0 && at > 0 && lower[text.charCodeAt(at - 1)] !== 0) bytes++
        continue
      }
      if (code < 0x80) word[length++] = code
      else if (code < 0x800) {
        word[length++] = 0xc0 | (code >> 6)
        word[length++] = 0x80 | (code & 0x3f)
      } else {
        word[length++] = 0xe0 | (code >> 12)
        word[length++] = 0x80 | ((code >> 6) & 0x3f)
        word[length++] = 0x80 | (code & 0x3f)
      }
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3
    }
    if (length > 0) this.#addWord(length)
  }

  /** Every third run of four bytes, and the last four. */
  #addWord(length: number): void {
    const word = this.#word
    const read = Math.min(length, MAX_WORD_BYTES)
    let at = 0
    for (; at + 4 < read; at += 3) {
      this.#addNgram(
        word[at]! | (word[at + 1]! << 8) | (word[at + 2]! << 16) | (word[at + 3]! << 24),
        at === 0 ? STARTS : 0,
      )
    }
    let last = 0
    if (length <= MAX_WORD_BYTES) {
      const from = Math.max(0, read - 4)
      for (let byte = from; byte < read; byte++) last |= word[byte]! << (8 * (byte - from))
    }
    // Of a longer word eld takes all that is left for one n-gram, which no language knows: 0 stands for it.
    this.#addNgram(last, (at === 0 ? STARTS : 0) | ENDS)
  }

  #addNgram(signed: number, edges: number): void {
    const bytes = signed >>> 0
    const mark = this.#text * 4 + edges
    let slot = ngramHash(bytes, edges) & (SEEN_SLOTS - 1)
    while (this.#seenIn[slot]! >= this.#text * 4) {
      if (this.#seenIn[slot] === mark && this.#seenBytes[slot] === bytes) return
      slot = (slot + 1) & (SEEN_SLOTS - 1)
    }
    this.#seenIn[slot] = mark
    this.#seenBytes[slot] = bytes
    this.#ngrams++
    const place = this.#table.find(bytes, edges)
    if (place < 0) return
    const { weights } = this.#table
    const end = place + 1 + 2 * weights[place]!
    for (let of = place + 1; of < end; of += 2) this.#sums[weights[of]!]! += weights[of + 1]! + LEAST_WEIGHT
  }
}

function byScore(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1]
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x60 || code === 0x2019
}

/** Whether only apostrophes stand between `at` and the next letter, or the end. */
function endsRun(text: string, at: number, lower: Uint16Array): boolean {
  let next = at + 1
  while (next < text.length && isApostrophe(text.charCodeAt(next))) next++
  return next === text.length || lower[text.charCodeAt(next)] !== 0
}

let lowerCodes: Uint16Array | undefined

/** The lower case of each letter of the basic plane; 0 for all that is no letter. */
function lowerCase(): Uint16Array {
  if (lowerCodes !== undefined) return lowerCodes
  lowerCodes = new Uint16Array(0x10000)
  const letter = /^\p{L}$/u
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code)
    if (letter.test(character)) lowerCodes[code] = character.toLowerCase().charCodeAt(0)
  }
  return lowerCodes
}
