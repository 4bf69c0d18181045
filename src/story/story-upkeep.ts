import { HOUR_MS, type Instant } from '../lib/instant.ts'
import type { ClusterSettings } from './cluster-settings.ts'
import { LateJoins } from './late-joins.ts'
import { meanEnough } from './meaning/mean-enough.ts'
import { findMeaningMerges } from './meaning/meaning-merges.ts'
import { dueStories, findMerges, LOOK_GROWTH, type StoryPair } from './merge-pass.ts'
import type { OpenStories } from './open-stories.ts'
import { itemIdsOf, type OpenStory } from './open-story.ts'
import type { ReceiptWriter } from './receipt-writer.ts'
import { findSplit, type StorySplit } from './split-pass.ts'
import type { TermStatistics } from './term-statistics.ts'
import { findTranslatedMerges } from './translation/translated-merges.ts'
import type { StoryChange } from './types.ts'

/** Arrivals between two searches for old stories, and the fewest that are closed at a time. */
const CLOSE_EVERY_ITEMS = 1_000
const CLOSED_AT_ONCE = 500

/** Splits and merges stories as they grow, and closes those that no longer receive items. */
export class StoryUpkeep {
  readonly #stories: OpenStories
  readonly #settings: ClusterSettings
  readonly #statistics: TermStatistics
  readonly #receipts: ReceiptWriter
  readonly #translates: boolean
  readonly #lateJoins: LateJoins

  /** @param translates whether translations of words are available */
  constructor(
    stories: OpenStories,
    settings: ClusterSettings,
    statistics: TermStatistics,
    receipts: ReceiptWriter,
    translates: boolean,
  ) {
    this.#stories = stories
    this.#settings = settings
    this.#statistics = statistics
    this.#receipts = receipts
    this.#translates = translates
    this.#lateJoins = new LateJoins(stories, settings, statistics)
  }

  /**
   * Returns what an item changed besides its own placement: every `mergeEveryItems` items all stories that grew are examined,
   * otherwise only the story that it joined.
   *
   * @param arrivals items so far, this one included
   * @param now the latest date seen
   */
  afterArrival(story: OpenStory, arrivals: number, now: Instant | undefined): readonly StoryChange[] {
    const { mergeEveryItems } = this.#settings
    if (arrivals % mergeEveryItems !== 0) return this.#examineIfDue(story)
    const isRound = arrivals % CLOSE_EVERY_ITEMS < mergeEveryItems
    if (isRound) this.#closeOldStories(arrivals, now)
    // At each merge pass while there are few stories, less often later.
    if (isRound || arrivals < CLOSE_EVERY_ITEMS) this.#stories.learn()
    return [...this.#reexamine(), ...this.#joinLate(arrivals)]
  }

  /**
   * Splits two events that met in one story, or merges a story that has come to say the same as another, as soon as it has enough
   * items, so that readers need not wait for the next merge pass. There, where all pairs compete, less is required for a merge.
   */
  #examineIfDue(story: OpenStory): readonly StoryChange[] {
    const { isClosed, isFixed, isMergedByMeaning, summedItems } = story
    if (isClosed || isFixed || isMergedByMeaning || !isLookedAt(summedItems)) return []
    const split = findSplit(story, this.#settings)
    if (split !== undefined) return [this.#split(split)]
    const merges = findMerges([story], this.#stories.index, this.#stories.asked, this.#mayMerge)
    const clear = merges.filter(({ score, threshold }) => score >= threshold * this.#settings.promptMerge)
    return clear.map((pair) => this.#merge(pair))
  }

  #closeOldStories(arrivals: number, now: Instant = 0): void {
    const { windowHours, keptItems, keptUndatedItems } = this.#settings
    const oldest = now - windowHours * HOUR_MS
    const old: OpenStory[] = []
    this.#stories.byId.forEach((story) => {
      const since = arrivals - story.lastArrival
      const isOld = story.lastAt === undefined ? since > keptUndatedItems : since > keptItems && story.lastAt < oldest
      if (isOld) old.push(story)
    })
    // Cleaning the index scans all of it, which is worth it only for many stories.
    if (old.length < Math.max(CLOSED_AT_ONCE, this.#stories.byId.size / 20)) return
    this.#stories.forget(old)
    this.#stories.compact()
  }

  /** First splits stories that hold two events, then merges stories that tell of the same one. */
  #reexamine(): readonly StoryChange[] {
    const grown = this.#stories.takeGrown()
    const due = dueStories(grown)
    // Stories merged by meaning differ in their words, so words cannot tell whether they hold two events.
    const judged = due.filter((story) => !story.isMergedByMeaning)
    const splits = judged.flatMap((story) => findSplit(story, this.#settings) ?? [])
    const taken = new Set(splits.map(({ story }) => story))
    const changes = splits.map((split) => this.#split(split))
    return [...changes, ...this.#findMerges(grown, due, taken).map((pair) => this.#merge(pair))]
  }

  /** Merges items that stayed alone into stories that have grown since. */
  #joinLate(arrivals: number): readonly StoryChange[] {
    const changes: StoryChange[] = []
    for (const pair of this.#lateJoins.find(arrivals)) changes.push(this.#merge(pair))
    return changes
  }

  /** @param taken stories to leave out; those merged by words are added */
  #findMerges(grown: readonly OpenStory[], due: readonly OpenStory[], taken: Set<OpenStory>): readonly StoryPair[] {
    const { index, byId, meanings, asked, usualNearness } = this.#stories
    const looked = due.filter((story) => !taken.has(story))
    const mayMerge = this.#mayMerge
    const merges = findMerges(looked, index, asked, mayMerge)
    for (const { into, from } of merges) taken.add(into).add(from)
    const translated =
      this.#translates && this.#statistics.languages > 1
        ? findTranslatedMerges(grown, index, this.#settings, taken, this.#statistics, usualNearness, mayMerge)
        : []
    const meant = findMeaningMerges(grown, byId, meanings, this.#settings, usualNearness, taken)
    return [...merges, ...translated, ...meant]
  }

  readonly #mayMerge = (a: OpenStory, b: OpenStory): boolean =>
    meanEnough(a, b, this.#stories.meanings.similarityOf(a.id, b.id), this.#settings)

  #split(split: StorySplit): StoryChange {
    const receipt = this.#receipts.ofSplit(split)
    const parted = this.#stories.split(split)
    return { type: 'split', storyId: parted.id, fromStoryId: split.story.id, itemIds: [...itemIdsOf(parted)], receipt }
  }

  #merge(pair: StoryPair): StoryChange {
    const receipt = this.#receipts.ofMerge(pair)
    this.#stories.merge(pair)
    return { type: 'merged', storyId: pair.into.id, fromStoryId: pair.from.id, receipt }
  }
}

/**
 * Returns whether a growing story is examined at this size. Each such size is a quarter above the last, so that the cost of
 * examining is proportional to that of joining.
 */
function isLookedAt(items: number): boolean {
  const step = (count: number) => Math.floor(Math.log(count) / Math.log(LOOK_GROWTH))
  return items > 3 && step(items) > step(items - 1)
}
