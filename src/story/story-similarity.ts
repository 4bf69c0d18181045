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

/** How like an item is to a story. */
export interface StoryScore {
  readonly story: OpenStory
  /** 0–1. */
  readonly score: number
  /** Members most like the item, at least one, best first. */
  readonly nearest: readonly OpenItem[]
  /** Inner product of the item and the sum of the story. */
  readonly product: number
  /** Where a model says what both mean; the gain is the part of the score that is owed to it. */
  readonly meaning?: MeaningLikeness | undefined
}

/** A story found, held against its sum only. */
interface Candidate {
  readonly story: OpenStory
  /** Inner product of the item and the sum of the story, and their cosine. */
  readonly product: number
  readonly centroid: number
  /** How like a story in other languages is by what words mean; 0 for one that has items in the item's language. */
  readonly translated: number
  /** Of these, the members most like the item. */
  readonly foreign: readonly OpenItem[]
  readonly meaning: MeaningLikeness | undefined
  /** Inner products of the item and each member, where they are known already. */
  readonly products: readonly number[] | undefined
}

/**
 * Scores stories for an item, best first; of equals the older first. Stories beyond the window are left out, and those far
 * behind by their sums; of an item without a fingerprint, by which members are compared one by one, also what cannot be among the best two.
 *
 * @param spread holds the item's vector
 * @param meaning of the item, where a model tells
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
  // Where the words of the item's own language are enough, what they mean decides nothing.
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
 * Length of a story's sum, but at least what it were if its items were alike by `least` in the mean: the sum of a loose story is
 * short, and everything would look near to it.
 */
export function storyLength({ squaredLength, summedItems }: OpenStory, least: number): number {
  return Math.sqrt(Math.max(squaredLength, summedItems * (1 + (summedItems - 1) * least)))
}

/** Inner product of an item, laid out in `spread`, and the sum of a story. */
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

/** How far a story says the terms of an item, laid out in `spread`, already: 0–1 by term. */
export function toldBy({ sums, members, summedItems }: OpenStory, spread: SpreadVector): (term: number) => number {
  return spread.toldBy(sums === undefined ? spread.sumsOver(members) : spread.sumsIn(sums), summedItems)
}

/** Summed strength over a story of each term of an item, laid out in `spread`: for a few terms. */
function sumsBy({ sums, members }: OpenStory, spread: SpreadVector): (term: number) => number {
  return sums === undefined ? spread.sumsOver(members) : (term) => sums.get(term)
}

/** Says how like the stories in other languages are by what words mean. */
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

/** By which it is told which stories are compared closely. */
function strength({ centroid, translated, meaning }: Candidate): number {
  return centroid + translated + (meaning?.gain ?? 0)
}

/**
 * Less where one term is most of what is shared, and more for a member longer than usual: the cosine asks too much of long texts, which
 * say what a title says and more (pivoted length normalisation, Singhal, Buckley & Mitra 1996).
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

/** @param share of what is shared that is owed to its greatest term */
function narrowness(share: number, narrowLoss: number): number {
  return 1 - 2 * narrowLoss * Math.max(0, share - 0.5)
}

/** @returns undefined where the score is below `least` */
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
  // Names and figures are all that is written alike, and the meanings hold them too.
  const isWrittenApart = meant.some(({ language }) => statistics.areWrittenApart(language, item.language))
  const content = isWrittenApart
    ? Math.max(settings.apartWords * words * breadth + translated, settings.foreignShare * facts * breadth)
    : Math.max(Math.max(words, settings.foreignShare * facts) * breadth, translated)
  const ofWords = Math.min(1, content * factor)
  if (meaning === undefined) return { story, score: ofWords, nearest, product }
  const score = Math.max(0, Math.min(1, (content + meaning.gain) * factor))
  return { story, score, nearest, product, meaning: { similarity: meaning.similarity, gain: score - ofWords } }
}

/** Brings stories nearer, one step of the way for all of them before the next. */
function readStoriesAhead(stories: readonly OpenStory[]): void {
  for (const { sums, members, lastAt } of stories) noteRead((sums?.size ?? members.length) ^ (lastAt ?? 0))
  for (const { sums, members } of stories) {
    if (sums === undefined) readVectorsAhead(members)
    else sums.bringNear()
  }
}

/** Less with the time since the story's latest item, and with the story's age: what comes after weeks is another instalment. */
function timeFactor(story: OpenStory, item: OpenItem, settings: ClusterSettings): number {
  const gap = gapHours(story, item.at)
  if (gap === undefined) return 1
  const ageHours = Math.max(0, item.at! - story.firstAt!) / HOUR_MS
  return Math.exp(-gap / settings.decayHours - ageHours / settings.ageHours)
}

/** Less than 1 where one term is most of what an item and a story share: a name alone is no event, be it with its version. */
function breadthFactor(story: OpenStory, spread: SpreadVector, settings: ClusterSettings): number {
  return narrowness(spread.greatestShare(sumsBy(story, spread), isWord), settings.narrowLoss)
}

function isWord(term: number): boolean {
  return !isWholeWord(term)
}
