import type { ClusterSettings } from './cluster-settings.ts'
import { conflictFactor } from './conflict.ts'
import { FEW_IN_ONE_LANGUAGE, shareInOneLanguage } from './one-language.ts'
import type { OpenItem } from './open-item.ts'
import {
  hoursBetween,
  itemCount,
  itemIdsOf,
  keepItemIds,
  MOST_WITHOUT_SUMS,
  type OpenStory,
  setMembers,
  sumsOf,
  USUAL_SIMILARITY,
  widenSpan,
} from './open-story.ts'
import { ownNames, tellingNames } from './own-names.ts'
import { sideFactor } from './side-by-side.ts'
import type { StoryIndex } from './story-index.ts'
import { storyLength } from './story-similarity.ts'
import { isWholeWord } from './term-hash.ts'
import type { TermSums } from './term-sums.ts'
import { packVector, strengthOf, type TermVector, termOf } from './term-vector.ts'

/** Two stories that tell of the same event. */
export interface StoryPair {
  /** The story that keeps its number. */
  readonly into: OpenStory
  readonly from: OpenStory
  readonly score: number
  /** The score required. */
  readonly threshold: number
  /** Set if the pair was matched by translations of its words. */
  readonly isTranslated?: true
  /** Set if the pair was matched by embeddings: their cosine similarity. */
  readonly meaning?: { readonly similarity: number }
}

/** Number of a story's strongest terms by which others are found. */
const SEARCHED_TERMS = 24
/**
 * Least share of the required product that these terms must contribute for the full product to be computed: tables hold thousands
 * of terms, and nine pairs in ten do not match. Of 1,873 pairs on six sets that are similar enough, the strongest terms contribute
 * at least .20, .8 in the mean.
 */
const LEAST_BY_STRONGEST = 0.15
/** Growth after which a story is examined again: in a story of a hundred items, one more says little that is new. 1.1: the same. */
export const LOOK_GROWTH = 1.25
/** Latest members of each story that are checked for conflicts. */
const JUDGED_MEMBERS = 10

/** Returns the stories that have grown enough since they were last examined and may change, and marks them as examined. */
export function dueStories(grown: Iterable<OpenStory>): readonly OpenStory[] {
  return [...grown].filter((story) => {
    const isSettled = story.summedItems === 1 || story.summedItems < story.lookedAtItems * LOOK_GROWTH
    if (story.isClosed || story.isFixed || isSettled) return false
    story.lookedAtItems = story.summedItems
    return true
  })
}

/**
 * Finds stories to merge, best first. Each story is in at most one pair, so that a chain of merges takes several passes and each
 * merge is judged on what the stories have become.
 *
 * @param due stories that are compared with others
 * @param mayMerge has the last word on a pair that scores high enough
 */
export function findMerges(
  due: readonly OpenStory[],
  index: StoryIndex,
  settings: ClusterSettings,
  mayMerge: (a: OpenStory, b: OpenStory) => boolean,
): readonly StoryPair[] {
  const pairs: StoryPair[] = []
  const seen = new Set<string>()
  for (const story of due) {
    const sums = sumsOf(story)
    const strongest = strongestTerms(sums)
    for (const other of index.nearest(strongest, settings.comparedStories)) {
      const pair = orderPair(story, other)
      const key = `${pair.into.id} ${pair.from.id}`
      if (other === story || other.isFixed || seen.has(key)) continue
      seen.add(key)
      const score = pairScore(story, sums, strongest, other, settings)
      if (score < settings.mergeLevel || !mayMerge(story, other)) continue
      pairs.push({ ...pair, score, threshold: settings.mergeLevel })
    }
  }
  return bestPairs(pairs, new Set())
}

/**
 * Decides which of two stories takes in the other. The larger keeps its number: more readers know it, and what arrived so far stays
 * where most of it was put. Of two as large, the older.
 */
export function orderPair(a: OpenStory, b: OpenStory): Pick<StoryPair, 'into' | 'from'> {
  const more = itemCount(a) - itemCount(b) || b.id - a.id
  return more > 0 ? { into: a, from: b } : { into: b, from: a }
}

/**
 * Selects the best pairs, best first, with each story in at most one; ties go to the lowest number.
 *
 * @param taken stories to leave out; those of the selected pairs are added
 */
export function bestPairs<Pair extends Pick<StoryPair, 'into' | 'from' | 'score'>>(
  pairs: readonly Pair[],
  taken: Set<OpenStory>,
): readonly Pair[] {
  const ranked = [...pairs].sort((a, b) => b.score - a.score || a.into.id - b.into.id || a.from.id - b.from.id)
  return ranked.filter(({ into, from }) => {
    if (taken.has(into) || taken.has(from)) return false
    taken.add(into).add(from)
    return true
  })
}

/** Moves the items of `from` to `into`; `from` must not be used afterwards. */
export function mergeStories({ into, from, meaning }: StoryPair, maxMembers: number): void {
  const sums = sumsOf(into)
  into.squaredLength += from.squaredLength + 2 * sumProduct(sums, from)
  // A sum is kept even if few members are left: it may include items that are no longer members.
  const haveSums = into.sums !== undefined || from.sums !== undefined
  if (haveSums || into.members.length + from.members.length > MOST_WITHOUT_SUMS) {
    sums.addSums(sumsOf(from))
    into.sums = sums
  }
  into.summedItems += from.summedItems
  keepItemIds(into).push(...itemIdsOf(from))
  const members = [...into.members, ...from.members].sort((a, b) => a.arrival - b.arrival)
  setMembers(into, members.slice(-maxMembers))
  widenSpan(into, from.firstAt)
  widenSpan(into, from.lastAt)
  into.lastArrival = Math.max(into.lastArrival, from.lastArrival)
  into.lookedAtItems = 0
  into.isMergedByMeaning ||= from.isMergedByMeaning || meaning !== undefined
}

