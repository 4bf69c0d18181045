import { cuePattern, findCues } from './cue-pattern.ts'
import { MORE_CUES, OTHER_THINGS, WEAK_CUES } from './facet-cues.ts'
import { foldSentence } from './fold-sentence.ts'

/** The parts of a facet needed to find it in text. */
export interface FacetWords {
  readonly id: string
  /** By language (BCP 47). */
  readonly keywords: Readonly<Record<string, readonly string[]>>
}

/** One occurrence of a facet's word in a sentence. */
export interface FacetCue {
  readonly facet: string
  readonly at: number
  readonly end: number
  readonly weight: number
}

/** Finds the words of all facets in a folded sentence, in the order of the facets. */
export type FacetMatcher = (folded: string) => readonly FacetCue[]

const STRONG = 2
const WEAK = 1

export function facetMatcher(facets: readonly FacetWords[]): FacetMatcher {
  const weak = new Set(WEAK_CUES.map(foldSentence))
  const patterns = facets.map(({ id, keywords }) => ({
    id,
    pattern: cuePattern([...Object.values(keywords).flat(), ...(MORE_CUES[id] ?? [])]),
  }))
  const others = cuePattern(OTHER_THINGS)
  return (folded) => {
    const masked = findCues(others, folded).map(({ at, word }) => [at, at + word.length] as const)
    const isMasked = (at: number) => masked.some(([from, to]) => at >= from && at < to)
    return patterns.flatMap(({ id, pattern }) =>
      findCues(pattern, folded)
        .filter(({ at }) => !isMasked(at))
        .map(({ at, word }) => ({
          facet: id,
          at,
          end: at + word.length,
          weight: weak.has(word) || weak.has(word.replace(/s$/, '')) ? WEAK : STRONG,
        })),
    )
  }
}
