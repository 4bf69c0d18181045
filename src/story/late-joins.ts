import type { ClusterSettings } from './cluster-settings.ts'
import { ItemMeaning } from './meaning/item-meaning.ts'
import type { StoryPair } from './merge-pass.ts'
import type { OpenStories } from './open-stories.ts'
import type { OpenStory } from './open-story.ts'
import { scoreStories } from './story-similarity.ts'
import type { TermStatistics } from './term-statistics.ts'
import { SpreadVector } from './term-vector.ts'

/** Fewest items of a story that a lone item joins late: two headlines say little of what they are about. */
const LEAST_MEMBERS = 3

/**
 * Puts items that stayed alone into stories that have grown since. In a stream of large stories an item that nothing came to is as a rule no
 * event of its own but a side of one, in words of its own; and it can no longer be the beginning of a story, which a lower level takes from
 * items as they come. Each lone item is asked about once. Where stories are small, what stays alone is alone, and none is.
 */
export class LateJoins {
  readonly #stories: OpenStories
  readonly #settings: ClusterSettings
  readonly #statistics: TermStatistics
  /** Holds the item that is asked about. */
  readonly #spread = new SpreadVector()
  /** Goes through the stories in the order in which they were opened; also through those that are opened meanwhile. */
  #opened: Iterator<OpenStory> | undefined
  /** The first that may have to wait. */
  #next: OpenStory | undefined

  constructor(stories: OpenStories, settings: ClusterSettings, statistics: TermStatistics) {
    this.#stories = stories
    this.#settings = settings
    this.#statistics = statistics
  }

  /**
   * To be called at each look for merges; a pair is to be merged before the next is asked for.
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
   * Lone items that have come to the age since the last look. What is older was asked about before, so that nothing need be kept of it: after a
   * restart the first look passes over all stories once.
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
      // While it waited it may have been merged, or let go of: what is left of it still looks like a lone item.
      const isDue = this.#stories.byId.get(story.id) === story && isAlone(story)
      if (isDue && age < lateItems) return
      this.#next = undefined
      if (isDue && age < lateItems + mergeEveryItems) yield story
    }
    // An iterator that came to the end stays there, whatever is opened later.
    this.#opened = undefined
  }

  #pairOf(story: OpenStory): StoryPair | undefined {
    const { asked } = this.#stories
    const share = asked.joinLevel / this.#settings.joinLevel
    if (share === 1) return undefined
    const threshold = asked.joinLevel * share ** this.#settings.latePower
    const best = this.#bestFor(story)
    if (best === undefined || best.score < threshold) return undefined
    const [older, younger] = story.id < best.story.id ? [story, best.story] : [best.story, story]
    return { older, younger, score: best.score, threshold }
  }

  /** As for an item that arrives, among stories of some items. */
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

/** A single item that was never looked at with others: what was withdrawn is not missed after a restart either. */
function isAlone({ isClosed, isFixed, summedItems, members, lookedAtItems }: OpenStory): boolean {
  return !isClosed && !isFixed && summedItems === 1 && members.length === 1 && lookedAtItems === 0
}
