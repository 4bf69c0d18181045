import { FoldedText } from './folded-text.ts'
import { asOneWord, casedLetters } from './name-form.ts'
import { TokenTrie } from './token-trie.ts'
import { Tokens } from './tokens.ts'
import type { Entity } from './types.ts'
import { Vocabulary } from './vocabulary.ts'

/** One reading of a name. */
export interface Reading {
  readonly entityId: string
  /** Counts only with a context word near. */
  readonly isAmbiguous: boolean
  /** The cased letters that the text must have; undefined where case doesn't matter. */
  readonly casedLetters?: string
  /** `GPTs` may stand for `GPT`. */
  readonly allowsPlural: boolean
  /** Takes a version number that follows. */
  readonly isVersioned: boolean
}

/** All that a written form can mean. */
export interface Readings {
  readonly names: Reading[]
  /** A phrase in which some entity's alias is not that entity. */
  isExcept: boolean
}

/** The names of all entities, ready to be looked up. */
export interface NameIndex {
  readonly vocabulary: Vocabulary
  readonly trie: TokenTrie
  /** By trie node. */
  readonly readings: readonly (Readings | undefined)[]
  /** Latin names as one word: parts of a CamelCase hashtag. */
  readonly oneWord: ReadonlyMap<string, Readings>
  /** Whole hashtags, folded. */
  readonly tags: ReadonlyMap<string, Readings>
}

/** Hashtags are cut at humps only where their parts are written in these. */
const TAG_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}0-9]{2,}$/u

export function buildNameIndex(entities: readonly Entity[]): NameIndex {
  const builder = new NameIndexBuilder()
  for (const entity of entities) builder.addEntity(entity)
  return builder
}

class NameIndexBuilder implements NameIndex {
  readonly vocabulary = new Vocabulary()
  readonly trie = new TokenTrie()
  readonly readings: (Readings | undefined)[] = []
  readonly oneWord = new Map<string, Readings>()
  readonly tags = new Map<string, Readings>()
  readonly #folded = new FoldedText()
  readonly #tokens = new Tokens()

  addEntity(entity: Entity): void {
    const ambiguous = new Set(entity.ambiguous.map((alias) => this.#fold(alias)))
    const caseSensitive = new Set(entity.caseSensitive)
    for (const alias of distinctNames(entity)) {
      const folded = this.#fold(alias)
      const isAmbiguous = ambiguous.has(folded)
      const cased = caseSensitive.has(alias) ? casedLetters(alias) : undefined
      const reading: Reading = {
        entityId: entity.id,
        isAmbiguous,
        casedLetters: cased,
        // "Apples" and "Metas" are words again; "GPTs" and "TPUs" are not.
        allowsPlural: !isAmbiguous && (cased === undefined || cased === cased.toUpperCase()),
        isVersioned: entity.isVersioned,
      }
      addReading(this.#readingsOfPath(), reading)
      const word = asOneWord(folded)
      if (TAG_WORD.test(word)) addReading(readingsOf(this.oneWord, word), reading)
    }
    for (const phrase of entity.except) {
      const folded = this.#fold(phrase)
      this.#readingsOfPath().isExcept = true
      const word = asOneWord(folded)
      if (TAG_WORD.test(word)) readingsOf(this.oneWord, word).isExcept = true
    }
    for (const tag of entity.hashtags) {
      const reading = { entityId: entity.id, isAmbiguous: false, allowsPlural: false, isVersioned: false }
      addReading(readingsOf(this.tags, asOneWord(this.#fold(tag))), reading)
    }
  }

  #fold(alias: string): string {
    this.#folded.fold(alias)
    return this.#folded.slice(0, this.#folded.length)
  }

  /** Readings at the node of the name folded last. */
  #readingsOfPath(): Readings {
    const tokens = this.#tokens.learn(this.#folded, this.vocabulary)
    const node = this.trie.add(tokens.ids.subarray(0, tokens.length))
    const known = this.readings[node]
    if (known) return known
    const fresh: Readings = { names: [], isExcept: false }
    while (this.readings.length <= node) this.readings.push(undefined)
    this.readings[node] = fresh
    return fresh
  }
}

/** Every alias once, in whichever languages it stands. */
export function distinctNames(entity: Entity): Set<string> {
  const names = new Set<string>()
  for (const language in entity.names) for (const alias of entity.names[language]!) names.add(alias)
  return names
}

function readingsOf(index: Map<string, Readings>, key: string): Readings {
  const known = index.get(key)
  if (known) return known
  const fresh: Readings = { names: [], isExcept: false }
  index.set(key, fresh)
  return fresh
}

function addReading(readings: Readings, reading: Reading): void {
  const isKnown = readings.names.some(
    (known) => known.entityId === reading.entityId && known.casedLetters === reading.casedLetters,
  )
  if (!isKnown) readings.names.push(reading)
}
