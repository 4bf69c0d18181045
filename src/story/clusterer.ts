import type { Entity } from '../entity/types.ts'
import type { Instant } from '../lib/instant.ts'
import { type ClusterSettings, clusterSettings } from './cluster-settings.ts'
import { type ClustererState, readSnapshot, writeSnapshot } from './clusterer-snapshot.ts'
import { type ItemTerms, readItemTerms, type SalienceOf } from './item-terms.ts'
import { gapHours, type OpenItem, type OpenStory, widenSpan } from './open-story.ts'
import { StoryIndex } from './story-index.ts'
import { isGram } from './term-hash.ts'
import { TermStatistics } from './term-statistics.ts'
import { packVector, SpreadVector, strengthOf, termOf } from './term-vector.ts'
import type { Clusterer, ClusterInput, Receipt, StoryChange } from './types.ts'

/** A clusterer that can be stopped and started. */
export interface OnlineClusterer extends Clusterer {
  /** Everything needed to go on as if never stopped. */
  snapshot(): Uint8Array
  /** Takes in an item whose story is known: what was decided before, or by an operator. */
  adopt(item: ClusterInput, storyId: number): void
}

export interface ClustererOptions {
  /** Number of the first story opened; default 1. */
  readonly nextStoryId?: number
  readonly settings?: Partial<ClusterSettings>
  /** What an entity is; `gazetteer.entity` fits. Without it, every entity is taken for one that helps (salience 2). */
  readonly entityOf?: (id: string) => EntityTraits | undefined
}

export type EntityTraits = Pick<Entity, 'salience' | 'type' | 'parent'>

export function createClusterer(options: ClustererOptions = {}): OnlineClusterer {
  return new TermClusterer(options)
}

/**
 * A clusterer that goes on where a snapshot was taken: same items, same stories, as if it had never stopped.
 *
 * @param options as the first time; `nextStoryId` only raises the number that the snapshot holds
 * @throws SnapshotError for bytes that this version did not write
 */
export function restoreClusterer(snapshot: Uint8Array, options: ClustererOptions = {}): OnlineClusterer {
  return new TermClusterer(options, readSnapshot(snapshot))
}

interface Score {
  readonly story: OpenStory
  readonly score: number
  readonly nearest: OpenItem
  readonly gapHours: number | undefined
}

class TermClusterer implements OnlineClusterer {
  readonly #settings: ClusterSettings
  readonly #salienceOf: SalienceOf
  readonly #statistics: TermStatistics
  readonly #index: StoryIndex
  readonly #stories: Map<number, OpenStory>
  readonly #spread = new SpreadVector()
  #nextStoryId: number
  #arrivals: number
  #clock: Instant | undefined

  constructor(options: ClustererOptions, state?: ClustererState) {
    this.#settings = clusterSettings(options.settings)
    this.#salienceOf = (id) => options.entityOf?.(id)?.salience ?? 2
    this.#statistics = state?.statistics ?? new TermStatistics()
    this.#stories = new Map(state?.stories)
    this.#index = new StoryIndex(this.#settings.postings, state?.index, this.#stories)
    this.#nextStoryId = Math.max(options.nextStoryId ?? 1, state?.nextStoryId ?? 1)
    this.#arrivals = state?.arrivals ?? 0
    this.#clock = state?.clock
  }

