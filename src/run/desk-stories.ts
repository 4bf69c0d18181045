import type { Instant } from '../lib/instant.ts'
import type { StoryRulings } from '../store/operator-types.ts'
import type { StoryOpening, StoryRecord } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import type { Receipt, StoryItem } from '../story/types.ts'
import type { ModelSummary } from '../summary/model/types.ts'
import type { ItemReader } from './item-reader.ts'

/** Items kept in memory; the stories touched longest ago are read again from the store when they are needed. */
const KEPT_ITEMS = 1_000

/** A story in the desk's memory. */
export interface DeskStory {
  readonly id: number
  /** By ascending id, however they came: what is told must not depend on whether the story was read from the store since. */
  readonly items: ReadonlyMap<number, StoryItem>
  readonly receipts: Map<number, Receipt>
  readonly joinedAt: Map<number, Instant>
  record?: Omit<StoryRecord, 'revision'>
  rulings?: StoryRulings
  byModel?: ModelSummary
  /** What it was about when it opened, and how many like it were before; undefined until that is found out. */
  opening?: StoryOpening & { readonly earlierStories: number }
}

interface HeldStory extends DeskStory {
  readonly items: Map<number, StoryItem>
  /** Highest id that it had. */
  newestId: number
}

/** The stories that the desk works on, with their items; as many as fit, the last used. */
export class DeskStories {
  readonly #store: Pick<Store, 'story'>
  readonly #reader: ItemReader
  /** In the order of use. */
  readonly #stories = new Map<number, HeldStory>()
  #items = 0

  constructor(store: Pick<Store, 'story'>, reader: ItemReader) {
    this.#store = store
    this.#reader = reader
  }

  /** @returns the story if it is in memory */
  held(id: number): DeskStory | undefined {
    return this.#stories.get(id)
  }

  /** A story that the store does not know yet. */
  open(id: number): DeskStory {
    return this.#open(id)
  }

  /**
   * A story of the store, or the one that it was merged into.
   *
   * @throws Error for one that the store does not have
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

  /** Adds an item, or puts its newer revision in the place of the older. */
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

  /** Forgets the stories with an item of a source, so that they are read anew. */
  forgetSource(sourceId: string): void {
    for (const [id, { items }] of this.#stories) {
      if ([...items.values()].some((item) => item.sourceId === sourceId)) this.forget(id)
    }
  }

  /**
   * Forgets until what is held is no more than is kept: stories of one item, of which nine in ten stay alone, then what was used longest ago.
   *
   * @param inUse kept while they have more items than one
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

/** A map keeps the order in which its entries were set. */
function sortByKey<Value>(map: Map<number, Value>): void {
  const sorted = [...map].sort(([a], [b]) => a - b)
  map.clear()
  for (const [key, value] of sorted) map.set(key, value)
}
