import type { ClusterSettings } from './cluster-settings.ts'
import { gapHours, type OpenItem, type OpenStory } from './open-story.ts'
import type { TermStatistics } from './term-statistics.ts'
import { productWithVector } from './term-sums.ts'
import { type SpreadVector, strengthOf, type TermVector, termOf } from './term-vector.ts'

/** How like an item is to a story. */
export interface StoryScore {
  readonly story: OpenStory
  /** 0–1. */
  readonly score: number
  readonly nearest: OpenItem
  readonly gapHours: number | undefined
}

/** A story found by shared terms, held against its sum only. */
interface Candidate {
  readonly story: OpenStory
  /** Cosine of the item and the sum of the story. */
  readonly centroid: number
}

/** What a comparison needs beside item and story. */
export interface Comparison {
  readonly settings: ClusterSettings
  readonly statistics: TermStatistics
  /** Holds the item's vector. */
  readonly spread: SpreadVector
}

/** Scores stories for an item, best first; of equals the older first. Stories beyond the window are left out. */
export function scoreStories(item: OpenItem, stories: readonly OpenStory[], comparison: Comparison): StoryScore[] {
  const { windowHours, closelyCompared } = comparison.settings
  const candidates: Candidate[] = []
  for (const story of stories) {
    if ((gapHours(story, item.at) ?? 0) > windowHours) continue
    candidates.push({ story, centroid: storyProduct(story, item, comparison.spread) / Math.sqrt(story.squaredLength) })
  }
  candidates.sort((a, b) => b.centroid - a.centroid || a.story.id - b.story.id)
  return candidates
    .filter(({ story }, rank) => rank < closelyCompared || !story.languages.includes(item.language))
    .map((candidate) => scoreClosely(candidate, item, comparison))
    .sort((a, b) => b.score - a.score || a.story.id - b.story.id)
}

/** Inner product of an item and the sum of a story. */
export function storyProduct(story: OpenStory, item: OpenItem, spread: SpreadVector): number {
  return story.sums === undefined
    ? spread.product(story.members[0]!.vector)
    : productWithVector(story.sums, item.vector)
}

function scoreClosely({ story, centroid }: Candidate, item: OpenItem, comparison: Comparison): StoryScore {
  const { settings, spread } = comparison
  const { decayHours, centroidShare, nearestMembers } = settings
  const members = story.members.map((member) => ({ member, product: spread.product(member.vector) }))
  members.sort((a, b) => b.product - a.product || b.member.arrival - a.member.arrival)
  const nearest = members.slice(0, nearestMembers)
  const near = nearest.reduce((sum, { product }) => sum + product, 0) / nearest.length
  const { member } = nearest[0]!
  const raise = story.languages.includes(item.language) ? 1 : languageRaise(item, member, comparison)
  const gap = gapHours(story, item.at)
  const content = raise * (centroidShare * centroid + (1 - centroidShare) * near)
  return { story, score: Math.min(1, content * Math.exp(-(gap ?? 0) / decayHours)), nearest: member, gapHours: gap }
}

/**
 * By how much two items in different languages are more alike than their vectors say: most of each is words that the other
 * language does not have. Normalises over the terms that both have, held back by `foreignFloor` while few texts were read.
 */
function languageRaise(item: OpenItem, member: OpenItem, { settings, statistics }: Comparison): number {
  const own = sharedLength(item.vector, member.language, statistics)
  const other = sharedLength(member.vector, item.language, statistics)
  return 1 / (Math.max(settings.foreignFloor, own) * Math.max(settings.foreignFloor, other))
}

/** Length of the part of a unit vector whose terms occur in another language. */
function sharedLength(vector: TermVector, language: number, statistics: TermStatistics): number {
  let squares = 0
  for (let index = 0; index < vector.length; index++) {
    const packed = vector[index]!
    if (statistics.occursIn(language, termOf(packed))) squares += strengthOf(packed) ** 2
  }
  return Math.sqrt(squares)
}
