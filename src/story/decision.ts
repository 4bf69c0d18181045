import { similarity } from '../item/fingerprint.ts'
import type { ClusterSettings } from './cluster-settings.ts'
import { ItemMeaning } from './meaning/item-meaning.ts'
import type { StoryMeanings } from './meaning/story-meanings.ts'
import type { OpenItem } from './open-item.ts'
import type { OpenStory } from './open-story.ts'
import { rounded } from './rounded.ts'
import type { StoryAddresses } from './story-addresses.ts'
import type { StoryIndex } from './story-index.ts'
import { type StoryScore, scoreStories, storyProduct } from './story-similarity.ts'
import type { TermStatistics } from './term-statistics.ts'
import type { SpreadVector } from './term-vector.ts'
import type { ClusterInput, ReceiptRule } from './types.ts'

/** The decision on an item, and what it rests on. */
export interface Decision {
  readonly rule: ReceiptRule
  readonly threshold: number
  /** The story joined; if a story was opened, the best one not joined. */
  readonly best: StoryScore | undefined
  readonly runnerUp: StoryScore | undefined
}

/** What is searched to decide where an item belongs. */
export interface KnownStories {
  readonly index: StoryIndex
  readonly addresses: StoryAddresses
  /** The settings, with thresholds adjusted to the usual size of stories (see `askedOf`). */
  readonly asked: ClusterSettings
  readonly meanings: StoryMeanings
  readonly byId: ReadonlyMap<number, OpenStory>
}

/** Decides which open story an item joins, if any. Changes nothing. */
export class StoryChooser {
  readonly #stories: KnownStories
  readonly #settings: ClusterSettings
  readonly #statistics: TermStatistics

  constructor(stories: KnownStories, settings: ClusterSettings, statistics: TermStatistics) {
    this.#stories = stories
    this.#settings = settings
    this.#statistics = statistics
  }

  /**
   * Decides by a link to a member, then by a near-identical text, then by similarity. A digest joins by a link only.
   *
   * @param spread holds the item's vector
   */
  decide(input: ClusterInput, item: OpenItem, spread: SpreadVector): Decision {
    const { copyLevel, headlineCharacters, postShare } = this.#settings
    const level = rounded(this.#stories.asked.joinLevel * (item.frontLength > headlineCharacters ? postShare : 1))
    const meaning = this.#meaningOf(input, item)
    const scores = this.#scores(item, level, spread, meaning)
    const decided = (rule: ReceiptRule, threshold: number, best: StoryScore | undefined): Decision => {
      return { rule, threshold, best, runnerUp: scores.find(({ story }) => story !== best?.story) }
    }
    const linked = this.#linkedStory(input, item, spread, meaning)
    if (linked !== undefined) return decided('link', 0, linked)
    const [best] = scores
    if (input.form === 'digest') return decided('opened', 1, best)
    const copied = closestCopy(item, scores)
    if (copied !== undefined && copied.score >= copyLevel) return decided('copy', copyLevel, copied)
    return decided(best !== undefined && best.score >= level ? 'content' : 'opened', level, best)
  }

  #meaningOf(input: ClusterInput, item: OpenItem): ItemMeaning | undefined {
    const { meanings, asked } = this.#stories
    const direction = meanings.centred(input.meaning, item.language)
    return direction && new ItemMeaning(item, direction, meanings, asked)
  }

  /** Returns the story that holds what the item points to, with the member that it points to first. */
  #linkedStory(
    input: ClusterInput,
    item: OpenItem,
    spread: SpreadVector,
    meaning: ItemMeaning | undefined,
  ): StoryScore | undefined {
    const linked = this.#stories.addresses.find(input)
    if (linked === undefined) return undefined
    const { story, itemId } = linked
    const [known] = scoreStories(item, [story], spread, this.#settings, this.#statistics, meaning)
    const nearest = story.members.filter(({ id }) => id === itemId)
    const product = known?.product ?? storyProduct(story, item, spread)
    return { story, score: 0, ...known, product, nearest: [...nearest, ...(known?.nearest ?? [])] }
  }

  /**
   * Returns the stories most similar to the item, best first: of those that share words with it, and those that mean the same. If
   * none of them reaches the threshold, those that share translations with it are searched too.
   */
  #scores(
    item: OpenItem,
    level: number,
    spread: SpreadVector,
    meaning: ItemMeaning | undefined,
  ): readonly StoryScore[] {
    const { index, byId } = this.#stories
    const { comparedStories } = this.#settings
    const scored = (stories: readonly OpenStory[]) =>
      scoreStories(item, stories, spread, this.#settings, this.#statistics, meaning)
    const sharing = index.nearest(item.vector, comparedStories)
    const found = meaning === undefined ? sharing : [...new Set([...sharing, ...meaning.nearest(byId)])]
    const scores = scored(found)
    if (item.translated === undefined || (scores[0] !== undefined && scores[0].score >= level)) return scores
    const more = index.nearest(item.translated, comparedStories).filter((story) => !found.includes(story))
    return [...scores, ...scored(more)].sort((a, b) => b.score - a.score || a.story.id - b.story.id)
  }
}

/** Returns the story with the member that the item is most a copy of. */
function closestCopy({ fingerprint }: OpenItem, scores: readonly StoryScore[]): StoryScore | undefined {
  let best: StoryScore | undefined
  if (fingerprint.length === 0) return best
  for (const { story, nearest, product } of scores) {
    for (const member of nearest) {
      const score = similarity(fingerprint, member.fingerprint)
      if (score > (best?.score ?? 0)) best = { story, score, nearest: [member], product }
    }
  }
  return best
}
