import type { ItemRevision, StoredItem } from '../../store/item-types.ts'
import type { Store } from '../../store/types.ts'
import type { ClusterInput } from '../../story/types.ts'
import type { ItemReader } from '../item-reader.ts'
import { reservedSources } from '../reserved-sources.ts'
import type { Meanings } from './meanings.ts'

/**
 * Reads items as the clusterer sees them: as they first arrived, with an embedding if an embedding model is set. Texts of sources that
 * reserve text and data mining or refuse use by AI are sent to no model, so their items have no embedding.
 */
export class Arrivals {
  readonly #store: Pick<Store, 'feedStates'>
  readonly #reader: ItemReader
  readonly #meanings: Meanings | undefined

  constructor(store: Pick<Store, 'feedStates'>, reader: ItemReader, meanings?: Meanings) {
    this.#store = store
    this.#reader = reader
    this.#meanings = meanings
  }

  /**
   * Returns items about to be placed, by id. Waits for missing embeddings, no longer than the model's time-out.
   *
   * @param firstSeq least sequence number of their revisions; undefined for a trial, as with other settings
   */
  fresh(items: readonly StoredItem[], firstSeq?: number): Promise<ReadonlyMap<number, ClusterInput>> {
    return this.#read(items, (inputs, meanings) => meanings.obtain(inputs, firstSeq))
  }

  /** Returns items with the embeddings that they were placed with, by id. */
  async placed(revisions: readonly ItemRevision[]): Promise<ReadonlyMap<number, ClusterInput>> {
    const seqOf = new Map(revisions.map(({ item, seq }) => [item.id, seq]))
    const items = revisions.map(({ item }) => item)
    return this.#read(items, (inputs, meanings) =>
      meanings.recall(
        inputs,
        inputs.map(({ id }) => seqOf.get(id)!),
      ),
    )
  }

  /** Returns items with the embeddings cached now, by id. */
  known(items: readonly StoredItem[]): Promise<ReadonlyMap<number, ClusterInput>> {
    return this.#read(items, (inputs, meanings) => meanings.recall(inputs))
  }

  async #read(
    items: readonly StoredItem[],
    add: (inputs: readonly ClusterInput[], meanings: Meanings) => Promise<readonly ClusterInput[]>,
  ): Promise<ReadonlyMap<number, ClusterInput>> {
    const inputs = new Map<number, ClusterInput>()
    for (const item of items) inputs.set(item.id, await this.#reader.arrival(item))
    if (this.#meanings === undefined || items.length === 0) return inputs
    const reserved = await reservedSources(this.#store)
    const open = items.filter(({ sourceId }) => !reserved.has(sourceId)).map(({ id }) => inputs.get(id)!)
    for (const input of await add(open, this.#meanings)) inputs.set(input.id, input)
    return inputs
  }
}
