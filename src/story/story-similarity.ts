import { HOUR_MS } from '../lib/instant.ts'
import type { ClusterSettings } from './cluster-settings.ts'
import { conflictFactor, greatestConflictFactor } from './conflict.ts'
import { greatestListFactor, listFactor } from './list-factor.ts'
import type { ItemMeaning, MeaningLikeness } from './meaning/item-meaning.ts'
import { glancedMembers, nearestMembers } from './nearest-members.ts'
import { type OpenItem, readVectorsAhead } from './open-item.ts'
import { gapHours, type OpenStory } from './open-story.ts'
import { noteRead } from './read-ahead.ts'
import { sharedFacts } from './shared-facts.ts'
import { isWholeWord } from './term-hash.ts'
import type { TermStatistics } from './term-statistics.ts'
import type { SpreadVector } from './term-vector.ts'
import {
  isForeign,
  nearestTranslated,
  type TranslatedLikeness,
  TranslatedTerms,
} from './translation/translated-terms.ts'

/** The similarity of an item and a story. */
export interface StoryScore {
  readonly story: OpenStory
  /** 0–1. */
  readonly score: number
  /** Members most similar to the item, at least one, best first. */
  readonly nearest: readonly OpenItem[]
  /** Inner product of the item and the sum of the story. */
  readonly product: number
  /** Set if a model gives the meaning of both; the gain is the part of the score that is due to it. */
  readonly meaning?: MeaningLikeness | undefined
}

/** A candidate story, compared by its sum only. */
interface Candidate {
  readonly story: OpenStory
  /** Inner product of the item and the sum of the story, and their cosine. */
  readonly product: number
  readonly centroid: number
  /** Similarity to a story in other languages by translations; 0 for a story with items in the item's language. */
  readonly translated: number
  /** Members of such a story that are most similar to the item. */
  readonly foreign: readonly OpenItem[]
  readonly meaning: MeaningLikeness | undefined
  /** Inner products of the item and each member, if already computed. */
  readonly products: readonly number[] | undefined
}

/**
 * Scores stories for an item, best first; ties go to the older. Leaves out stories beyond the window and those far behind by their
 * sums. Also leaves out stories that cannot be among the best two, unless the item has a fingerprint: it may be a copy of a member
 * of any of them.
 *
 * @param spread holds the item's vector
 * @param meaning of the item, if there is a model
 */
export function scoreStories(
  item: OpenItem,
  stories: readonly OpenStory[],
  spread: SpreadVector,
  settings: ClusterSettings,
  statistics: TermStatistics,
  meaning?: ItemMeaning,
): StoryScore[] {
  const candidates: Candidate[] = []
  readStoriesAhead(stories)
  for (const story of stories) {
    if ((gapHours(story, item.at) ?? 0) > settings.windowHours) continue
    const products = story.sums === undefined ? memberProducts(story, spread) : undefined
    const product = products === undefined ? storyProduct(story, item, spread) : sumOf(products)
    candidates.push({
      story,
      product,
      centroid: product / storyLength(story, settings.looseness),
      translated: 0,
      foreign: [],
      meaning: meaning?.likeness(story),
      products,
    })
  }
  // If a story in the item's language is similar enough by words, translations decide nothing.
  const words = candidates.reduce(
    (most, { story, centroid }) => (centroid > most && !isForeign(story, item.language) ? centroid : most),
    0,
  )
  if (words < settings.joinLevel) translateCandidates(candidates, item, settings, statistics)
  candidates.sort((a, b) => strength(b) - strength(a) || a.story.id - b.story.id)
  const scores: StoryScore[] = []
  const areAllAsked = item.fingerprint.length > 0
  let [best, second] = [0, 0]
  const close = candidates.slice(0, settings.closelyCompared)
  const glanced = glancedMembers(
    close.map(({ story }) => story),
    spread,
    settings.nearestMembers,
  )
  for (const [place, candidate] of close.entries()) {
    const score = scoreClosely(candidate, glanced[place], item, spread, settings, statistics, areAllAsked ? 0 : second)
    if (score === undefined) continue
    scores.push(score)
    second = Math.max(second, Math.min(best, score.score))
    best = Math.max(best, score.score)
  }
  return scores.sort((a, b) => b.score - a.score || a.story.id - b.story.id)
}

/**
 * Returns the length of a story's sum, but at least what it would be if its items had a mean similarity of `least`: the sum of a
 * loose story is short, and everything would seem near to it.
 */
export function storyLength({ squaredLength, summedItems }: OpenStory, least: number): number {
  return Math.sqrt(Math.max(squaredLength, summedItems * (1 + (summedItems - 1) * least)))
}

/** Returns the inner product of an item, loaded into `spread`, and the sum of a story. */
export function storyProduct(story: OpenStory, item: OpenItem, spread: SpreadVector): number {
  const { sums } = story
  return sums === undefined
    ? sumOf(memberProducts(story, spread))
    : sums.product(item.words, item.vectorStart, item.vectorEnd)
}

function memberProducts({ members }: OpenStory, spread: SpreadVector): readonly number[] {
  return members.map(({ words, vectorStart, vectorEnd }) => spread.product(words, vectorStart, vectorEnd))
}

function sumOf(products: readonly number[]): number {
  let sum = 0
  for (const product of products) sum += product
  return sum
}

/** Returns a function that tells how far a story already contains a term of the item in `spread`, 0–1. */
export function toldBy({ sums, members, summedItems }: OpenStory, spread: SpreadVector): (term: number) => number {
  return spread.toldBy(sums === undefined ? spread.sumsOver(members) : spread.sumsIn(sums), summedItems)
}

