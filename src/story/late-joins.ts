import type { ClusterSettings } from './cluster-settings.ts'
import { ItemMeaning } from './meaning/item-meaning.ts'
import { orderPair, type StoryPair } from './merge-pass.ts'
import type { OpenStories } from './open-stories.ts'
import type { OpenStory } from './open-story.ts'
import { scoreStories } from './story-similarity.ts'
import type { TermStatistics } from './term-statistics.ts'
import { SpreadVector } from './term-vector.ts'

/** Fewest items of a story that a lone item may join late: two headlines say little of what they are about. */
const LEAST_MEMBERS = 3

/**
 * Merges items that stayed alone into stories that have grown since. In a stream of large stories, an item that nothing joined is
 * usually not an event of its own but a side of one, in words of its own. It will no longer begin a story either, whereas a lower
 * threshold for arriving items would absorb the beginnings of stories. Each lone item is examined once. Where stories are small,
 * what stays alone is left alone.
 */
export class LateJoins {
  readonly #stories: OpenStories
  readonly #settings: ClusterSettings
  readonly #statistics: TermStatistics
  /** The vector of the item that is examined. */
  readonly #spread = new SpreadVector()
  /** Iterates over the stories in the order in which they were opened, including those opened meanwhile. */
  #opened: Iterator<OpenStory> | undefined
  /** The first story that may have to wait. */
  #next: OpenStory | undefined

  constructor(stories: OpenStories, settings: ClusterSettings, statistics: TermStatistics) {
    this.#stories = stories
    this.#settings = settings
    this.#statistics = statistics
  }

  /**
   * Finds lone items and the stories that they join. Must be called at each merge pass; a pair must be merged before the next is
   * requested.
   *
   * @param arrivals items so far
   */
  *find(arrivals: number): Generator<StoryPair> {
    for (const story of this.#due(arrivals)) {
      const pair = this.#pairOf(story)
      if (pair !== undefined) yield pair
    }
  }

  /**
   * Yields lone items that have reached the required age since the last pass. Older ones were examined before, so that nothing need
   * be kept about them; after a restart the first pass goes through all stories once.
   */
  *#due(arrivals: number): Generator<OpenStory> {
    const { lateItems, mergeEveryItems } = this.#settings
    if (lateItems === 0) return
    for (;;) {
      this.#opened ??= this.#stories.byId.values()
      this.#next ??= this.#opened.next().value
      const story = this.#next
      if (story === undefined) break
      const age = arrivals - story.lastArrival
      // It may have been merged or forgotten while it waited, and what is left of it still looks like a lone item.
      const isDue = this.#stories.byId.get(story.id) === story && isAlone(story)
      if (isDue && age < lateItems) return
      this.#next = undefined
      if (isDue && age < lateItems + mergeEveryItems) yield story
    }
    // An iterator that has ended stays at its end, whatever is opened later.
    this.#opened = undefined
  }

  #pairOf(story: OpenStory): StoryPair | undefined {
    const { asked } = this.#stories
    const share = asked.joinLevel / this.#settings.joinLevel
    if (share === 1) return undefined
    const threshold = asked.joinLevel * share ** this.#settings.latePower
    const best = this.#bestFor(story)
    if (best === undefined || best.score < threshold) return undefined
    return { ...orderPair(story, best.story), score: best.score, threshold }
  }

  /** Scores it as an arriving item, against stories of enough items. */
  #bestFor(story: OpenStory) {
    const { index, byId, meanings, asked } = this.#stories
    const { comparedStories } = this.#settings
    const item = story.members[0]!
    const mayJoin = (other: OpenStory) => !other.isClosed && !other.isFixed && other.members.length >= LEAST_MEMBERS
    // Twice as many, as lone ones are found too.
    const sharing = (vector: OpenStory['members'][number]['vector']) =>
      index
        .nearest(vector, comparedStories * 2)
        .filter(mayJoin)
        .slice(0, comparedStories)
    const direction = meanings.directionOf(story.id)
    const meaning = direction && new ItemMeaning(item, direction, meanings, asked)
    const found = new Set([
      ...sharing(item.vector),
      ...(meaning?.nearest(byId, mayJoin) ?? []),
      ...(item.translated === undefined ? [] : sharing(item.translated)),
    ])
    this.#spread.set(item.vector)
    return scoreStories(item, [...found], this.#spread, this.#settings, this.#statistics, meaning)[0]
  }
}

/**
 * Returns whether a story is a single item that was never examined with others. All this rests on is in snapshots, so that a
 * restart changes nothing.
 */
function isAlone({ isClosed, isFixed, summedItems, members, lookedAtItems }: OpenStory): boolean {
  return !isClosed && !isFixed && summedItems === 1 && members.length === 1 && lookedAtItems === 0
}
