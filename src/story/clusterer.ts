import type { Entity } from '../entity/types.ts'
import type { Instant } from '../lib/instant.ts'
import { type ClusterSettings, clusterSettings } from './cluster-settings.ts'
import { type ClustererState, readSnapshot, writeSnapshot } from './clusterer-snapshot.ts'
import { type ItemTerms, readItemTerms, type SalienceOf } from './item-terms.ts'
import { findMerges, mergeStories } from './merge-pass.ts'
import { joinStory, type OpenItem, type OpenStory, openStory } from './open-story.ts'
import { StoryIndex } from './story-index.ts'
import { type Comparison, type StoryScore, scoreStories, storyProduct } from './story-similarity.ts'
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

class TermClusterer implements OnlineClusterer {
  readonly #settings: ClusterSettings
  readonly #salienceOf: SalienceOf
  readonly #statistics: TermStatistics
  readonly #index: StoryIndex
  readonly #stories: Map<number, OpenStory>
  readonly #spread = new SpreadVector()
  readonly #comparison: Comparison
  #nextStoryId: number
  #arrivals: number
  #clock: Instant | undefined

  constructor(options: ClustererOptions, state?: ClustererState) {
    this.#settings = clusterSettings(options.settings)
    this.#salienceOf = (id) => options.entityOf?.(id)?.salience ?? 2
    this.#statistics = state?.statistics ?? new TermStatistics()
    this.#stories = new Map(state?.stories)
    this.#comparison = { settings: this.#settings, statistics: this.#statistics, spread: this.#spread }
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
      this.#spread.clear()
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
  #scores(item: OpenItem): StoryScore[] {
    this.#spread.clear()
    this.#spread.add(item.vector)
    const stories = this.#index.nearest(item.vector, this.#settings.comparedStories)
    return scoreStories(item, stories, this.#comparison)
  }

  #open(item: OpenItem, id = this.#nextStoryId++): OpenStory {
    const story = openStory(id, item)
    this.#stories.set(id, story)
    this.#index.add(story)
    if (!story.isClosed) this.#index.addTerms(story, item.vector)
    this.#tick(item)
    return story
  }

  /** `#spread` holds the item. */
  #join(story: OpenStory, item: OpenItem): void {
    joinStory(story, item, storyProduct(story, item, this.#spread), this.#settings.comparedMembers)
    if (!story.isClosed) this.#index.addTerms(story, item.vector)
    this.#tick(item)
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
    return findMerges(this.#stories.values(), this.#index, this.#settings).map((pair) => {
      const { older, younger, score } = pair
      mergeStories(pair, this.#settings.comparedMembers)
      this.#stories.delete(younger.id)
      this.#index.redirect(younger, older)
      for (const member of younger.members) this.#index.addTerms(older, member.vector)
      const receipt: Receipt = {
        rule: 'merge',
        score,
        threshold: this.#settings.mergeLevel,
        sharedTerms: [],
        sharedEntities: [],
        sharedNumbers: [],
      }
      return { type: 'merged', storyId: older.id, fromStoryId: younger.id, receipt }
    })
  }

  #receipt(
    item: OpenItem,
    { named }: ItemTerms,
    best: StoryScore | undefined,
    second: StoryScore | undefined,
    isJoined: boolean,
  ): Receipt {
    const strengths = new Map([...item.vector].map((packed) => [termOf(packed), strengthOf(packed)]))
    const ofStory = new Set(
      best && [...best.story.members.slice(-8), best.nearest].flatMap((member) => [...member.vector].map(termOf)),
    )
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