  assign(input: ClusterInput): readonly StoryChange[] {
    const terms = readItemTerms(input, this.#settings, this.#salienceOf)
    const item = this.#openItem(input, terms)
    const [best, second] = this.#scores(item)
    const isJoined = best !== undefined && best.score >= this.#settings.joinLevel
    const receipt = this.#receipt(item, terms, best, second, isJoined)
    const story = isJoined ? best.story : this.#open(item)
    if (isJoined) this.#join(story, item)
    this.#statistics.count(item.language, terms.weights.keys())
    const changes: StoryChange[] = [
      { type: isJoined ? 'joined' : 'created', storyId: story.id, itemId: item.id, receipt },
    ]
    this.#arrivals++
    if (this.#arrivals % this.#settings.mergeEveryItems === 0) {
      this.#evict()
      changes.push(...this.#mergePass())
    }
    return changes
  }

  stories(): readonly { readonly storyId: number; readonly itemIds: readonly number[] }[] {
    return [...this.#stories.values()]
      .sort((a, b) => a.id - b.id)
      .map(({ id, itemIds }) => ({ storyId: id, itemIds: [...itemIds] }))
  }

  adopt(input: ClusterInput, storyId: number): void {
    const terms = readItemTerms(input, this.#settings, this.#salienceOf)
    const item = this.#openItem(input, terms)
    const story = this.#stories.get(storyId)
    if (story) {
      this.#spread.add(item.vector)
      this.#join(story, item)
    } else this.#open(item, storyId)
    this.#nextStoryId = Math.max(this.#nextStoryId, storyId + 1)
    this.#statistics.count(item.language, terms.weights.keys())
    this.#arrivals++
  }

  snapshot(): Uint8Array {
    return writeSnapshot({
      nextStoryId: this.#nextStoryId,
      arrivals: this.#arrivals,
      clock: this.#clock,
      stories: this.#stories,
      statistics: this.#statistics,
      index: this.#index.state(),
    })
  }

  #openItem(input: ClusterInput, { weights }: ItemTerms): OpenItem {
    const language = this.#statistics.languageIndex(input.language)
    const rare = new Map<number, number>()
    for (const [term, weight] of weights) rare.set(term, weight * this.#statistics.rarity(language, term))
    return {
      id: input.id,
      arrival: this.#arrivals,
      vector: packVector(rare, 1000),
      language,
      title: input.title,
      at: input.at,
      url: input.url,
      pointsTo: input.pointsTo,
      fingerprint: Uint32Array.from(input.fingerprint ?? []),
      entityIds: input.entityIds,
      isDigest: input.form === 'digest',
    }
  }

  /** Best first. */
  #scores(item: OpenItem): Score[] {
    this.#spread.clear()
    this.#spread.add(item.vector)
    const scores: Score[] = []
    for (const story of this.#index.nearest(item.vector, this.#settings.comparedStories)) {
      const score = this.#score(story, item)
      if (score !== undefined) scores.push(score)
    }
    return scores.sort((a, b) => b.score - a.score || a.story.id - b.story.id)
  }

  /** `#spread` holds the item. */
  #score(story: OpenStory, item: OpenItem): Score | undefined {
    const { windowHours, decayHours, centroidShare, nearestMembers } = this.#settings
    const gap = gapHours(story, item.at)
    if (gap !== undefined && gap > windowHours) return undefined
    const similarities = story.members.map((member) => this.#spread.product(member.vector))
    let sum = 0
    let nearest = 0
    for (let index = 0; index < similarities.length; index++) {
      sum += similarities[index]!
      if (similarities[index]! > similarities[nearest]!) nearest = index
    }
    const top = [...similarities].sort((a, b) => b - a).slice(0, nearestMembers)
    const near = top.reduce((total, each) => total + each, 0) / top.length
    const content = centroidShare * (sum / Math.sqrt(story.squaredLength)) + (1 - centroidShare) * near
    return {
      story,
      score: content * Math.exp(-(gap ?? 0) / decayHours),
      nearest: story.members[nearest]!,
      gapHours: gap,
    }
  }

  #open(item: OpenItem, id = this.#nextStoryId++): OpenStory {
    const story: OpenStory = {
      id,
      itemIds: [item.id],
      members: [item],
      squaredLength: 1,
      firstAt: item.at,
      lastAt: item.at,
      lastArrival: this.#arrivals,
      isClosed: item.isDigest,
      isChanged: true,
    }
    this.#stories.set(id, story)
    this.#index.add(story)
    if (!story.isClosed) this.#index.addTerms(story, item.vector)
    this.#tick(item)
    return story
  }

  /** `#spread` holds the item. */
  #join(story: OpenStory, item: OpenItem): void {
    let sum = 0
    for (const member of story.members) sum += this.#spread.product(member.vector)
    story.squaredLength += 2 * sum + 1
    story.members.push(item)
    story.itemIds.push(item.id)
    if (story.members.length > this.#settings.comparedMembers) this.#dropOldest(story)
    widenSpan(story, item.at)
    story.lastArrival = this.#arrivals
    story.isChanged = true
    if (!story.isClosed) this.#index.addTerms(story, item.vector)
    this.#tick(item)
  }

  #dropOldest(story: OpenStory): void {
    const oldest = story.members.shift()!
    this.#spread.clear()
    this.#spread.add(oldest.vector)
    let sum = 0
    for (const member of story.members) sum += this.#spread.product(member.vector)
    story.squaredLength -= 2 * sum + 1
  }

  #tick(item: OpenItem): void {
    if (item.at !== undefined) this.#clock = Math.max(this.#clock ?? item.at, item.at)
  }