/** Returns a function that gives the summed strength over a story of a term of the item in `spread`. Meant for a few terms. */
function sumsBy({ sums, members }: OpenStory, spread: SpreadVector): (term: number) => number {
  return sums === undefined ? spread.sumsOver(members) : (term) => sums.get(term)
}

/** Fills in the similarity by translations of stories in other languages. */
function translateCandidates(
  candidates: Candidate[],
  item: OpenItem,
  settings: ClusterSettings,
  statistics: TermStatistics,
): void {
  let terms: TranslatedTerms | undefined
  for (const [place, candidate] of candidates.entries()) {
    const { story } = candidate
    if (!isForeign(story, item.language)) continue
    terms ??= new TranslatedTerms([item], statistics)
    const nearest = nearestTranslated(terms, story, settings.nearestMembers)
    const translated = translatedContent(nearest, settings, statistics)
    candidates[place] = { ...candidate, translated, foreign: nearest.map(({ member }) => member) }
  }
}

/** Returns the preliminary score by which stories are chosen for close comparison. */
function strength({ centroid, translated, meaning }: Candidate): number {
  return centroid + translated + (meaning?.gain ?? 0)
}

/**
 * Returns the mean similarity by translations. It is lower where one term is most of what is shared, and higher for a member longer
 * than usual: the cosine demands too much of long texts, which say what a title says and more (pivoted length normalisation,
 * Singhal, Buckley & Mitra 1996).
 */
function translatedContent(
  nearest: readonly (TranslatedLikeness & { readonly member: OpenItem })[],
  { translatedShare, narrowLoss, lengthSlope }: ClusterSettings,
  statistics: TermStatistics,
): number {
  let sum = 0
  for (const { cosine, greatestShare, member } of nearest) {
    const length = statistics.relativeLength(member.language, member.frontLength) ** lengthSlope
    sum += cosine * length * narrowness(greatestShare, narrowLoss)
  }
  return (translatedShare * sum) / nearest.length
}

/**
 * Returns a factor that falls as one term makes up most of what is shared.
 *
 * @param share part of what is shared that is due to its greatest term
 */
function narrowness(share: number, narrowLoss: number): number {
  return 1 - 2 * narrowLoss * Math.max(0, share - 0.5)
}

/**
 * Scores a candidate by its nearest members too.
 *
 * @returns undefined if words alone decide and the score cannot reach `least`
 */
function scoreClosely(
  { story, product, centroid, translated, foreign: meant, meaning, products }: Candidate,
  glanced: readonly number[] | undefined,
  item: OpenItem,
  spread: SpreadVector,
  settings: ClusterSettings,
  statistics: TermStatistics,
  least: number,
): StoryScore | undefined {
  const best = nearestMembers(story, spread, settings.nearestMembers, products, glanced)
  const near = best.reduce((sum, { product }) => sum + product, 0) / best.length
  const nearest = translated > near ? meant : best.map(({ member }) => member)
  const foreign = nearest.filter((member) => member.language !== item.language)
  const words = settings.centroidShare * centroid + (1 - settings.centroidShare) * near
  const inTime = timeFactor(story, item, settings)
  const isToldByWords = meant.length === 0 && foreign.length === 0 && meaning === undefined
  if (
    isToldByWords &&
    words * (inTime * (greatestConflictFactor(settings) * greatestListFactor(item, settings))) < least
  )
    return undefined
  const facts = Math.max(0, ...foreign.map((member) => sharedFacts(item, member, spread)))
  const factor = inTime * conflictFactor(item, nearest, settings) * listFactor(story, item, settings)
  const breadth = breadthFactor(story, spread, settings)
  // Across scripts, only names and figures are spelled alike, and the translations hold them too.
  const isWrittenApart = meant.some(({ language }) => statistics.areWrittenApart(language, item.language))
  const content = isWrittenApart
    ? Math.max(settings.apartWords * words * breadth + translated, settings.foreignShare * facts * breadth)
    : Math.max(Math.max(words, settings.foreignShare * facts) * breadth, translated)
  const ofWords = Math.min(1, content * factor)
  if (meaning === undefined) return { story, score: ofWords, nearest, product }
  const score = Math.max(0, Math.min(1, (content + meaning.gain) * factor))
  return { story, score, nearest, product, meaning: { similarity: meaning.similarity, gain: score - ofWords } }
}

/** Prefetches stories: each level of indirection for all of them before the next level. */
function readStoriesAhead(stories: readonly OpenStory[]): void {
  for (const { sums, members, lastAt } of stories) noteRead((sums?.size ?? members.length) ^ (lastAt ?? 0))
  for (const { sums, members } of stories) {
    if (sums === undefined) readVectorsAhead(members)
    else sums.bringNear()
  }
}

/**
 * Returns a factor that decays with the time from the story's span and with the story's age: what comes after weeks is another
 * instalment.
 */
function timeFactor(story: OpenStory, item: OpenItem, settings: ClusterSettings): number {
  const gap = gapHours(story, item.at)
  if (gap === undefined) return 1
  const ageHours = Math.max(0, item.at! - story.firstAt!) / HOUR_MS
  return Math.exp(-gap / settings.decayHours - ageHours / settings.ageHours)
}

/** Returns a factor below 1 if one term is most of what an item and a story share: a name alone, even with its version, is no event. */
function breadthFactor(story: OpenStory, spread: SpreadVector, settings: ClusterSettings): number {
  return narrowness(spread.greatestShare(sumsBy(story, spread), isWord), settings.narrowLoss)
}

function isWord(term: number): boolean {
  return !isWholeWord(term)
}
