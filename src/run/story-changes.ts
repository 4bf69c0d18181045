import { editMark } from '../item/edit-mark.ts'
import type { ItemRevision } from '../store/item-types.ts'
import type { Store } from '../store/types.ts'
import type { ClusterInput, Receipt, StoryChange } from '../story/types.ts'
import type { Batch } from './batch.ts'
import type { ClustererMemory } from './clusterer-memory.ts'
import type { DeskStories, DeskStory } from './desk-stories.ts'
import type { ItemReader } from './item-reader.ts'
import type { EventData } from './operator-hands.ts'
import { redactEvents } from './redact-events.ts'
import type { Teller } from './teller.ts'

/** Maximum number of a story's events searched for the text of a withdrawn item; more than any story has. */
const REDACTED_EVENTS = 10_000

export interface StoryChangesOptions {
  readonly store: Pick<Store, 'storyOfItem' | 'itemHistory' | 'events'>
  readonly reader: ItemReader
  readonly stories: DeskStories
  readonly teller: Teller
  readonly memory: Pick<ClustererMemory, 'clusterer'>
}

/** Applies arrivals, edits and withdrawals to stories. Changes are collected in a batch, which the desk tells and commits. */
export class StoryChanges {
  readonly #store: StoryChangesOptions['store']
  readonly #reader: ItemReader
  readonly #stories: DeskStories
  readonly #teller: Teller
  readonly #memory: StoryChangesOptions['memory']

  constructor({ store, reader, stories, teller, memory }: StoryChangesOptions) {
    this.#store = store
    this.#reader = reader
    this.#stories = stories
    this.#teller = teller
    this.#memory = memory
  }

  /** Passes a new item to the clusterer and applies the changes that it returns. */
  async place(revision: ItemRevision, arrival: ClusterInput, batch: Batch): Promise<void> {
    const item = this.#reader.storyItem(revision.item)
    for (const change of this.#memory.clusterer.assign(arrival)) {
      if (change.type === 'merged') {
        await this.#keepRulings(change.fromStoryId, change.storyId)
        await this.merge(change.fromStoryId, change.storyId, change.receipt, batch)
        continue
      }
      if (change.type === 'split') {
        await this.#split(change, batch)
        continue
      }
      const story =
        change.type === 'created' ? this.#stories.open(change.storyId) : await this.#stories.load(change.storyId)
      this.#stories.put(story, item, change.receipt, batch.at)
      if (change.type === 'created') this.#teller.open(story)
      batch.touched.add(story.id)
      batch.log(story.id, change.type, { itemId: item.id })
      if (editMark(item.title) === 'retraction')
        batch.log(story.id, 'retracted', { itemId: item.id, title: item.title })
      else if (editMark(item.title) === 'correction') {
        batch.log(story.id, 'corrected', { itemId: item.id, title: item.title })
      }
    }
  }

  /**
   * Merges one story into another.
   *
   * @param more additional data of the logged event
   */
  async merge(from: number, into: number, receipt: Receipt, batch: Batch, more: EventData = {}): Promise<void> {
    const source = await this.#stories.load(from)
    const target = await this.#stories.load(into)
    for (const [id, item] of source.items) {
      const own = source.receipts.get(id)!
      // In a merge by meaning, the opening item of the merged story is here for that reason alone and gets the merge's receipt.
      const isHereByMeaning = receipt.meaning !== undefined && own.rule === 'opened'
      this.#stories.put(target, item, isHereByMeaning ? receipt : own, source.joinedAt.get(id)!)
    }
    this.#takeHistory(source, target)
    this.#stories.forget(from)
    this.#teller.remove(source, batch)
    batch.touched.delete(from)
    batch.touched.add(into)
    batch.merges.push({ from, into })
    logForBoth(batch, 'merged', { ...more, from, into, ...reasonOf([...source.items.keys()], receipt) })
  }

