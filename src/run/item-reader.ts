import type { Gazetteer } from '../entity/types.ts'
import { fingerprint } from '../item/fingerprint.ts'
import { STORY_TEXT_LENGTH } from '../item/story-text.ts'
import { wholeCharacters } from '../lib/clean-text.ts'
import { clusterInputOf, mentionsIn } from '../pipeline.ts'
import type { Source } from '../source/types.ts'
import type { StoredItem } from '../store/item-types.ts'
import type { Store } from '../store/types.ts'
import type { ClusterInput, Publisher, StoryItem } from '../story/types.ts'
import { publisherOf, unknownPublisher } from './publisher-of.ts'

/** Converts stored items for the later steps: with their publishers, as they are now or as they first arrived. */
export class ItemReader {
  readonly #store: Pick<Store, 'sources' | 'itemHistory'>
  readonly #gazetteer: Gazetteer
  #publishers = new Map<string, Publisher>()

  constructor(store: Pick<Store, 'sources' | 'itemHistory'>, gazetteer: Gazetteer) {
    this.#store = store
    this.#gazetteer = gazetteer
  }

  /** Loads the publishers; must be awaited once before anything is read. */
  async loadPublishers(): Promise<void> {
    this.#publishers = new Map((await this.#store.sources()).map((source) => [source.id, publisherOf(source)]))
  }

  knowsPublisher(sourceId: string): boolean {
    return this.#publishers.has(sourceId)
  }

  /** Updates the publisher of a changed source. */
  setPublisher(source: Source): void {
    this.#publishers.set(source.id, publisherOf(source))
  }

  /** Returns an item as it is now. */
  storyItem(stored: StoredItem): StoryItem {
    const { contentHash: _hash, feedUrl: _feed, key: _key, ...item } = stored
    const reach = item.title.length + 1 + STORY_TEXT_LENGTH
    return {
      ...item,
      text: wholeCharacters(item.text, STORY_TEXT_LENGTH),
      mentions: item.mentions.filter((mention) => mention.end <= reach),
      publisher: this.#publishers.get(item.sourceId) ?? unknownPublisher(item.sourceId),
    }
  }

  /**
   * Returns an item as it was first published. The clusterer always gets this form: an edit made before or after the item was placed must
   * not change the decision of a replay.
   */
  async arrival(stored: StoredItem): Promise<ClusterInput> {
    const item = this.storyItem(stored)
    if (item.revision === 1) return clusterInputOf(item)
    const history = await this.#store.itemHistory(item.id)
    const first = history.find((each) => each.revision === 1) ?? item
    const published = { ...item, title: first.title, text: wholeCharacters(first.text, STORY_TEXT_LENGTH) }
    const mentions = mentionsIn(published, this.#gazetteer)
    return clusterInputOf({ ...published, mentions, fingerprint: fingerprint(first.title, first.text) })
  }
}
