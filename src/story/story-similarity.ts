import { HOUR_MS } from '../lib/instant.ts'
import type { ClusterSettings } from './cluster-settings.ts'
import { conflictFactor } from './conflict.ts'
import { listFactor } from './list-factor.ts'
import { gapHours, glancesOf, type OpenItem, type OpenStory } from './open-story.ts'
import { sharedFacts } from './shared-facts.ts'
import { isGram } from './term-hash.ts'
import { type SpreadVector, strengthOf, termOf } from './term-vector.ts'

/** How like an item is to a story. */
export interface StoryScore {
  readonly story: OpenStory
  /** 0–1. */
  readonly score: number
  /** Members most like the item, at least one, best first. */
  readonly nearest: readonly OpenItem[]
}

/** A story found by shared terms, held against its sum only. */
interface Candidate {
  readonly story: OpenStory
  /** Cosine of the item and the sum of the story. */
  readonly centroid: number
}

interface Likeness {
  readonly member: OpenItem
  readonly product: number
}

/** Members that are compared wholly after a glance at all. */
const AFTER_GLANCE = 4

/**
 * Scores stories for an item, best first; of equals the older first. Stories beyond the window are left out, and those far
 * behind by their sums.
 *
 * @param spread holds the item's vector
 */
export function scoreStories(
  item: OpenItem,
  stories: readonly OpenStory[],
  spread: SpreadVector,
  settings: ClusterSettings,
): StoryScore[] {
  const candidates: Candidate[] = []
  for (const story of stories) {
    if ((gapHours(story, item.at) ?? 0) > settings.windowHours) continue
    candidates.push({ story, centroid: storyProduct(story, item, spread) / storyLength(story, settings.looseness) })
  }
  candidates.sort((a, b) => b.centroid - a.centroid || a.story.id - b.story.id)
  return candidates
    .slice(0, settings.closelyCompared)
    .map((candidate) => scoreClosely(candidate, item, spread, settings))
    .sort((a, b) => b.score - a.score || a.story.id - b.story.id)
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
  if (story.sums !== undefined) return story.sums.product(item.vector)
  let product = 0
  for (const member of story.members) product += spread.product(member.vector)
  return product
}

/** How far a story says the terms of an item, laid out in `spread`, already: 0–1 by term. */
export function toldBy({ sums, members, summedItems }: OpenStory, spread: SpreadVector): (term: number) => number {
  const sumOf =
    sums === undefined ? spread.sumsOver(members.map(({ vector }) => vector)) : (term: number) => sums.get(term)
  return spread.toldBy(sumOf, summedItems)
}

function scoreClosely(
  { story, centroid }: Candidate,
  item: OpenItem,
  spread: SpreadVector,
  settings: ClusterSettings,
): StoryScore {
  const best = nearestMembers(story, spread, settings.nearestMembers)
  const near = best.reduce((sum, { product }) => sum + product, 0) / best.length
  const nearest = best.map(({ member }) => member)
  const foreign = nearest.filter((member) => member.language !== item.language)
  const facts = Math.max(0, ...foreign.map((member) => sharedFacts(item, member, spread)))
  const words = settings.centroidShare * centroid + (1 - settings.centroidShare) * near
  const content = Math.max(words, settings.foreignShare * facts)
  const factor =
    timeFactor(story, item, settings) *
    conflictFactor(item, nearest, settings) *
    breadthFactor(story, item, spread, settings) *
    listFactor(story, item, settings)
  return { story, score: Math.min(1, content * factor), nearest }
}

/** Members most like the item, best first, of equals the latest. Of many, those that a glance at their strongest terms tells. */
function nearestMembers(story: OpenStory, spread: SpreadVector, count: number): Likeness[] {
  const { members } = story
  const kept = Math.max(AFTER_GLANCE, count)
  const likely =
    members.length <= kept
      ? members
      : glancesOf(story)
          .nearest(spread, kept)
          .map((place) => members[place]!)
  return likely
    .map((member) => ({ member, product: spread.product(member.vector) }))
    .sort((a, b) => b.product - a.product || b.member.arrival - a.member.arrival)
    .slice(0, count)
}

/** Less with the time since the story's latest item, and with the story's age: what comes after weeks is another instalment. */
function timeFactor(story: OpenStory, item: OpenItem, settings: ClusterSettings): number {
  const gap = gapHours(story, item.at)
  if (gap === undefined) return 1
  const ageHours = Math.max(0, item.at! - story.firstAt!) / HOUR_MS
  return Math.exp(-gap / settings.decayHours - ageHours / settings.ageHours)
}

/** Less than 1 where one term is most of what an item and a story share: a name alone is no event. */
function breadthFactor(story: OpenStory, item: OpenItem, spread: SpreadVector, settings: ClusterSettings): number {
  const share =
    story.sums === undefined
      ? spread.greatestShare(
          story.members.map(({ vector }) => vector),
          isWord,
        )
      : greatestShare(story.sums, item.vector)
  return 1 - 2 * settings.narrowLoss * Math.max(0, share - 0.5)
}

function greatestShare(sums: NonNullable<OpenStory['sums']>, vector: OpenItem['vector']): number {
  let total = 0
  let greatest = 0
  for (let index = 0; index < vector.length; index++) {
    const term = termOf(vector[index]!)
    if (isGram(term)) continue
    const product = sums.get(term) * strengthOf(vector[index]!)
    total += product
    if (product > greatest) greatest = product
  }
  return total === 0 ? 1 : greatest / total
}

function isWord(term: number): boolean {
  return !isGram(term)
}