  #evict(): void {
    if (this.#clock === undefined) return
    const oldest = this.#clock - this.#settings.windowHours * 3_600_000
    const gone = new Set<OpenStory>()
    for (const story of this.#stories.values()) {
      if (story.lastAt !== undefined && story.lastAt < oldest && this.#arrivals - story.lastArrival > 5_000) {
        gone.add(story)
        this.#stories.delete(story.id)
      }
    }
    if (gone.size > 0) this.#index.remove(gone)
  }

  #mergePass(): StoryChange[] {
    const pairs: { older: OpenStory; younger: OpenStory; score: number }[] = []
    const seen = new Set<string>()
    for (const story of this.#stories.values()) {
      if (!story.isChanged || story.isClosed) continue
      story.isChanged = false
      this.#spread.clear()
      const sums = new Map<number, number>()
      for (const member of story.members) {
        this.#spread.add(member.vector)
        for (const packed of member.vector) {
          const term = termOf(packed)
          if (!isGram(term)) sums.set(term, (sums.get(term) ?? 0) + strengthOf(packed))
        }
      }
      for (const other of this.#index.nearest(packVector(sums, 60), this.#settings.comparedStories)) {
        if (other === story) continue
        const [older, younger] = other.id < story.id ? [other, story] : [story, other]
        const key = `${older.id} ${younger.id}`
        if (seen.has(key)) continue
        seen.add(key)
        const gap = gapHours(story, other.firstAt, other.lastAt) ?? 0
        if (gap > this.#settings.windowHours) continue
        let product = 0
        for (const member of other.members) product += this.#spread.product(member.vector)
        const cosine = product / Math.sqrt(story.squaredLength * other.squaredLength)
        const score = cosine * Math.exp(-gap / this.#settings.decayHours)
        if (score >= this.#settings.mergeLevel) pairs.push({ older, younger, score })
      }
    }
    pairs.sort((a, b) => b.score - a.score || a.older.id - b.older.id || a.younger.id - b.younger.id)
    const merged = new Set<number>()
    const changes: StoryChange[] = []
    for (const { older, younger, score } of pairs) {
      if (merged.has(older.id) || merged.has(younger.id)) continue
      merged.add(older.id).add(younger.id)
      this.#merge(older, younger)
      changes.push({
        type: 'merged',
        storyId: older.id,
        fromStoryId: younger.id,
        receipt: {
          rule: 'merge',
          score,
          threshold: this.#settings.mergeLevel,
          sharedTerms: [],
          sharedEntities: [],
          sharedNumbers: [],
        },
      })
    }
    return changes
  }

  #merge(older: OpenStory, younger: OpenStory): void {
    older.itemIds.push(...younger.itemIds)
    older.members = [...older.members, ...younger.members]
      .sort((a, b) => a.arrival - b.arrival)
      .slice(-this.#settings.comparedMembers)
    older.squaredLength = this.#squaredLength(older.members)
    widenSpan(older, younger.firstAt)
    widenSpan(older, younger.lastAt)
    older.lastArrival = Math.max(older.lastArrival, younger.lastArrival)
    older.isChanged = true
    this.#stories.delete(younger.id)
    this.#index.redirect(younger, older)
    for (const member of younger.members) this.#index.addTerms(older, member.vector)
  }

  #squaredLength(members: readonly OpenItem[]): number {
    this.#spread.clear()
    for (const member of members) this.#spread.add(member.vector)
    let sum = 0
    for (const member of members) sum += this.#spread.product(member.vector)
    return sum
  }

  #receipt(
    item: OpenItem,
    { named }: ItemTerms,
    best: Score | undefined,
    second: Score | undefined,
    isJoined: boolean,
  ): Receipt {
    const strengths = new Map([...item.vector].map((packed) => [termOf(packed), strengthOf(packed)]))
    const ofStory = new Set(best?.story.members.flatMap((member) => [...member.vector].map(termOf)))
    const shared = named
      .filter(({ term }) => ofStory.has(term) && strengths.has(term))
      .sort((a, b) => strengths.get(b.term)! - strengths.get(a.term)!)
    const texts = (kind: string) =>
      shared
        .filter((each) => each.kind === kind)
        .slice(0, 8)
        .map(({ text }) => text)
    return {
      rule: isJoined ? 'content' : 'opened',
      score: Math.min(1, best?.score ?? 0),
      threshold: this.#settings.joinLevel,
      sharedTerms: texts('word'),
      sharedEntities: texts('entity'),
      sharedNumbers: texts('number'),
      gapHours: best?.gapHours,
      nearestItemId: best?.nearest.id,
      runnerUp: second && { storyId: second.story.id, score: Math.min(1, second.score) },
    }
  }
}
