import type { ClusterSettings } from '../cluster-settings.ts'
import type { StoryPair } from '../merge-pass.ts'
import { gapHours, type OpenItem, type OpenStory } from '../open-story.ts'
import { ownNames } from '../own-names.ts'
import type { StoryMeanings } from './story-meanings.ts'

/** Stories nearest in meaning that are held against one, with the time between. 8: the same. */
const COMPARED_STORIES = 4

/**
 * Finds stories to merge for what they mean, among those that grew since the last look: each is the other's nearest in meaning
 * and time, and they are near enough. Meaning only ever adds: what words put together stays together, and an item is placed
 * by its words before it is looked at here.
 *
 * @param taken stories that are merged already at this look, which are left alone; those of the pairs found are added
 */
export function findMeaningMerges(
  grown: Iterable<OpenStory>,
  stories: ReadonlyMap<number, OpenStory>,
  meanings: StoryMeanings,
  settings: ClusterSettings,
  taken: Set<OpenStory>,
): readonly StoryPair[] {
  const pairs: StoryPair[] = []
  for (const story of grown) {
    const best = nearestStory(story, stories, meanings, settings)
    if (best === undefined) continue
    const threshold = levelOf(story, best.story, settings)
    if (best.score < threshold || areLookalikes(story, best.story, settings)) continue
    const back = nearestStory(best.story, stories, meanings, settings)
    if (back !== undefined && back.story !== story && back.score > best.score) continue
    const [older, younger] = story.id < best.story.id ? [story, best.story] : [best.story, story]
    pairs.push({ older, younger, score: best.score, meaning: { similarity: best.similarity, threshold } })
  }
  pairs.sort((a, b) => b.score - a.score || a.older.id - b.older.id || a.younger.id - b.younger.id)
  return pairs.filter(({ older, younger }) => {
    if (taken.has(older) || taken.has(younger)) return false
    taken.add(older).add(younger)
    return true
  })
}

interface Near {
  readonly story: OpenStory
  readonly similarity: number
  /** The same, less for the time between. */
  readonly score: number
}

function nearestStory(
  story: OpenStory,
  stories: ReadonlyMap<number, OpenStory>,
  meanings: StoryMeanings,
  settings: ClusterSettings,
): Near | undefined {
  if (story.isFixed || story.isClosed) return undefined
  const mayJoin = (id: number) => {
    const other = stories.get(id)!
    return !other.isFixed && (gapHours(story, other.firstAt, other.lastAt) ?? 0) <= settings.windowHours
  }
  let best: Near | undefined
  for (const { id, similarity } of meanings.nearest(story.id, COMPARED_STORIES, mayJoin)) {
    const other = stories.get(id)!
    const gap = gapHours(story, other.firstAt, other.lastAt) ?? 0
    const score = similarity * Math.exp(-gap / settings.meaningDecayHours)
    if (score > (best?.score ?? 0)) best = { story: other, similarity, score }
  }
  return best
}

/** Each has a name of its own, as its items in the languages of both tell. */
function areLookalikes(a: OpenStory, b: OpenStory, settings: ClusterSettings): boolean {
  const [own, others] = [inLanguagesOf(b, a), inLanguagesOf(a, b)]
  return own.length > 0 && others.length > 0 && ownNames(own, others).level >= settings.ownNames
}

function inLanguagesOf({ members }: OpenStory, of: OpenStory): readonly OpenItem[] {
  const languages = new Set(members.map(({ language }) => language))
  return of.members.filter(({ language }) => languages.has(language))
}

/**
 * The level of two stories in one language, whose words had their say; a lower one where neither has an item in a language of
 * the other; halfway between where they share some of their languages.
 */
function levelOf(a: OpenStory, b: OpenStory, { meaningLevel, meaningForeignLevel }: ClusterSettings): number {
  const [own, others] = [a, b].map(({ members }) => new Set(members.map(({ language }) => language)))
  const shared = [...own!].filter((language) => others!.has(language)).length
  if (shared === 0) return meaningForeignLevel
  return shared === own!.size && shared === others!.size ? meaningLevel : (meaningLevel + meaningForeignLevel) / 2
}
