import type { ClusterSettings } from '../cluster-settings.ts'
import type { OpenItem } from '../open-item.ts'
import { gapHours, type OpenStory } from '../open-story.ts'
import { ownNames } from '../own-names.ts'
import { isForeign } from '../translation/translated-terms.ts'
import type { MeaningVector } from './meaning-vector.ts'
import type { StoryMeanings } from './story-meanings.ts'

/** What an embedding model says of an item and a story. */
export interface MeaningLikeness {
  /** Cosine of what sets them apart from others of their languages. */
  readonly similarity: number
  /** Added to the similarity of their words; below 0: taken from it. */
  readonly gain: number
}

/** Stories nearest in meaning that are held against an item beside those that share words with it. 4 costs half a point on og2021. */
const COMPARED_STORIES = 8

/**
 * The meaning of an item that is about to be placed, held against open stories. Of a headline it is evidence beside its words. A
 * long post names much in passing, or remarks on what stands before: what it means decides nothing.
 */
export class ItemMeaning {
  readonly #item: OpenItem
  readonly #direction: MeaningVector
  readonly #meanings: StoryMeanings
  readonly #settings: ClusterSettings
  readonly #isHeadline: boolean

  /** @param direction what sets the item apart from others of its language */
  constructor(item: OpenItem, direction: MeaningVector, meanings: StoryMeanings, settings: ClusterSettings) {
    this.#item = item
    this.#direction = direction
    this.#meanings = meanings
    this.#settings = settings
    this.#isHeadline = settings.meaningShare > 0 && item.frontLength <= settings.headlineCharacters
  }

  /**
   * Open stories that mean enough of the same to speak for them, nearest first.
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
    // Far apart and very far apart say the same of two texts in different languages, and words may yet know better.
    const mostLoss = isForeign(story, this.#item.language) ? meaningForeignLoss : Number.POSITIVE_INFINITY
    const gain = this.#isHeadline ? Math.max(-mostLoss, meaningShare * (similarity - meaningMiddle)) : 0
    // To a model, two releases of one maker mean nearly the same: names decide.
    return { similarity, gain: gain > 0 && this.#namesAnother(story) ? 0 : gain }
  }

  /** The item and the items of the story in its language have names of their own. */
  #namesAnother({ members }: OpenStory): boolean {
    const others = members.filter(({ language }) => language === this.#item.language)
    return others.length > 0 && ownNames([this.#item], others).level >= this.#settings.ownNames
  }
}
