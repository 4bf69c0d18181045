import type { Entity } from '../entity/types.ts'
import type { Instant } from '../lib/instant.ts'
import { type ClusterSettings, clusterSettings } from './cluster-settings.ts'
import { type ClustererState, readSnapshot, writeSnapshot } from './clusterer-snapshot.ts'
import { StoryChooser } from './decision.ts'
import { frontText } from './front-text.ts'
import { ItemTermReader, type ItemTerms } from './item-terms.ts'
import type { OpenItem } from './open-item.ts'
import { OpenStories } from './open-stories.ts'
import { itemIdsOf, type OpenStory } from './open-story.ts'
import { ReceiptWriter } from './receipt-writer.ts'
import { rememberItem } from './remember-item.ts'
import { isRoundUp } from './round-up.ts'
import { storyProduct, toldBy } from './story-similarity.ts'
import { StoryUpkeep } from './story-upkeep.ts'
import { TermStatistics } from './term-statistics.ts'
import { SpreadVector } from './term-vector.ts'
import { toldTranslated } from './translation/translated-terms.ts'
import type { WordTranslations } from './translation/word-translations.ts'
import type { Clusterer, ClusterInput, StoryChange } from './types.ts'

/** A clusterer that can be stopped and started. */
export interface OnlineClusterer extends Clusterer {
  /**
   * Returns everything needed to resume as if never stopped, in chunks that are written while they are read: read them all before
   * calling anything else. A chunk is valid only until the next one is requested.
   */
  snapshot(): Iterable<Uint8Array>
  /**
   * Adds an item whose story is already known, from an earlier decision or from an operator. Opens the story if its number is not
   * open; new stories are numbered above it.
   */
  adopt(item: ClusterInput, storyId: number): void
  /** Removes an item that its source took back: it no longer draws items to the story. A story without items is closed. */
  withdraw(itemId: number, storyId: number): void
  /**
   * Forgets a story and rebuilds it from these items, all seen before; without items, the story ceases to exist. The term
   * statistics do not change.
   *
   * @param storyId undefined opens a new story
   * @returns the story's number
   */
  rebase(storyId: number | undefined, items: readonly ClusterInput[]): number
  /** Exempts a story, if it is open, from merging and splitting: an operator has decided what is in it. */
  fix(storyId: number): void
  /** Numbers new stories above this number, so that no number ever names two stories. */
  numberAfter(storyId: number): void
}

export interface ClustererOptions {
  /** Number of the first story opened; default 1. */
  readonly nextStoryId?: number
  readonly settings?: Partial<ClusterSettings>
  /** Translations of words into English; without them, words of two languages match only by spelling. */
  readonly translations?: WordTranslations
  /** Looks up an entity; `gazetteer.entity` fits. Without it, every entity is taken to have salience 2. */
  readonly entityOf?: (id: string) => Pick<Entity, 'salience'> | undefined
  /** Names the embedding model and how it is prompted; a snapshot's meanings are discarded if they are of another. */
  readonly meaningSpace?: string
}

/**
 * Creates a clusterer that groups items into stories as they arrive. An item is compared with the open stories that share terms
 * with it, by the cosine similarity of TF-IDF vectors over words, names, numbers and entities; a term is weighted by how rare it
 * was when the item arrived. A story that turns out to hold two events is split as it grows; every `mergeEveryItems` items, stories
 * that have come to tell of the same event are merged. A link to a member, or a near-identical text, joins at once. A digest has a
 * story of its own, which nothing joins by similarity.
 */
export function createClusterer(options: ClustererOptions = {}): OnlineClusterer {
  return new TermClusterer(options)
}

/**
 * Restores a clusterer from a snapshot: given the same items, it makes the same stories as if it had never stopped.
 *
 * @param options the same as before; `nextStoryId` can only raise the number in the snapshot
 * @throws SnapshotError for bytes that this version did not write
 */
export function restoreClusterer(snapshot: Iterable<Uint8Array>, options: ClustererOptions = {}): OnlineClusterer {
  return new TermClusterer(options, readSnapshot(snapshot))
}

class TermClusterer implements OnlineClusterer {
  readonly #settings: ClusterSettings
  readonly #reader: ItemTermReader
  readonly #statistics: TermStatistics
  readonly #stories: OpenStories
  readonly #chooser: StoryChooser
  readonly #upkeep: StoryUpkeep
  readonly #receipts: ReceiptWriter
  /** The vector of the item being placed. */
  readonly #spread = new SpreadVector()
  #arrivals: number
  /** The latest date of any item: the current time, as far as items show. */
  #latestAt: Instant | undefined

  constructor(options: ClustererOptions, state?: ClustererState) {
    const settings = clusterSettings(options.settings)
    const salienceOf = (id: string) => options.entityOf?.(id)?.salience ?? 2
    const reader = new ItemTermReader(settings, salienceOf, options.translations)
    const statistics = state?.statistics ?? new TermStatistics()
    const receipts = new ReceiptWriter(settings, reader, statistics)
    const stories = new OpenStories(settings, options.meaningSpace ?? '', options.nextStoryId ?? 1, state)
    this.#settings = settings
    this.#reader = reader
    this.#statistics = statistics
    this.#receipts = receipts
    this.#stories = stories
    this.#chooser = new StoryChooser(stories, settings, statistics)
    this.#upkeep = new StoryUpkeep(stories, settings, statistics, receipts, reader.translates)
    this.#arrivals = state?.arrivals ?? 0
    this.#latestAt = state?.latestAt
  }

