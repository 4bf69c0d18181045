import { clusterSettings } from './cluster-settings.ts'
import { ItemTermReader, type NamedTerm } from './item-terms.ts'
import type { StoryKind } from './types.ts'

/** What must be known of a story to tell whether another continues it. */
export interface StoryText {
  readonly id: number
  readonly kind: StoryKind
  readonly firstPublishedAt: number
  readonly language: string
  readonly headline: string
  /** Entities that the headline names. */
  readonly headlineEntityIds: readonly string[]
  /** Sentences of the summary. */
  readonly sentences: readonly string[]
  /** Weightiest first. */
  readonly entityIds: readonly string[]
  /** Words of the names of those entities, lower case: they count once, as entities. */
  readonly entityWords: ReadonlySet<string>
}

/** A story as it is held against others of the same saga: what it names, and the words it says it with. */
export interface Chapter extends Omit<StoryText, 'headline' | 'sentences' | 'headlineEntityIds' | 'entityWords'> {
  /** Entities that the headline names. */
  readonly subjects: ReadonlySet<string>
  /** Words with a capital that are neither first in a sentence nor in an entity's name: term and as written. */
  readonly names: ReadonlyMap<number, string>
  /** Those of the headline. */
  readonly headlineNames: ReadonlySet<number>
  /** Amounts with a unit or of four and more digits: term and as written. */
  readonly figures: ReadonlyMap<number, string>
  /** Name and version, `gpt 5.4`: term and as written. */
  readonly versions: ReadonlyMap<number, string>
  /** By the name before it, the version in the headline. */
  readonly headlineVersions: ReadonlyMap<number, number>
  /** Weights of words, names and figures. */
  readonly words: ReadonlyMap<number, number>
  readonly total: number
}

/** Sentences that are read: what a story is about is said first. */
const SENTENCES_READ = 3
const WORD_WEIGHT = 0.6
const PAIR_WEIGHT = 0.4
const NAME_WEIGHT = 1.6
const FIGURE_WEIGHT = 1.4
/** Shorter words are mostly grammar. */
const MIN_WORD_LETTERS = 5
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/
const READER = new ItemTermReader(clusterSettings({}), () => 2)

/** Reads what a story says into a chapter. Linear in the length of headline and sentences. */
export function chapterOf({ headline, headlineEntityIds, sentences, entityWords, ...story }: StoryText): Chapter {
  const names = new Map<number, string>()
  const figures = new Map<number, string>()
  const versions = new Map<number, string>()
  const words = new Map<number, number>()
  const [first, ...rest] = [headline, ...sentences.slice(0, SENTENCES_READ)].map((title) =>
    // One at a time: the first word of a sentence has a capital, whatever it is.
    READER.read({ title, text: '', entityIds: [] }),
  )
  for (const read of [first!, ...rest]) {
    for (const named of read.named) {
      const { term, text } = named
      if (named.kind === 'number' && read.figures.has(term)) (text.includes(' ') ? versions : figures).set(term, text)
      else if (read.names.has(term) && !entityWords.has(text.toLowerCase())) names.set(term, text)
      const weight = weightOf(named, read.names.has(term), read.figures.has(term))
      if (weight > 0) words.set(term, Math.max(weight, words.get(term) ?? 0))
    }
  }
  return {
    ...story,
    subjects: new Set(headlineEntityIds),
    names,
    headlineNames: new Set([...names.keys()].filter((term) => first!.names.has(term))),
    figures,
    versions,
    headlineVersions: first!.versions,
    words,
    total: [...words.values()].reduce((sum, weight) => sum + weight, 0),
  }
}

function weightOf({ kind, text }: NamedTerm, isName: boolean, isFigure: boolean): number {
  if (kind === 'number') return isFigure ? FIGURE_WEIGHT : 0
  if (isName) return NAME_WEIGHT
  if (UNSPACED.test(text)) return PAIR_WEIGHT
  return text.length < MIN_WORD_LETTERS ? 0 : WORD_WEIGHT
}
