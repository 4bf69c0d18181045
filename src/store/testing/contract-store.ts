import { afterEach, beforeEach } from 'vitest'
import type { ItemDraft } from '../item-types.ts'
import type { StoryPage } from '../query-types.ts'
import type { StoryCommit } from '../story-types.ts'
import type { Store } from '../types.ts'
import { createdEvent, sampleCommit, sampleDraft, sampleMember, sampleStory, sampleUpdate } from './samples.ts'

/** An initially empty database that a test may open any number of times. */
export interface ContractPlace {
  open(more?: { readonly readonly?: boolean }): Promise<Store>
  remove(): Promise<void>
}

/** Operations of contract tests on their database. */
export interface ContractStore {
  /** Opens the database once more; closed after the test. */
  open(more?: { readonly readonly?: boolean }): Promise<Store>
  /** Marks a store as already closed by the test. */
  forget(store: Store): void
  /** Saves drafts `key1 … keyN` of source `a`. */
  saveItems(count: number, more?: (index: number) => Partial<ItemDraft['item']>): ReturnType<Store['saveFeed']>
  /** Saves stories 1 … N, each with the item of the same id. */
  saveStories(count: number, more?: (id: number) => Partial<StoryCommit['stories'][number]>): Promise<void>
}

export function idsOf({ stories }: StoryPage): number[] {
  return stories.map(({ id }) => id)
}

/**
 * Sets up an empty database for each contract test; closes and removes it afterwards.
 *
 * @param take receives the store before each test
 */
export function contractStore(newPlace: () => Promise<ContractPlace>, take: (store: Store) => void): ContractStore {
  let place: ContractPlace
  let store: Store
  const opened = new Set<Store>()

  const open: ContractStore['open'] = async (more) => {
    const another = await place.open(more)
    opened.add(another)
    return another
  }

  beforeEach(async () => {
    place = await newPlace()
    store = await open()
    take(store)
  })

  afterEach(async () => {
    for (const one of opened) await one.close()
    opened.clear()
    await place.remove()
  })

  const saveItems: ContractStore['saveItems'] = (count, more = () => ({})) =>
    store.saveFeed(
      sampleUpdate(
        'a',
        Array.from({ length: count }, (_, index) => sampleDraft('a', `key${index + 1}`, more(index + 1))),
      ),
    )

  return {
    open,
    forget: (closed) => opened.delete(closed),
    saveItems,
    async saveStories(count, more = () => ({})) {
      await saveItems(count)
      const ids = Array.from({ length: count }, (_, index) => index + 1)
      await store.commitStories(
        sampleCommit({
          cursor: count,
          stories: ids.map((id) => sampleStory(id, id, more(id))),
          members: ids.map((id) => sampleMember(id, id)),
          events: ids.map((id) => createdEvent(id, id)),
        }),
      )
    },
  }
}
