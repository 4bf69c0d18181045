import type { ClusterSettings } from './cluster-settings.ts'
import { conflictFactor } from './conflict.ts'
import { FEW_IN_ONE_LANGUAGE, shareInOneLanguage } from './one-language.ts'
import type { OpenItem } from './open-item.ts'
import {
  hoursBetween,
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

/** Two stories that say the same. */
export interface StoryPair {
  readonly older: OpenStory
  readonly younger: OpenStory
  readonly score: number
  /** The score needed. */
  readonly threshold: number
  /** They are merged for what their words mean. */
  readonly isTranslated?: true
  /** Where they are merged for what they mean: the cosine of it. */
  readonly meaning?: { readonly similarity: number }
}

/** Strongest terms of a story by which others are found. */
const SEARCHED_TERMS = 24
/**
 * Share of the product needed that these terms must bring, or the rest is not looked at: tables of thousands of terms, and nine pairs in ten are
 * no pair. Of 1,873 pairs on six sets that are alike enough the strongest terms bring .20 at least, .8 in the mean.
 */
const LEAST_BY_STRONGEST = 0.15
/** Growth after which a story is looked at again: one of a hundred items says nothing new with each further one. 1.1: the same. */
export const LOOK_GROWTH = 1.25
/** Latest members of each story that are looked at for conflicts. */
const JUDGED_MEMBERS = 10

/** Those of the stories that grew enough since they were last looked at, and may change; from now on they have been looked at. */
export function dueStories(grown: Iterable<OpenStory>): readonly OpenStory[] {
  return [...grown].filter((story) => {
    const isSettled = story.summedItems === 1 || story.summedItems < story.lookedAtItems * LOOK_GROWTH
    if (story.isClosed || story.isFixed || isSettled) return false
    story.lookedAtItems = story.summedItems
    return true
  })
}

/**
 * Finds stories to merge, best first, each story at most once, so that a chain
 * of merges takes several looks and each is judged on what the stories have become.
 *
 * @param due stories that are held against others
 * @param mayMerge asked of two that say the same
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
      const [older, younger] = other.id < story.id ? [other, story] : [story, other]
      const key = `${older.id} ${younger.id}`
      if (other === story || other.isFixed || seen.has(key)) continue
      seen.add(key)
      const score = pairScore(story, sums, strongest, other, settings)
      if (score < settings.mergeLevel || !mayMerge(story, other)) continue
      pairs.push({ older, younger, score, threshold: settings.mergeLevel })
    }
  }
  return bestPairs(pairs, new Set())
}

/**
 * The best pairs, best first, each story in one at most; of equals the oldest.
 *
 * @param taken stories that are in none; those of the pairs found are added
 */
export function bestPairs<Pair extends Pick<StoryPair, 'older' | 'younger' | 'score'>>(
  pairs: readonly Pair[],
  taken: Set<OpenStory>,
): readonly Pair[] {
  const ranked = [...pairs].sort((a, b) => b.score - a.score || a.older.id - b.older.id || a.younger.id - b.younger.id)
  return ranked.filter(({ older, younger }) => {
    if (taken.has(older) || taken.has(younger)) return false
    taken.add(older).add(younger)
    return true
  })
}

/** Puts the younger story's items into the older; the younger is no story afterwards. */
export function mergeStories({ older, younger, meaning }: StoryPair, maxMembers: number): void {
  const sums = sumsOf(older)
  older.squaredLength += younger.squaredLength + 2 * sumProduct(sums, younger)
  // A sum stays once it is there, be the members few by now: it may hold items that are none of them.
  const haveSums = older.sums !== undefined || younger.sums !== undefined
  if (haveSums || older.members.length + younger.members.length > MOST_WITHOUT_SUMS) {
    sums.addSums(sumsOf(younger))
    older.sums = sums
  }
  older.summedItems += younger.summedItems
  keepItemIds(older).push(...itemIdsOf(younger))
  const members = [...older.members, ...younger.members].sort((a, b) => a.arrival - b.arrival)
  setMembers(older, members.slice(-maxMembers))
  widenSpan(older, younger.firstAt)
  widenSpan(older, younger.lastAt)
  older.lastArrival = Math.max(older.lastArrival, younger.lastArrival)
  older.lookedAtItems = 0
  older.isMergedByMeaning ||= younger.isMergedByMeaning || meaning !== undefined
}

/**
 * How like two stories are. Two things are asked: the cosine of their sums, less for the time between them, and that items across the two are
 * nearly as alike as items within them: sums of look-alikes meet in what their events have in common (two navies against pirates), while
 * pieces of one story are as loose inside as between. What is less of what is asked of it counts, by when the items of both came, and less where
 * each has a name of its own, or they state what does not agree. 0 beyond the window, and for what cannot reach the level.
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
  // Most pairs are told apart by their sums; what follows looks at their members, which lie all over the memory.
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
 * Items in two languages share few words, whatever they tell: what is asked of stories that hardly have a language in common is
 * less. Where they have one, its items are evidence enough.
 */
function leastShare(a: OpenStory, b: OpenStory, { mergeShare, foreignMergeShare }: ClusterSettings): number {
  const share = shareInOneLanguage(a, b)
  return share > FEW_IN_ONE_LANGUAGE ? mergeShare : share * mergeShare + (1 - share) * foreignMergeShare
}

/** Less the more each has a name of its own, as far as their items bear names; one item alone may name anybody. */
function lookalikeFactor({ members: a }: OpenStory, { members: b }: OpenStory, settings: ClusterSettings): number {
  if (Math.min(a.length, b.length) === 1) return 1
  const excess = ownNames(a, b).level - settings.lookalikeNames
  return excess <= 0 ? 1 : Math.exp(-settings.lookalikeLoss * excess * Math.min(namedShare(a), namedShare(b)))
}

function namedShare(items: readonly OpenItem[]): number {
  return items.filter((item) => tellingNames(item).length > 0).length / items.length
}

/** The least conflict between an item of one story and the other story. */
function agreement(a: OpenStory, b: OpenStory, settings: ClusterSettings): number {
  const [fewer, more] = a.members.length < b.members.length ? [a, b] : [b, a]
  const latest = more.members.slice(-JUDGED_MEMBERS)
  return Math.max(...fewer.members.slice(-JUDGED_MEMBERS).map((item) => conflictFactor(item, latest, settings)))
}

/** Sum over the pairs of items of a story. */
function similarityWithin(story: OpenStory): number {
  return (story.squaredLength - story.summedItems) / 2
}

function pairsWithin({ summedItems }: OpenStory): number {
  return (summedItems * (summedItems - 1)) / 2
}

/** Inner product of a sum and the sum of a story. */
function sumProduct(sums: TermSums, story: OpenStory): number {
  if (story.sums !== undefined) return sums.productOfSums(story.sums)
  let product = 0
  for (const { words, vectorStart, vectorEnd } of story.members) product += sums.product(words, vectorStart, vectorEnd)
  return product
}

/**
 * The part of the inner product of two sums that is owed to the strongest terms of one.
 *
 * @param strongest of `a`, packed: they are in the same proportion there
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
