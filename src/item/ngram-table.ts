/** The n-grams used to identify languages, each with its weight per language. */
export interface LanguageNgrams {
  /** ISO 639-1 codes, indexed by the numbers in `table.weights`. */
  readonly languages: readonly string[]
  readonly table: NgramTable
}

const LANGUAGE = /(\d+):'([a-z]{2})'/g
const SPACE = 0x20
const QUOTE = 0x27
const BACKSLASH = 0x5c
const COLON = 0x3a
const CLOSE = 0x7d

/** Flag: the n-gram begins a word. */
export const STARTS = 1
/** Flag: the n-gram ends a word. */
export const ENDS = 2
/** Flag: the slot holds an n-gram. */
const TAKEN = 4

/**
 * Hash table in typed arrays from n-grams (up to four UTF-8 bytes of a word) to their weights by language. It takes 6 MB. As the
 * objects of eld's own module, the same data take 47 MB, and 60 MB more while V8 parses them.
 */
export class NgramTable {
  /** Up to four bytes of an n-gram, little-endian. */
  readonly #keys: Uint32Array
  /** Combination of `STARTS`, `ENDS` and `TAKEN`; 0 for an empty slot. */
  readonly #edges: Uint8Array
  /** Offset in `weights` of each slot's list. */
  readonly #places: Uint32Array
  /** Lists, each a count of languages followed by the number and weight of every one. */
  readonly weights: Uint8Array
  readonly #mask: number

  private constructor({ keys, edges, places, weights }: EntryLists) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, keys.length * 2)))
    this.#mask = slots - 1
    this.#keys = new Uint32Array(slots)
    this.#edges = new Uint8Array(slots)
    this.#places = new Uint32Array(slots)
    this.weights = Uint8Array.from(weights)
    for (let entry = 0; entry < keys.length; entry++) {
      let slot = ngramHash(keys[entry]!, edges[entry]!) & this.#mask
      while (this.#edges[slot] !== 0) slot = (slot + 1) & this.#mask
      this.#keys[slot] = keys[entry]!
      this.#edges[slot] = edges[entry]! | TAKEN
      this.#places[slot] = places[entry]!
    }
  }

  /**
   * Reads the source text of an n-gram module of eld 2.
   *
   * @param alphabet the character that the module writes for each byte value
   * @throws RangeError if the text is not such a module
   */
  static read(source: string, alphabet: readonly string[]): LanguageNgrams {
    const start = source.indexOf('ngrams:{')
    if (start < 0) throw new RangeError('This is no n-gram module of eld: it has no "ngrams".')
    const languages: string[] = []
    for (const [, number, code] of source.slice(0, start).matchAll(LANGUAGE)) languages[Number(number)] = code!
    return { languages, table: new NgramTable(readEntries(source, start + 'ngrams:{'.length, alphabet)) }
  }

  get size(): number {
    return this.#edges.reduce((taken, edges) => taken + Number(edges !== 0), 0)
  }

  /** @returns the offset in `weights` of the n-gram's list; -1 for an unknown n-gram */
  find(bytes: number, edges: number): number {
    const keys = this.#keys
    const taken = this.#edges
    let slot = ngramHash(bytes, edges) & this.#mask
    for (;;) {
      const found = taken[slot]!
      if (found === 0) return -1
      if (found === (edges | TAKEN) && keys[slot] === bytes) return this.#places[slot]!
      slot = (slot + 1) & this.#mask
    }
  }
}

interface EntryLists {
  readonly keys: number[]
  readonly edges: number[]
  readonly places: number[]
  readonly weights: number[]
}

/** Parses `abcd:{0:90,11:3},' the':{…}` character by character; matching a pattern would take ten times the memory. */
function readEntries(source: string, start: number, alphabet: readonly string[]): EntryLists {
  const byteOf = new Uint8Array(0x10000)
  for (const [byte, character] of alphabet.entries()) if (character !== ' ') byteOf[character.charCodeAt(0)] = byte
  const lists: EntryLists = { keys: [], edges: [], places: [], weights: [] }
  let at = start
  while (at < source.length && source.charCodeAt(at) !== CLOSE) {
    const quoted = source.charCodeAt(at) === QUOTE
    if (quoted) at++
    let edges = 0
    let bytes = 0
    let length = 0
    for (; source.charCodeAt(at) !== (quoted ? QUOTE : COLON) && at < source.length; at++) {
      if (source.charCodeAt(at) === BACKSLASH) at++
      const code = source.charCodeAt(at)
      if (code === SPACE) edges |= length === 0 ? STARTS : ENDS
      else bytes |= byteOf[code]! << (8 * length++)
    }
    at += quoted ? 3 : 2
    lists.keys.push(bytes >>> 0)
    lists.edges.push(edges)
    lists.places.push(lists.weights.length)
    at = readWeights(source, at, lists.weights) + 1
    if (source[at] === ',') at++
  }
  return lists
}

/** @returns the index of the brace that closes the list */
function readWeights(source: string, start: number, weights: number[]): number {
  const place = weights.push(0) - 1
  let number = 0
  let at = start
  for (; at < source.length; at++) {
    const digit = source.charCodeAt(at) - 0x30
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit
      continue
    }
    weights.push(number)
    number = 0
    if (source.charCodeAt(at) === CLOSE) break
  }
  weights[place] = (weights.length - place - 1) / 2
  return at
}

/** Mixes the bytes so that neighbouring n-grams fall far apart. */
export function ngramHash(bytes: number, edges: number): number {
  let hash = Math.imul(bytes ^ (edges << 13), 0x9e3779b1)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca77)
  return (hash ^ (hash >>> 13)) >>> 0
}
