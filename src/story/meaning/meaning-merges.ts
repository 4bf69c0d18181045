import type { ClusterSettings } from '../cluster-settings.ts'
import type { StoryPair } from '../merge-pass.ts'
import { findNearestMerges, type NearStory } from '../nearest-merges.ts'
import { hoursBetween, type OpenStory } from '../open-story.ts'
import { foreignSideFactor } from '../side-by-side.ts'
import type { StoryMeanings } from './story-meanings.ts'

/** Stories nearest in meaning that are compared with one, including by when their items came. */
const COMPARED_STORIES = 16

/**
 * Finds stories to merge by meaning, among those that grew since the last pass: each is the other's nearest in meaning and time,
 * and they are near enough. This only adds merges to those made by words. Stories that came further apart in time than two stories
 * of one event do lose the logarithm of a likelihood ratio, as in merges by translations, but stories near in time gain nothing:
 * that two came at one time says no more than that they are of one day.
 *
 * @param usual how near in time two stories usually are (see `usualNearness`)
 * @param taken stories already merged in this pass, which are left out; those of the pairs found are added
 */
export function findMeaningMerges(
  grown: Iterable<OpenStory>,
  stories: ReadonlyMap<number, OpenStory>,
  meanings: StoryMeanings,
  settings: ClusterSettings,
  usual: number,
  taken: Set<OpenStory>,
): readonly StoryPair[] {
  const nearestTo = (story: OpenStory) => nearestStory(story, stories, meanings, settings, usual)
  const levelOf = (a: OpenStory, b: OpenStory) => meaningLevelOf(a, b, settings)
  return findNearestMerges(grown, nearestTo, levelOf, settings, taken).map(
    ({ into, from, score, near, threshold }) => ({
      into,
      from,
      score,
      threshold,
      meaning: { similarity: near.similarity },
    }),
  )
}

interface Near extends NearStory {
  readonly similarity: number
}

function nearestStory(
  story: OpenStory,
  stories: ReadonlyMap<number, OpenStory>,
  meanings: StoryMeanings,
  settings: ClusterSettings,
  usual: number,
): Near | undefined {
  if (story.isFixed || story.isClosed) return undefined
  const mayJoin = (id: number) => {
    const other = stories.get(id)!
    return !other.isFixed && hoursBetween(story, other) <= settings.windowHours
  }
  let best: Near | undefined
  for (const { id, similarity } of meanings.nearest(story.id, COMPARED_STORIES, mayJoin)) {
    const other = stories.get(id)!
    const gap = hoursBetween(story, other)
    const apart = Math.min(0, Math.log(foreignSideFactor(story, other, usual, settings)))
    const score = similarity * Math.exp(-gap / settings.meaningDecayHours) + settings.meaningSide * apart
    if (score > (best?.score ?? 0)) best = { story: other, similarity, score }
  }
  return best
}

/**
 * Returns the threshold of two stories: that of one language, whose words had their say; a lower one if neither has an item in a
 * language of the other; halfway between if they share some of their languages.
 */
function meaningLevelOf(a: OpenStory, b: OpenStory, { meaningLevel, meaningForeignLevel }: ClusterSettings): number {
  const [own, others] = [a, b].map(({ members }) => new Set(members.map(({ language }) => language)))
  const shared = [...own!].filter((language) => others!.has(language)).length
  if (shared === 0) return meaningForeignLevel
  return shared === own!.size && shared === others!.size ? meaningLevel : (meaningLevel + meaningForeignLevel) / 2
}
