import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { ENDS, type LanguageNgrams, NgramTable, ngramHash, STARTS } from './ngram-table.ts'

/** Reading ends with the word that exceeds this many bytes … */
const MAX_BYTES = 350
/** … or at this many. */
const MAX_BYTES_OF_LAST_WORD = 380
/** Only this many bytes of a longer word are read. */
const MAX_WORD_BYTES = 70
/** Constant that eld's data subtract from every weight. */
const LEAST_WEIGHT = 53
/** Maps a mean weight into (0, 1) by mean / (mean + SCALE), as eld does. */
const SCALE = 25
/** Slots of the hash set of one text's n-grams, of which there are at most 400. */
const SEEN_SLOTS = 1_024

let scorer: LanguageScorer | undefined

/**
 * Scores how well a text fits each of the 60 languages that eld knows, best first, each in (0, 1). Languages without a match are
 * left out; a text without letters gives none. Codes are ISO 639-1, Norwegian as `nb`. The first call loads the n-grams (4.5 MB of
 * source, 6 MB in memory) in about 80 ms. The smallest set that eld recommends scores 0.3 points less on sentences, 0.5 on headlines.
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
 * Computes the scores of eld 2 from its n-grams, with sums in typed arrays. A test compares them with eld's own. eld takes several
 * times as long, because it builds an object for every text's n-grams and a string for every four bytes.
 */
class LanguageScorer {
  readonly #table: NgramTable
  readonly #codes: readonly string[]
  readonly #sums: Float64Array
  readonly #word = new Uint8Array(MAX_BYTES_OF_LAST_WORD + 4)
  readonly #seenBytes = new Uint32Array(SEEN_SLOTS)
  /** Number of the text in which a slot was last filled, times four, plus the edge flags of its n-gram. */
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

  /** Splits the text into words: runs of letters, with apostrophes right before a letter or the end (`don't`, `l’eau`). */
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
        // A run of other characters counts as one space, but not before the first word.
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

  /** Adds the four bytes at every third position, and the last four. */
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
    // For a longer word eld makes one n-gram of all the rest, which matches no language; 0 stands for it.
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

/** Whether only apostrophes separate `at` from the next letter or the end. */
function endsRun(text: string, at: number, lower: Uint16Array): boolean {
  let next = at + 1
  while (next < text.length && isApostrophe(text.charCodeAt(next))) next++
  return next === text.length || lower[text.charCodeAt(next)] !== 0
}

let lowerCodes: Uint16Array | undefined

/** Returns the lower-case code of each letter of the Basic Multilingual Plane; 0 for everything else. */
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