  assign(given: ClusterInput): readonly StoryChange[] {
    const input = knownForm(given)
    const terms = this.#reader.read(input)
    const item = this.#layOut(input, terms)
    const decision = this.#chooser.decide(input, item, this.#spread)
    const receipt = this.#receipts.ofArrival(item, this.#spread, terms, decision)
    const known = decision.rule === 'opened' ? undefined : decision.best!.story
    const story = this.#place(input, item, terms, known && { story: known, product: decision.best!.product })
    const type = known === undefined ? 'created' : 'joined'
    const placed: StoryChange = { type, storyId: story.id, itemId: item.id, receipt }
    return [placed, ...this.#upkeep.afterArrival(story, this.#arrivals, this.#latestAt)]
  }

  stories(): readonly { readonly storyId: number; readonly itemIds: readonly number[] }[] {
    return [...this.#stories.byId.values()]
      .sort((a, b) => a.id - b.id)
      .map((story) => ({ storyId: story.id, itemIds: [...itemIdsOf(story)] }))
  }

  adopt(given: ClusterInput, storyId: number): void {
    const input = knownForm(given)
    const terms = this.#reader.read(input)
    const item = this.#layOut(input, terms)
    this.#place(input, item, terms, this.#joined(this.#stories.byId.get(storyId), item), storyId)
    this.numberAfter(storyId)
  }

  rebase(storyId: number | undefined, inputs: readonly ClusterInput[]): number {
    const id = storyId ?? this.#stories.nextId
    const known = this.#stories.byId.get(id)
    if (known !== undefined) this.#stories.forget([known])
    for (const input of inputs.map(knownForm)) {
      const item = this.#layOut(input, this.#reader.read(input))
      this.#takeIn(input, item, this.#joined(this.#stories.byId.get(id), item), id)
      this.numberAfter(id)
    }
    if (known?.isFixed) this.fix(id)
    return id
  }

  fix(storyId: number): void {
    const story = this.#stories.byId.get(storyId)
    if (story !== undefined) story.isFixed = true
  }

  numberAfter(storyId: number): void {
    this.#stories.numberAfter(storyId)
  }

  withdraw(itemId: number, storyId: number): void {
    this.#stories.withdraw(itemId, storyId)
  }

  snapshot(): Iterable<Uint8Array> {
    const [arrivals, latestAt, statistics] = [this.#arrivals, this.#latestAt, this.#statistics]
    return writeSnapshot({ ...this.#stories.state(), arrivals, latestAt, statistics })
  }

  /** Builds the record of an item and loads its vector into `#spread`. */
  #layOut(input: ClusterInput, terms: ItemTerms): OpenItem {
    const item = rememberItem(input, terms, this.#arrivals, this.#settings, this.#statistics, this.#stories.chunks)
    this.#spread.set(item.vector, terms.mentions)
    return item
  }

  /** Returns what is needed to add the item in `#spread` to a story. */
  #joined(story: OpenStory | undefined, item: OpenItem): Joined | undefined {
    return story && { story, product: storyProduct(story, item, this.#spread) }
  }

  /**
   * Counts the item in `#spread` and adds it to a story. Counting comes after the item was weighted, and before it changes the
   * story.
   *
   * @param known undefined opens a story
   * @param id number of the story if one is opened; by default the next one
   */
  #place(input: ClusterInput, item: OpenItem, terms: ItemTerms, known: Joined | undefined, id?: number): OpenStory {
    this.#countTerms(item, terms, known?.story)
    if (item.at !== undefined) this.#latestAt = Math.max(this.#latestAt ?? item.at, item.at)
    const story = this.#takeIn(input, item, known, id)
    this.#stories.meanings.count(input.meaning, item.language)
    this.#arrivals++
    return story
  }

  #takeIn(input: ClusterInput, item: OpenItem, known: Joined | undefined, id?: number): OpenStory {
    if (known === undefined) return this.#stories.open(input, item, id)
    this.#stories.join(known.story, input, item, known.product)
    return known.story
  }

  /** @param story the one that the item in `#spread` is about to join */
  #countTerms(
    { language, frontLength }: OpenItem,
    { weights, translated }: ItemTerms,
    story: OpenStory | undefined,
  ): void {
    const toldOf = story && toldBy(story, this.#spread)
    this.#statistics.count(language, weights.terms, toldOf)
    this.#statistics.countFront(language, frontLength)
    if (translated === undefined) return
    const more = translated.meanings.map(({ term }) => term).filter((term) => !weights.terms.includes(term))
    this.#statistics.countMore(language, more, story && toldTranslated(story))
  }
}

/** A story that is about to receive an item, and the inner product of the item and the story's sum. */
interface Joined {
  readonly story: OpenStory
  readonly product: number
}

/** Returns the input, turned into a digest if its text lists several events, whatever its feed calls it. */
function knownForm(input: ClusterInput): ClusterInput {
  return input.form !== 'digest' && isRoundUp(frontText(input)) ? { ...input, form: 'digest' } : input
}
