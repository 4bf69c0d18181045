import { ALPHABETIC, characterClass, DIGIT, GAP, LATIN } from './character-class.ts'
import { type FoldedText, KEPT_UNITS } from './folded-text.ts'
import { NO_TOKEN, type Vocabulary } from './vocabulary.ts'

const POINT = 0x2e
const HASH = 0x23
const UNDERSCORE = 0x5f
const SMALL_S = 0x73

/**
 * The tokens of a folded text: a run of Latin letters, a run of Cyrillic or Greek letters, a number with its points,
 * or one other character. Gaps are no tokens. Positions are units of the folded text. The buffers are reused.
 */
export class Tokens {
  ids = new Int32Array(2048)
  /** The tokens of Latin words without their final `s`, if some name has them; else `NO_TOKEN`. */
  singulars = new Int32Array(2048)
  starts = new Int32Array(2048)
  ends = new Int32Array(2048)
  length = 0
  /** Spans of letters, digits and underscores after a `#`, as pairs of start and end. */
  readonly tags: number[] = []

  /** Tokenises a text to be searched; tokens that no name has are `NO_TOKEN`. */
  read(folded: FoldedText, vocabulary: Vocabulary): this {
    return this.#read(folded, vocabulary, false)
  }

  /** Tokenises a name; new tokens enter the vocabulary. */
  learn(folded: FoldedText, vocabulary: Vocabulary): this {
    return this.#read(folded, vocabulary, true)
  }

  #read(folded: FoldedText, vocabulary: Vocabulary, learns: boolean): this {
    const { units, length } = folded
    this.length = 0
    this.tags.length = 0
    this.#reserve(length)
    let start = 0
    while (start < length) {
      const first = units[start]!
      const kind = characterClass(first)
      if (kind === GAP) {
        start++
        continue
      }
      const end = tokenEnd(units, start, length, kind)
      const token = learns ? vocabulary.add(units, start, end) : vocabulary.find(units, start, end)
      const isPlural = kind === LATIN && end - start > 2 && units[end - 1] === SMALL_S
      const at = this.length++
      this.ids[at] = token
      this.singulars[at] = isPlural && !learns ? vocabulary.find(units, start, end - 1) : NO_TOKEN
      this.starts[at] = start
      this.ends[at] = end
      if (first === HASH) this.#noteTag(units, end, length)
      start = end
    }
    return this
  }

  #noteTag(units: Uint16Array, start: number, length: number): void {
    let end = start
    while (end < length && isTagUnit(units[end]!)) end++
    if (end > start) this.tags.push(start, end)
  }

  #reserve(length: number): void {
    const isTooLarge = this.ids.length > KEPT_UNITS && length <= KEPT_UNITS
    if (length <= this.ids.length && !isTooLarge) return
    const size = isTooLarge ? KEPT_UNITS : Math.max(length, this.ids.length * 2)
    this.ids = new Int32Array(size)
    this.singulars = new Int32Array(size)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
  }
}

function tokenEnd(units: Uint16Array, start: number, length: number, kind: number): number {
  let end = start + 1
  if (kind === LATIN || kind === ALPHABETIC) {
    while (end < length && characterClass(units[end]!) === kind) end++
  } else if (kind === DIGIT) {
    while (end < length) {
      if (characterClass(units[end]!) === DIGIT) end++
      else if (units[end] === POINT && end + 1 < length && characterClass(units[end + 1]!) === DIGIT) end += 2
      else break
    }
  } else if (isHighSurrogate(units[start]!) && end < length && isLowSurrogate(units[end]!)) {
    end++
  }
  return end
}

function isTagUnit(unit: number): boolean {
  const kind = characterClass(unit)
  return kind === LATIN || kind === ALPHABETIC || kind === DIGIT || unit === UNDERSCORE
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
