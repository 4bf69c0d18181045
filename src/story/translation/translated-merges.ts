import type { ClusterSettings } from '../cluster-settings.ts'
import type { StoryPair } from '../merge-pass.ts'
import { findNearestMerges, type NearStory } from '../nearest-merges.ts'
import { FEW_IN_ONE_LANGUAGE, shareInOneLanguage } from '../one-language.ts'
import { hoursBetween, type OpenStory } from '../open-story.ts'
import { foreignSideFactor } from '../side-by-side.ts'
import type { StoryIndex } from '../story-index.ts'
import type { TermStatistics } from '../term-statistics.ts'
import { packVector, type TermVector } from '../term-vector.ts'
import { TranslatedTerms } from './translated-terms.ts'

/** Stories that share most translations with one and are compared with it. */
const COMPARED_STORIES = 16
/** Number of strongest terms by which they are found. */
const SEARCHED_TERMS = 16
/** Latest items by which a story is judged. */
const JUDGED_ITEMS = 10

/**
 * Finds stories in different languages to merge by translations, among those that grew since the last pass: each is the other's
 * nearest. What the items of one language repeat stands out in the sum of a story, so that a wrong translation of one headline
 * weighs little.
 *
 * @param taken stories already merged in this pass, which are left out; those of the pairs found are added
 * @param usual how near in time two stories usually are (see `usualNearness`)
 * @param mayMerge has the last word on two that are near enough
 */
export function findTranslatedMerges(
  grown: readonly OpenStory[],
  index: StoryIndex,
  settings: ClusterSettings,
  taken: Set<OpenStory>,
  statistics: TermStatistics,
  usual: number,
  mayMerge: (a: OpenStory, b: OpenStory) => boolean,
): readonly StoryPair[] {
  const termsByStory = new Map<OpenStory, TranslatedTerms>()
  const termsOf = (story: OpenStory) => {
    const known = termsByStory.get(story) ?? new TranslatedTerms(story.members.slice(-JUDGED_ITEMS), statistics)
    termsByStory.set(story, known)
    return known
  }
  const nearestByStory = new Map<OpenStory, NearStory | undefined>()
  const nearestTo = (story: OpenStory) => {
    if (!nearestByStory.has(story))
      nearestByStory.set(story, nearestStory(story, index, termsOf, settings, usual, mayMerge))
    return nearestByStory.get(story)
  }
  const free = grown.filter((story) => !taken.has(story))
  const threshold = settings.translatedLevel
  return findNearestMerges(free, nearestTo, () => threshold, settings, taken).map(({ into, from, score }) => ({
    into,
    from,
    score,
    threshold,
    isTranslated: true,
  }))
}

function nearestStory(
  story: OpenStory,
  index: StoryIndex,
  termsOf: (story: OpenStory) => TranslatedTerms,
  settings: ClusterSettings,
  usual: number,
  mayMerge: (a: OpenStory, b: OpenStory) => boolean,
): NearStory | undefined {
  if (story.isFixed || story.isClosed) return undefined
  const own = termsOf(story)
  let best: NearStory | undefined
  for (const other of index.nearest(strongestTerms(own), COMPARED_STORIES)) {
    if (other === story || other.isFixed || other.isClosed) continue
    const gap = hoursBetween(story, other)
    if (gap > settings.windowHours || shareInOneLanguage(story, other) > FEW_IN_ONE_LANGUAGE) continue
    const { cosine, greatestShare } = own.likeness(termsOf(other))
    const inTime = Math.exp(-gap / settings.decayHours) * foreignSideFactor(story, other, usual, settings)
    const score = Math.min(1, cosine * (1 - greatestShare) * inTime)
    if (score < settings.translatedLevel || score <= (best?.score ?? 0) || !mayMerge(story, other)) continue
    best = { story: other, score }
  }
  return best
}

function strongestTerms(terms: TranslatedTerms): TermVector {
  const all = [...terms.entries()]
  const [numbers, strengths] = [all.map(([term]) => term), all.map(([, strength]) => strength)]
  return packVector(Uint32Array.from(numbers), Float64Array.from(strengths), SEARCHED_TERMS)
}
