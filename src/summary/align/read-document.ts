import { contentTerms } from '../check/content-terms.ts'
import { Statement } from '../check/statement.ts'
import type { CheckContext } from '../check/types.ts'
import { splitSentences } from '../split-sentences.ts'
import { joinedFigures } from './joined-figures.ts'
import type { KnownWords, WordRelations } from './word-relations.ts'

/** A sentence of a document, `documents[document].slice(start, end)`. */
export interface DocumentSentence {
  readonly document: number
  readonly start: number
  readonly end: number
  readonly statement: Statement
}

/** An index of documents for checking summaries against them. */
export interface ReadDocuments {
  readonly sentences: readonly DocumentSentence[]
  /** Each document whole. */
  readonly wholes: readonly Statement[]
  /** Number of sentences that contain each term. */
  readonly frequency: ReadonlyMap<string, number>
  /** Positions of each term, counted in terms from the start of the first document; ascending. */
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly words: ReadonlySet<string>
  /** Positions of each Latin word, function words included; ascending. */
  readonly wordPlaces: ReadonlyMap<string, readonly number[]>
  readonly wordPairs: ReadonlySet<string>
  readonly known: KnownWords
}

const WORD = /[a-z]+(?:'[a-z]+)?/g

/** Returns the Latin words of a folded text, function words included. */
export function plainWords(folded: string): readonly string[] {
  return folded.match(WORD) ?? []
}

/** Indexes documents. Linear in their length. */
export function readDocuments(
  documents: readonly string[],
  languageOf: (text: string) => string,
  relations: WordRelations,
  context: CheckContext,
): ReadDocuments {
  const wholes = documents.map((text) => new Statement(joinedFigures(text), languageOf(text), undefined, context))
  const sentences = wholes.flatMap((whole, document) =>
    splitSentences(whole.text).map(({ start, end }) => ({
      document,
      start,
      end,
      statement: new Statement(whole.text.slice(start, end), whole.language, undefined, context),
    })),
  )
  const frequency = new Map<string, number>()
  for (const { statement } of sentences) {
    for (const term of statement.terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  }
  const places = new Map<string, number[]>()
  for (const [place, { term }] of wholes.flatMap(({ folded }) => contentTerms(folded)).entries()) {
    const known = places.get(term)
    if (known) known.push(place)
    else places.set(term, [place])
  }
  const words = wholes.flatMap(({ folded }) => plainWords(folded))
  const wordPairs = new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`))
  const wordPlaces = new Map<string, number[]>()
  for (const [place, word] of words.entries()) {
    const known = wordPlaces.get(word)
    if (known) known.push(place)
    else wordPlaces.set(word, [place])
  }
  return {
    sentences,
    wholes,
    frequency,
    places,
    words: new Set(words),
    wordPlaces,
    wordPairs,
    known: relations.know(words),
  }
}
