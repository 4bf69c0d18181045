import type { ClusterSettings } from './cluster-settings.ts'
import type { ClustererState } from './clusterer-snapshot.ts'
import { StoryMeanings } from './meaning/story-meanings.ts'
import { mergeStories, type StoryPair } from './merge-pass.ts'
import type { OpenItem } from './open-item.ts'
import { itemIdsOf, joinStory, keepItemIds, type OpenStory, openStory, partStory, removeItem } from './open-story.ts'
import { usualNearness } from './side-by-side.ts'
import type { StorySplit } from './split-pass.ts'
import { StoryAddresses } from './story-addresses.ts'
import { StoryCensus } from './story-census.ts'
import { StoryIndex } from './story-index.ts'
import { askedOf } from './story-sizes.ts'
import type { ClusterInput } from './types.ts'
import { WordChunks } from './word-chunks.ts'

/**
 * The open stories and everything by which they are found: terms, addresses, meanings. Changing a story here keeps these consistent
 * with it.
 */
export class OpenStories {
  readonly index: StoryIndex
  readonly addresses: StoryAddresses
  readonly meanings: StoryMeanings
  /** Memory that holds the records of items. */
  readonly chunks = new WordChunks()
  readonly #byId: Map<number, OpenStory>
  readonly #settings: ClusterSettings
  readonly #census: StoryCensus
  /** Stories that received items or another story since the last merge pass. */
  readonly #grown = new Set<OpenStory>()
  #nextId: number
  /** Mean size of the stories at the last census. */
  #usualSize: number
  #asked: ClusterSettings
  /** How near in time two stories usually were then. */
  #usualNearness: number

  /** @param nextId number of the first story opened; can only raise the number in `state` */
  constructor(settings: ClusterSettings, meaningSpace: string, nextId: number, state?: ClustererState) {
    this.#settings = settings
    this.#byId = new Map(state?.stories)
    this.#census = new StoryCensus(this.#byId)
    this.index = new StoryIndex(settings, this.#byId, state?.index)
    this.addresses = state?.addresses ?? new StoryAddresses()
    this.meanings = new StoryMeanings(meaningSpace, state?.meanings)
    for (const id of state?.grownIds ?? []) this.#grown.add(this.#byId.get(id)!)
    this.#nextId = Math.max(nextId, state?.nextStoryId ?? 1)
    this.#usualSize = state?.usualSize ?? 1
    this.#asked = askedOf(settings, this.#usualSize)
    this.#usualNearness = state?.usualNearness ?? 1
  }

  /** The settings, with thresholds adjusted to the usual size of stories (see `askedOf`). */
  get asked(): ClusterSettings {
    return this.#asked
  }

  /** The result of `usualNearness` at the last census. */
  get usualNearness(): number {
    return this.#usualNearness
  }

  /** Takes a census of how large stories are, and how near in time. */
  learn(): void {
    this.#census.count()
    this.#usualSize = this.#census.usualSize
    this.#asked = askedOf(this.#settings, this.#usualSize)
    this.#usualNearness = usualNearness(this.#census.times, this.#settings)
  }

  /** The open stories by number. */
  get byId(): ReadonlyMap<number, OpenStory> {
    return this.#byId
  }

  /** The number that the next story gets. */
  get nextId(): number {
    return this.#nextId
  }

  numberAfter(storyId: number): void {
    this.#nextId = Math.max(this.#nextId, storyId + 1)
  }

  state(): Pick<
    ClustererState,
    'nextStoryId' | 'usualSize' | 'usualNearness' | 'stories' | 'addresses' | 'grownIds' | 'index' | 'meanings'
  > {
    return {
      nextStoryId: this.#nextId,
      usualSize: this.#usualSize,
      usualNearness: this.#usualNearness,
      stories: this.#byId,
      addresses: this.addresses,
      grownIds: [...this.#grown].map(({ id }) => id),
      index: this.index.state(),
      meanings: this.meanings.state(),
    }
  }

  /** Returns the stories that received items or another story since the last call. */
  takeGrown(): readonly OpenStory[] {
    const grown = [...this.#grown]
    this.#grown.clear()
    return grown
  }

  open(input: ClusterInput, item: OpenItem, id = this.#nextId++): OpenStory {
    const story = openStory(id, item, input.form === 'digest')
    this.#byId.set(id, story)
    this.#census.noteOpened(story)
    this.index.add(story)
    if (!story.isClosed) this.#addWords(story, input, item)
    this.addresses.add(input, story)
    return story
  }

  /** @param product inner product of the item's vector and the story's sum */
  join(story: OpenStory, input: ClusterInput, item: OpenItem, product: number): void {
    const linked = this.addresses.find(input)
    this.addresses.add(input, story)
    // A digest put into a story by its address or by hand must not draw other events to it.
    if (input.form === 'digest') {
      keepItemIds(story).push(item.id)
      return
    }
    this.#census.noteChange(story)
    const joining = linked?.story === story ? item.bindTo(linked.itemId) : item
    joinStory(story, joining, product, this.#settings.comparedMembers)
    if (!story.isClosed) this.#addWords(story, input, item)
  }

  /** Makes a story findable by the words and the meaning of an item. */
  #addWords(story: OpenStory, input: ClusterInput, item: OpenItem): void {
    this.meanings.add(story.id, this.meanings.centred(input.meaning, item.language))
    this.index.addItem(story, item)
    this.#grown.add(story)
  }

  withdraw(itemId: number, storyId: number): void {
    const story = this.#byId.get(storyId)
    if (story === undefined || !itemIdsOf(story).includes(itemId)) return
    this.#census.noteChange(story)
    removeItem(story, itemId)
    this.addresses.removeItem(story, itemId)
    if (story.members.length === 0) this.forget([story])
  }

  /** Forgets stories. Linear in the size of the index: call it with many at once. */
  forget(stories: readonly OpenStory[]): void {
    for (const story of stories) {
      this.#census.noteChange(story)
      this.#byId.delete(story.id)
      this.#grown.delete(story)
      this.meanings.forget(story.id)
    }
    this.addresses.remove(stories)
    this.index.remove(stories)
  }

  /** Frees the memory of items that are gone. Linear in the number of items. */
  compact(): void {
    const stories = this.#byId
    this.chunks.compact({
      *[Symbol.iterator]() {
        for (const { members } of stories.values()) yield* members
      },
    })
  }

  /** @returns the new story */
  split({ story, leaving }: StorySplit): OpenStory {
    this.#census.noteChange(story)
    const parted = partStory(story, leaving, this.#nextId++)
    this.#byId.set(parted.id, parted)
    this.#census.noteOpened(parted)
    this.index.add(parted)
    for (const item of leaving) this.index.addItem(parted, item)
    this.addresses.moveItems(itemIdsOf(parted), story, parted)
    return parted
  }

  merge(pair: StoryPair): void {
    const { into, from } = pair
    this.#census.noteChange(into)
    this.#census.noteChange(from)
    mergeStories(pair, this.#settings.comparedMembers)
    this.#byId.delete(from.id)
    this.#grown.delete(from)
    this.#grown.add(into)
    this.addresses.redirect(from, into)
    this.index.redirect(from, into)
    this.meanings.merge(into.id, from.id)
    for (const member of from.members) this.index.addItem(into, member)
  }
}