  /** Gives the merged story what either was told with: the earlier beginning, and the instalments that follow both. */
  #takeHistory(source: DeskStory, target: DeskStory): void {
    if (source.id < target.id && source.opening) this.#teller.openAs(target, source.opening)
    const next = [...nextOf(target), ...nextOf(source)].filter((id) => id !== target.id && id !== source.id)
    target.next = next.length === 0 ? undefined : [...new Set(next)].sort((a, b) => a - b)
    if (target.record === undefined) return
    const createdAt = Math.min(target.record.createdAt, source.record?.createdAt ?? Number.POSITIVE_INFINITY)
    target.record = { ...target.record, createdAt, next: target.next }
  }

  /**
   * Keeps what the operator decided about a story that the clusterer merges into another, unless the other has a ruling of its own.
   * Not a retraction, which was of fewer reports.
   */
  async #keepRulings(from: number, into: number): Promise<void> {
    const { rulings } = await this.#stories.load(from)
    if (rulings === undefined) return
    const target = await this.#stories.load(into)
    const { retracted: _, sentences = [], ...others } = rulings
    const corrected = target.rulings?.sentences ?? []
    const known = new Set(corrected.map((each) => each.from))
    const all = [...corrected, ...sentences.filter((each) => !known.has(each.from))]
    target.rulings = { ...others, ...target.rulings, ...(all.length > 0 && { sentences: all }) }
  }

  /** Splits items off into a new story; both stories log the event. */
  async #split(change: Extract<StoryChange, { type: 'split' }>, batch: Batch): Promise<void> {
    const { storyId, fromStoryId, itemIds, receipt } = change
    const source = await this.#stories.load(fromStoryId)
    const target = this.#stories.open(storyId)
    // The clusterer may still know items that retention has removed.
    const leaving = itemIds.filter((id) => source.items.has(id))
    for (const id of leaving) {
      this.#stories.put(target, source.items.get(id)!, receipt, source.joinedAt.get(id)!)
      this.#stories.take(source, id)
    }
    if (target.items.size > 0) this.#teller.open(target)
    for (const { id, items } of [source, target]) if (items.size > 0) batch.touched.add(id)
    logForBoth(batch, 'split', { from: fromStoryId, into: storyId, ...reasonOf(leaving, receipt) })
  }

  /** Replaces an edited item in its story and logs the edit. */
  async revise(revision: ItemRevision, batch: Batch): Promise<void> {
    const { id: itemId } = revision.item
    const id = await this.#storyOf(itemId, batch)
    if (id === undefined) return
    const story = await this.#stories.load(id)
    const item = this.#reader.storyItem(revision.item)
    this.#stories.put(story, item, story.receipts.get(itemId)!, story.joinedAt.get(itemId)!)
    batch.touched.add(id)
    const history = await this.#store.itemHistory(itemId)
    const fromTitle = history.find((each) => each.revision === item.revision - 1)?.title ?? ''
    batch.log(id, 'revised', { itemId, fromTitle, toTitle: item.title })
    if (editMark(item.title) === 'retraction' && editMark(fromTitle) !== 'retraction') {
      batch.log(id, 'retracted', { itemId, title: item.title })
    }
  }

  /** Removes an item that its source withdrew from its story, and its text from the story's events. */
  async withdraw(itemId: number, batch: Batch): Promise<void> {
    const known = await this.#storyOf(itemId, batch)
    const id = known === undefined ? undefined : batch.survivorOf(known)
    if (id === undefined || batch.emptied.includes(id)) return
    const story = await this.#stories.load(id)
    this.#memory.clusterer.withdraw(itemId, id)
    batch.isWithdrawing = true
    this.#stories.take(story, itemId)
    batch.log(id, 'retracted', { itemId })
    batch.log(id, 'left', { itemId })
    const events = await this.#store.events({ storyId: id, limit: REDACTED_EVENTS, newestFirst: true })
    batch.redactions.push(...redactEvents(events, [...story.items.values()], itemId))
    if (story.items.size > 0) {
      batch.touched.add(id)
      return
    }
    batch.touched.delete(id)
    batch.emptied.push(id)
    this.#stories.forget(id)
    this.#teller.remove(story, batch)
  }

  /** Returns the story of an item, as changed by this batch or else as stored. */
  async #storyOf(itemId: number, batch: Batch): Promise<number | undefined> {
    const inBatch = [...batch.touched].find((id) => this.#stories.held(id)?.items.has(itemId))
    return inBatch ?? (await this.#store.storyOfItem(itemId))
  }
}

function nextOf({ record, next }: DeskStory): readonly number[] {
  return record?.next ?? next ?? []
}

function logForBoth(batch: Batch, type: 'merged' | 'split', data: EventData & { from: number; into: number }): void {
  batch.log(data.from, type, data)
  batch.log(data.into, type, data)
}

/** Returns the logged reason why items moved to another story. */
function reasonOf(itemIds: readonly number[], receipt: Receipt): EventData {
  const { score, threshold, meaning, sharedEntities, sharedTerms, sharedNumbers } = receipt
  const shared = [...sharedEntities, ...sharedTerms, ...sharedNumbers].join(', ')
  return { items: itemIds.join(' '), score, threshold, ...(meaning !== undefined && { meaning }), shared }
}
