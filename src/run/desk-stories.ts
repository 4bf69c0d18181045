import type { Instant } from '../lib/instant.ts'
import type { StoryRulings } from '../store/operator-types.ts'
import type { StoryOpening, StoryRecord } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import type { Receipt, StoryItem } from '../story/types.ts'
import type { ModelSummary } from '../summary/model/types.ts'
import type { ItemReader } from './item-reader.ts'

/** Maximum number of items kept in memory; evicted stories are read from the store again when they are needed. */
const KEPT_ITEMS = 1_000

/** A story in the desk's memory. */
export interface DeskStory {
  readonly id: number
  /** By ascending id, whatever the order of arrival: the result must not depend on whether the story was reloaded from the store. */
  readonly items: ReadonlyMap<number, StoryItem>
  readonly receipts: Map<number, Receipt>
  readonly joinedAt: Map<number, Instant>
  record?: Omit<StoryRecord, 'revision'>
  rulings?: StoryRulings
  byModel?: ModelSummary
  /** Instalments that follow a story merged into this one, until this one has a record. */
  next?: readonly number[]
  /** What it was about when it opened and how many similar stories preceded it; undefined until that is determined. */
  opening?: StoryOpening & { readonly earlierStories: number }
}

interface HeldStory extends DeskStory {
  readonly items: Map<number, StoryItem>
  /** Highest item id that it has had. */
  newestId: number
}

/** An LRU cache of the stories that the desk works on, with their items. */
export class DeskStories {
  readonly #store: Pick<Store, 'story'>
  readonly #reader: ItemReader
  /** Least recently used first. */
  readonly #stories = new Map<number, HeldStory>()
  #items = 0

  constructor(store: Pick<Store, 'story'>, reader: ItemReader) {
    this.#store = store
    this.#reader = reader
  }

  /** Returns the story if it is in memory; does not count as a use. */
  held(id: number): DeskStory | undefined {
    return this.#stories.get(id)
  }

  /** Adds an empty story that the store does not have yet. */
  open(id: number): DeskStory {
    return this.#open(id)
  }

  /**
   * Returns a story, from memory or the store; for a merged one, the story that it was merged into.
   *
   * @throws Error for a story that the store does not have
   */
  async load(id: number): Promise<DeskStory> {
    const held = this.#stories.get(id)
    if (held) {
      this.#stories.delete(id)
      this.#stories.set(id, held)
      return held
    }
    const found = await this.#store.story(id)
    if (found?.type === 'moved') return this.load(found.into)
    if (found?.type !== 'story') throw new Error(`Story ${id} is known to the clusterer but not to the store`)
    const story = this.#open(id)
    story.record = found.story
    story.rulings = found.story.rulings
    story.byModel = found.story.byModel
    const { opening, rankInput } = found.story
    if (opening !== undefined) story.opening = { ...opening, earlierStories: rankInput.earlierStories }
    for (const { item, receipt, joinedAt } of found.members) {
      this.put(story, this.#reader.storyItem(item), receipt, joinedAt)
    }
    return story
  }

  /** Adds an item, or replaces it by its newer revision. */
  put(story: DeskStory, item: StoryItem, receipt: Receipt, joinedAt: Instant): void {
    const held = this.#stories.get(story.id)!
    const { items, receipts, joinedAt: instants } = held
    const isOutOfOrder = !items.has(item.id) && item.id < held.newestId
    if (!items.has(item.id)) this.#items++
    items.set(item.id, item)
    if (isOutOfOrder) sortByKey(items)
    else held.newestId = Math.max(held.newestId, item.id)
    receipts.set(item.id, receipt)
    instants.set(item.id, joinedAt)
  }

  take(story: DeskStory, itemId: number): void {
    if (this.#stories.get(story.id)?.items.delete(itemId)) this.#items--
    story.receipts.delete(itemId)
    story.joinedAt.delete(itemId)
  }

  forget(id: number): void {
    const story = this.#stories.get(id)
    if (!story) return
    this.#stories.delete(id)
    this.#items -= story.items.size
  }

  /** Evicts the stories with an item of the source, so that they are reloaded. */
  forgetSource(sourceId: string): void {
    for (const [id, { items }] of this.#stories) {
      if ([...items.values()].some((item) => item.sourceId === sourceId)) this.forget(id)
    }
  }

  /**
   * Evicts stories until at most `KEPT_ITEMS` items are held: first stories of one item (nine in ten never get a second), then the least
   * recently used.
   *
   * @param inUse stories that are not evicted if they have more than one item
   */
  evict(inUse: ReadonlySet<number>): void {
    for (const isAlone of [true, false]) {
      for (const [id, { items }] of this.#stories) {
        if (this.#items <= KEPT_ITEMS) return
        if (isAlone ? items.size <= 1 : !inUse.has(id)) this.forget(id)
      }
    }
  }

  #open(id: number): HeldStory {
    const story: HeldStory = { id, items: new Map(), receipts: new Map(), joinedAt: new Map(), newestId: 0 }
    this.#stories.set(id, story)
    return story
  }
}

/** Sorts a map in place by key; a map iterates in insertion order. */
function sortByKey<Value>(map: Map<number, Value>): void {
  const sorted = [...map].sort(([a], [b]) => a - b)
  map.clear()
  for (const [key, value] of sorted) map.set(key, value)
}
