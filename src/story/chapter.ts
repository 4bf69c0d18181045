import { clusterSettings } from './cluster-settings.ts'
import { ItemTermReader, type ItemTerms, type NamedTerm } from './item-terms.ts'
import { tellingWeight } from './telling-weight.ts'
import { type TermSet, termSet } from './term-set.ts'
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

/** A story as it is compared with others of the same saga: what it names, and the words it uses. Small: thousands are kept. */
export interface Chapter {
  readonly id: number
  readonly kind: StoryKind
  readonly firstPublishedAt: number
  readonly language: string
  /** Weightiest first. */
  readonly entityIds: readonly string[]
  /** Entities that the headline names. */
  readonly subjects: readonly string[]
  /** Words with a capital that are neither first in a sentence nor in an entity's name. */
  readonly names: TermSet
  /** Names in the headline. */
  readonly headlineNames: TermSet
  /** Amounts with a unit or of four and more digits. */
  readonly figures: TermSet
  /** Name and version, `gpt 5.4`. */
  readonly versions: TermSet
  /** Pairs of a name and its version in the headline, one after the other. */
  readonly headlineVersions: Uint32Array
  /** Words, names and figures with a weight. */
  readonly weighed: TermSet
  /** Sum of their weights. */
  readonly total: number
}

/** A chapter with what is needed only while its predecessor is sought. */
export interface ToldChapter extends Chapter {
  /** Names, figures and versions as written. */
  readonly texts: ReadonlyMap<number, string>
  /** Weights of the terms in `weighed`, in their order. */
  readonly weights: Float32Array
}

/** Sentences that are read: what a story is about is said first. */
const SENTENCES_READ = 3
const READER = new ItemTermReader(clusterSettings({}), () => 2)

/** Reads what a story says into a chapter. Linear in the length of headline and sentences. */
export function chapterOf({ headline, headlineEntityIds, sentences, entityWords, ...story }: StoryText): ToldChapter {
  const texts = new Map<number, string>()
  const names = new Set<number>()
  const figures = new Set<number>()
  const versions = new Set<number>()
  const weights = new Map<number, number>()
  const [first, ...rest] = [headline, ...sentences.slice(0, SENTENCES_READ)].map((title) =>
    // One at a time: the first word of a sentence has a capital, whatever it is.
    READER.read({ title, text: '', entityIds: [] }),
  )
  const note = (kind: Set<number>, { term, text }: NamedTerm) => {
    kind.add(term)
    texts.set(term, text)
  }
  for (const read of [first!, ...rest]) {
    const ofVersions = versionsOf(read)
    for (const named of read.named) {
      const { term, text } = named
      if (named.kind === 'number' && read.figures.has(term)) note(ofVersions.has(term) ? versions : figures, named)
      else if (read.names.has(term) && !entityWords.has(text.toLowerCase())) note(names, named)
      const weight = tellingWeight(named, read)
      if (weight > 0) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
    }
  }
  const weighed = termSet(weights.keys())
  return {
    ...story,
    subjects: headlineEntityIds,
    names: termSet(names),
    headlineNames: termSet([...names].filter((term) => first!.names.has(term))),
    figures: termSet(figures),
    versions: termSet(versions),
    headlineVersions: Uint32Array.from([...first!.versions].flat()),
    weighed,
    total: [...weights.values()].reduce((sum, weight) => sum + weight, 0),
    texts,
    weights: Float32Array.from(weighed, (term) => weights.get(term)!),
  }
}

/** Returns the versions of all names with a number, in title and text. */
function versionsOf({ mentions }: ItemTerms): ReadonlySet<number | undefined> {
  return new Set(mentions.map(([, version]) => version))
}
