import type { ClusterSettings } from './cluster-settings.ts'
import { bestPairs, orderPair, type StoryPair } from './merge-pass.ts'
import type { OpenItem } from './open-item.ts'
import type { OpenStory } from './open-story.ts'
import { ownNames } from './own-names.ts'

/** The story nearest to another, by whatever measure. */
export interface NearStory {
  readonly story: OpenStory
  /** 0–1, reduced by the time between. */
  readonly score: number
}

/**
 * Finds pairs of stories that are each other's nearest, near enough, no look-alikes, and not a view and a report; best first.
 *
 * @param nearestTo called for each story that grew, and for the one found
 * @param levelOf the score required
 * @param taken stories already merged in this pass, which are left out; those of the pairs found are added
 */
export function findNearestMerges<Near extends NearStory>(
  grown: Iterable<OpenStory>,
  nearestTo: (story: OpenStory) => Near | undefined,
  levelOf: (a: OpenStory, b: OpenStory) => number,
  settings: ClusterSettings,
  taken: Set<OpenStory>,
): readonly (Pick<StoryPair, 'into' | 'from' | 'score'> & { readonly near: Near; readonly threshold: number })[] {
  const pairs = []
  for (const story of grown) {
    const near = nearestTo(story)
    if (near === undefined) continue
    const threshold = levelOf(story, near.story)
    if (near.score < threshold || areApart(story, near.story, settings)) continue
    const back = nearestTo(near.story)
    if (back !== undefined && back.story !== story && back.score > near.score) continue
    pairs.push({ ...orderPair(story, near.story), score: near.score, near, threshold })
  }
  return bestPairs(pairs, taken)
}

function areApart(a: OpenStory, b: OpenStory, settings: ClusterSettings): boolean {
  return differInVoice(a, b) || areLookalikes(a, b, settings)
}

/** Returns whether one story has only views, and the other only reports. */
function differInVoice(a: OpenStory, b: OpenStory): boolean {
  const [views, others] = [a, b].map(({ members }) => new Set(members.map(({ isOpinion }) => isOpinion)))
  return views!.size === 1 && others!.size === 1 && a.members[0]!.isOpinion !== b.members[0]!.isOpinion
}

/** Returns whether each has a name of its own, by its items in the languages of both. */
function areLookalikes(a: OpenStory, b: OpenStory, settings: ClusterSettings): boolean {
  const [own, others] = [inLanguagesOf(b, a), inLanguagesOf(a, b)]
  return own.length > 0 && others.length > 0 && ownNames(own, others).level >= settings.ownNames
}

function inLanguagesOf({ members }: OpenStory, of: OpenStory): readonly OpenItem[] {
  const languages = new Set(members.map(({ language }) => language))
  return of.members.filter(({ language }) => languages.has(language))
}
