import { toSimplified } from './traditional-to-simplified.ts'

/** The unit in place of a link that was cut out; no name may span it. */
export const CUT = 0

/** Sentinels of the unit table, which are not folded units. */
const UNKNOWN = 0
const COMPLEX = 1
const ATTACHES = 2
const IGNORED = 3
const LAST_SENTINEL = IGNORED

/** Matches combining marks, and the vowels and finals that Hangul syllables are composed of. */
const ATTACHING = /^[\p{M}\u1160-\u11ff]/u
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u
/** Maximum length of a character with its marks. No script has more; the rest is dropped, which keeps folding linear. */
const MAX_SEGMENT_UNITS = 48

/** Size to which larger buffers shrink before the next text that needs no more: one huge text must not keep its memory. */
export const KEPT_UNITS = 1 << 18

/** What each UTF-16 unit folds to by itself; filled lazily, which costs nothing at start-up. */
const unitTable = new Uint16Array(0x10000)

/**
 * A text normalised for the comparison of names: NFKC, Traditional to Simplified character by character, lower case,
 * without invisible characters, with one kind of apostrophe. Unit `i` comes from `text.slice(starts[i], ends[i])`.
 * Each `fold` reuses the buffers.
 */
export class FoldedText {
  units = new Uint16Array(4096)
  starts = new Int32Array(4096)
  ends = new Int32Array(4096)
  length = 0
  text = ''
  /** The same memory as `units`. */
  #bytes = Buffer.from(this.units.buffer)

  /** @param cuts ranges of `text` to leave out, ascending, without overlap; each becomes one `CUT` unit */
  fold(text: string, cuts: readonly (readonly [start: number, end: number])[] = []): this {
    this.text = text
    this.length = 0
    if (this.units.length > KEPT_UNITS && text.length <= KEPT_UNITS) this.#resize(KEPT_UNITS)
    let position = 0
    for (const [start, end] of cuts) {
      this.#foldRange(position, start)
      this.#push(CUT, start, end)
      position = end
    }
    this.#foldRange(position, text.length)
    return this
  }

  /** Folded units as a string; all of them by default. */
  slice(start = 0, end = this.length): string {
    return this.#bytes.toString('utf16le', start * 2, end * 2)
  }

  #foldRange(from: number, to: number): void {
    const { text } = this
    this.#reserve(this.length + to - from)
    const rangeStart = this.length
    let position = from
    while (position < to) {
      const code = text.charCodeAt(position)
      let unit = unitTable[code]!
      if (unit === UNKNOWN) {
        unit = foldUnit(code)
        unitTable[code] = unit
      }
      if (unit > LAST_SENTINEL) {
        this.units[this.length] = unit
        this.starts[this.length] = position
        this.ends[this.length++] = ++position
      } else if (unit === IGNORED) {
        position++
      } else {
        position = this.#foldSegment(position, to, rangeStart)
        this.#reserve(this.length + to - position)
      }
    }
  }

  /** Folds a character that does not fold to one unit by itself, with all its marks. @returns where the next one starts */
  #foldSegment(position: number, to: number, rangeStart: number): number {
    const { text } = this
    let start = position
    if (attachesAt(text, position) && this.length > rangeStart) {
      start = this.starts[this.length - 1]!
      while (this.length > rangeStart && this.starts[this.length - 1]! === start) this.length--
    }
    let next = position + widthAt(text, position)
    let end = next
    while (next < to && attachesAt(text, next)) {
      const isSeen = !IGNORABLE.test(String.fromCodePoint(text.codePointAt(next)!))
      next += widthAt(text, next)
      if (isSeen) end = next
    }
    const folded = foldNormalised(text.slice(start, Math.min(end, start + MAX_SEGMENT_UNITS)).normalize('NFKC'))
    for (let i = 0; i < folded.length; i++) this.#push(folded.charCodeAt(i), start, end)
    return next
  }

  #push(unit: number, start: number, end: number): void {
    this.#reserve(this.length + 1)
    this.units[this.length] = unit
    this.starts[this.length] = start
    this.ends[this.length++] = end
  }

  #reserve(length: number): void {
    if (length > this.units.length) this.#resize(Math.max(length, this.units.length * 2))
  }

  #resize(size: number): void {
    const { units, starts, ends, length } = this
    this.units = new Uint16Array(size)
    this.units.set(units.subarray(0, length))
    this.#bytes = Buffer.from(this.units.buffer)
    this.starts = new Int32Array(size)
    this.starts.set(starts.subarray(0, length))
    this.ends = new Int32Array(size)
    this.ends.set(ends.subarray(0, length))
  }
}

function foldUnit(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return COMPLEX
  const character = String.fromCharCode(code)
  if (IGNORABLE.test(character)) return IGNORED
  const normalised = character.normalize('NFKC')
  if (ATTACHING.test(normalised)) return ATTACHES
  const folded = foldNormalised(normalised)
  return folded.length === 1 ? folded.charCodeAt(0) : COMPLEX
}

function foldNormalised(normalised: string): string {
  let folded = ''
  for (const character of normalised) {
    if (character < ' ') folded += character === '\t' ? ' ' : '\n'
    else if (character === '’' || character === '‘' || character === 'ʼ') folded += "'"
    else if (character === 'ς') folded += 'σ'
    else if (!IGNORABLE.test(character)) folded += toSimplified(character.toLowerCase())
  }
  return folded
}

function widthAt(text: string, position: number): number {
  return text.codePointAt(position)! > 0xffff ? 2 : 1
}

/** Whether a character belongs to the one before it: it is a mark or invisible. */
function attachesAt(text: string, position: number): boolean {
  const code = text.charCodeAt(position)
  if (code < 0x80) return false
  const character = String.fromCodePoint(text.codePointAt(position)!)
  return IGNORABLE.test(character) || ATTACHING.test(character.normalize('NFKC'))
}
