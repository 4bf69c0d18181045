import { FoldedText } from './folded-text.ts'
import { asOneWord, casedLetters } from './name-form.ts'
import { TokenTrie } from './token-trie.ts'
import { Tokens } from './tokens.ts'
import type { Entity } from './types.ts'
import { Vocabulary } from './vocabulary.ts'

/** One of the meanings of a name. */
export interface Reading {
  readonly entityId: string
  /** Whether it counts only with context. */
  readonly isAmbiguous: boolean
  /** The cased letters that the text must have; undefined where case does not matter. */
  readonly casedLetters?: string
  /** Whether a plural `s` may follow, as in `GPTs`. */
  readonly allowsPlural: boolean
  /** Whether a version number that follows belongs to it. */
  readonly isVersioned: boolean
}

/** All meanings of a written form. */
export interface Readings {
  readonly names: readonly Reading[]
  /** Whether it is a phrase in which an entity's alias does not name that entity. */
  readonly isExcept: boolean
}

/** An index of names in running text. */
export interface NameIndex {
  readonly vocabulary: Vocabulary
  readonly trie: TokenTrie
  /** By trie node. */
  readonly readings: readonly (Readings | undefined)[]
}

/** An index of names in hashtags, folded. */
export interface TagIndex {
  /** Whole tags that count as names only after `#`. */
  readonly tags: ReadonlyMap<string, Readings>
  /** Latin, Cyrillic and Greek names as one word: parts of a CamelCase tag. */
  readonly oneWord: ReadonlyMap<string, Readings>
}

const NO_READINGS: Readings = { names: [], isExcept: false }

/** Matches names that may be a CamelCase part of a hashtag: of two characters or more, in these scripts. */
const TAG_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}0-9]{2,}$/u

export function buildNameIndex(entities: readonly Entity[]): NameIndex {
  const vocabulary = new Vocabulary()
  const trie = new TokenTrie()
  const readings: (Readings | undefined)[] = []
  const tokens = new Tokens()
  forEachForm(entities, (folded, added) => {
    tokens.learn(folded, vocabulary)
    const node = trie.add(tokens)
    while (readings.length <= node) readings.push(undefined)
    readings[node] = united(readings[node] ?? NO_READINGS, added)
  })
  return { vocabulary, trie, readings }
}

export function buildTagIndex(entities: readonly Entity[]): TagIndex {
  const oneWord = new Map<string, Readings>()
  forEachForm(entities, (folded, added) => {
    const word = asOneWord(folded.slice())
    if (TAG_WORD.test(word)) oneWord.set(word, united(oneWord.get(word) ?? NO_READINGS, added))
  })
  const tags = new Map<string, Readings>()
  const folded = new FoldedText()
  for (const entity of entities) {
    const whole: Readings = { names: [{ ...plainReading(entity), allowsPlural: false }], isExcept: false }
    for (const tag of entity.hashtags) {
      const word = asOneWord(folded.fold(tag).slice())
      tags.set(word, united(tags.get(word) ?? NO_READINGS, whole))
    }
  }
  return { tags, oneWord }
}

/** Returns every alias once, over all languages. Searches a list: most entities have a handful, and sets would slow start-up. */
export function distinctNames(entity: Entity): readonly string[] {
  const names: string[] = []
  for (const language in entity.names) {
    for (const alias of entity.names[language]!) if (!names.includes(alias)) names.push(alias)
  }
  return names
}

/** Visits each alias and except phrase, folded, with its reading. */
function forEachForm(entities: readonly Entity[], visit: (folded: FoldedText, added: Readings) => void): void {
  const folded = new FoldedText()
  for (const entity of entities) {
    const plain: Readings = { names: [plainReading(entity)], isExcept: false }
    const ambiguous = new Set(entity.ambiguous.map((alias) => folded.fold(alias).slice()))
    for (const alias of distinctNames(entity)) {
      folded.fold(alias)
      const isAmbiguous = ambiguous.size > 0 && ambiguous.has(folded.slice())
      const isCased = entity.caseSensitive.includes(alias)
      if (isAmbiguous || isCased)
        visit(folded, { names: [readingOf(entity, alias, isAmbiguous, isCased)], isExcept: false })
      else visit(folded, plain)
    }
    for (const phrase of entity.except) visit(folded.fold(phrase), { names: [], isExcept: true })
  }
}

function plainReading({ id, isVersioned }: Entity): Reading {
  return { entityId: id, isAmbiguous: false, allowsPlural: true, isVersioned }
}

function readingOf(entity: Entity, alias: string, isAmbiguous: boolean, isCased: boolean): Reading {
  const letters = isCased ? casedLetters(alias) : undefined
  return {
    entityId: entity.id,
    isAmbiguous,
    casedLetters: letters,
    // "Apples" and "Metas" are ordinary words; "GPTs" and "TPUs" are not.
    allowsPlural: !isAmbiguous && (letters === undefined || letters === letters.toUpperCase()),
    isVersioned: entity.isVersioned,
  }
}

function united(known: Readings, added: Readings): Readings {
  if (known === NO_READINGS) return added
  const fresh = added.names.filter(
    (reading) =>
      !known.names.some(
        ({ entityId, casedLetters }) => entityId === reading.entityId && casedLetters === reading.casedLetters,
      ),
  )
  return { names: [...known.names, ...fresh], isExcept: known.isExcept || added.isExcept }
}