/**
 * Scores the similarity of two stories as the lesser of two measures. One is the cosine of their sums, decayed by the time between
 * them. The other asks that items across the two are nearly as similar as items within them: the sums of look-alikes agree on what
 * their events have in common (two navies against pirates), while pieces of one story are as loose inside as between. The score is
 * then scaled by when the items of both came, and reduced where each has a name of its own or their facts conflict. It is 0 beyond
 * the window, and for pairs that cannot reach the level.
 */
function pairScore(
  a: OpenStory,
  sumsOfA: TermSums,
  strongestOfA: TermVector,
  b: OpenStory,
  settings: ClusterSettings,
): number {
  const { mergeLevel } = settings
  const gap = hoursBetween(a, b)
  if (gap > settings.windowHours) return 0
  const most = Math.max(1, settings.sideGain)
  const lengths = storyLength(a, settings.looseness) * storyLength(b, settings.looseness)
  const least = (mergeLevel * lengths * Math.exp(gap / settings.decayHours)) / most
  if (b.sums !== undefined && productOver(strongestOfA, sumsOfA, b.sums) < LEAST_BY_STRONGEST * least) return 0
  const product = sumProduct(sumsOfA, b)
  const likeness = Math.min(1, product / lengths) * Math.exp(-gap / settings.decayHours)
  // Most pairs are rejected by their sums; what follows reads their members, which are scattered in memory.
  if (likeness * most < mergeLevel) return 0
  const between = product / (a.summedItems * b.summedItems)
  const within = (similarityWithin(a) + similarityWithin(b) + USUAL_SIMILARITY) / (pairsWithin(a) + pairsWithin(b) + 1)
  const evenness = (mergeLevel * between) / (leastShare(a, b, settings) * within)
  if (evenness * most < mergeLevel) return 0
  const content = Math.min(likeness, evenness) * sideFactor(a, b, settings)
  if (content < mergeLevel) return 0
  return Math.min(1, content * lookalikeFactor(a, b, settings) * agreement(a, b, settings))
}

/**
 * Returns the required similarity between stories, as a share of that within them. Items in two languages share few words whatever
 * they tell, so less is required of stories that hardly have a language in common. Where they have one, its items are evidence
 * enough.
 */
function leastShare(a: OpenStory, b: OpenStory, { mergeShare, foreignMergeShare }: ClusterSettings): number {
  const share = shareInOneLanguage(a, b)
  return share > FEW_IN_ONE_LANGUAGE ? mergeShare : share * mergeShare + (1 - share) * foreignMergeShare
}

/**
 * Returns a factor that falls the more each story has a name of its own, as far as their items bear names; 1 for a single item,
 * which may name anybody.
 */
function lookalikeFactor({ members: a }: OpenStory, { members: b }: OpenStory, settings: ClusterSettings): number {
  if (Math.min(a.length, b.length) === 1) return 1
  const excess = ownNames(a, b).level - settings.lookalikeNames
  return excess <= 0 ? 1 : Math.exp(-settings.lookalikeLoss * excess * Math.min(namedShare(a), namedShare(b)))
}

function namedShare(items: readonly OpenItem[]): number {
  return items.filter((item) => tellingNames(item).length > 0).length / items.length
}

/** Returns the conflict factor of the item that conflicts least with the other story. */
function agreement(a: OpenStory, b: OpenStory, settings: ClusterSettings): number {
  const [fewer, more] = a.members.length < b.members.length ? [a, b] : [b, a]
  const latest = more.members.slice(-JUDGED_MEMBERS)
  return Math.max(...fewer.members.slice(-JUDGED_MEMBERS).map((item) => conflictFactor(item, latest, settings)))
}

/** Returns the summed similarity of all pairs of items in a story. */
function similarityWithin(story: OpenStory): number {
  return (story.squaredLength - story.summedItems) / 2
}

function pairsWithin({ summedItems }: OpenStory): number {
  return (summedItems * (summedItems - 1)) / 2
}

/** Returns the inner product of a sum and the sum of a story. */
function sumProduct(sums: TermSums, story: OpenStory): number {
  if (story.sums !== undefined) return sums.productOfSums(story.sums)
  let product = 0
  for (const { words, vectorStart, vectorEnd } of story.members) product += sums.product(words, vectorStart, vectorEnd)
  return product
}

/**
 * Returns the part of the inner product of two sums that is due to the strongest terms of one.
 *
 * @param strongest packed terms of `a`, in the same proportions as in its sum
 */
function productOver(strongest: TermVector, a: TermSums, b: TermSums): number {
  const [first] = strongest
  return first === undefined ? 0 : (b.product(strongest) * a.get(termOf(first))) / strengthOf(first)
}

function strongestTerms(sums: TermSums): TermVector {
  const terms = new Uint32Array(sums.size)
  const weights = new Float64Array(sums.size)
  let count = 0
  sums.forEach((term, sum) => {
    if (isWholeWord(term)) return
    terms[count] = term
    weights[count++] = sum
  })
  return packVector(terms.subarray(0, count), weights.subarray(0, count), SEARCHED_TERMS)
}
