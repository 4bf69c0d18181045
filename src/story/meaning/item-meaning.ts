import type { ClusterSettings } from '../cluster-settings.ts'
import type { OpenItem } from '../open-item.ts'
import { gapHours, type OpenStory } from '../open-story.ts'
import { ownNames } from '../own-names.ts'
import { isForeign } from '../translation/translated-terms.ts'
import type { MeaningVector } from './meaning-vector.ts'
import type { StoryMeanings } from './story-meanings.ts'

/** The similarity of an item and a story by an embedding model. */
export interface MeaningLikeness {
  /** Cosine of their directions, each less the mean of its language. */
  readonly similarity: number
  /** Added to the similarity of their words; if negative, taken from it. */
  readonly gain: number
}

/** Stories nearest in meaning that are compared with an item, besides those that share words with it. 4 costs half a point on og2021. */
const COMPARED_STORIES = 8

/**
 * The meaning of an item that is about to be placed, for comparison with open stories. For a headline it is evidence besides the
 * words. For a long post it counts for nothing: the post names much in passing, or remarks on what stands before it.
 */
export class ItemMeaning {
  readonly #item: OpenItem
  readonly #direction: MeaningVector
  readonly #meanings: StoryMeanings
  readonly #settings: ClusterSettings
  readonly #isHeadline: boolean

  /** @param direction of the item, less the mean of its language */
  constructor(item: OpenItem, direction: MeaningVector, meanings: StoryMeanings, settings: ClusterSettings) {
    this.#item = item
    this.#direction = direction
    this.#meanings = meanings
    this.#settings = settings
    this.#isHeadline = settings.meaningShare > 0 && item.frontLength <= settings.headlineCharacters
  }

  /**
   * Returns the open stories that are similar enough in meaning to count in their favour, nearest first.
   *
   * @param mayJoin others are left out; by default none is
   */
  nearest(
    stories: ReadonlyMap<number, OpenStory>,
    mayJoin: (story: OpenStory) => boolean = () => true,
  ): readonly OpenStory[] {
    if (!this.#isHeadline) return []
    const { meaningMiddle, windowHours } = this.#settings
    const isNear = (id: number, similarity: number) => {
      const story = stories.get(id)!
      return similarity > meaningMiddle && (gapHours(story, this.#item.at) ?? 0) <= windowHours && mayJoin(story)
    }
    return this.#meanings.nearestTo(this.#direction, COMPARED_STORIES, isNear).map(({ id }) => stories.get(id)!)
  }

  /** @returns undefined for a story without meaning */
  likeness(story: OpenStory): MeaningLikeness | undefined {
    const similarity = this.#meanings.similarity(this.#direction, story.id)
    if (similarity === undefined) return undefined
    const { meaningShare, meaningMiddle, meaningForeignLoss } = this.#settings
    // For two texts in different languages, far apart and very far apart say the same, and words may know better.
    const mostLoss = isForeign(story, this.#item.language) ? meaningForeignLoss : Number.POSITIVE_INFINITY
    const gain = this.#isHeadline ? Math.max(-mostLoss, meaningShare * (similarity - meaningMiddle)) : 0
    // To a model, two releases of one maker mean nearly the same: names decide.
    return { similarity, gain: gain > 0 && this.#namesAnother(story) ? 0 : gain }
  }

  /** Returns whether the item, and the items of the story in its language, have names of their own. */
  #namesAnother({ members }: OpenStory): boolean {
    const others = members.filter(({ language }) => language === this.#item.language)
    return others.length > 0 && ownNames([this.#item], others).level >= this.#settings.ownNames
  }
}
