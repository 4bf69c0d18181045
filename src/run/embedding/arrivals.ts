import type { ItemRevision, StoredItem } from '../../store/item-types.ts'
import type { Store } from '../../store/types.ts'
import type { ClusterInput } from '../../story/types.ts'
import type { ItemReader } from '../item-reader.ts'
import { reservedSources } from '../reserved-sources.ts'
import type { Meanings } from './meanings.ts'

/**
 * Reads items as the clusterer sees them: as they first arrived, with their meaning where an embedding model is set. Texts
 * of sources that reserve text and data mining, or refuse use by AI, go to no model: their items have none.
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
   * Items about to be placed, by id; what a model is to say of them is waited for, no longer than its time-out.
   *
   * @param firstSeq undefined: they are only tried, as with other settings
   */
  fresh(items: readonly StoredItem[], firstSeq?: number): Promise<ReadonlyMap<number, ClusterInput>> {
    return this.#read(items, (inputs, meanings) => meanings.obtain(inputs, firstSeq))
  }

  /** Items with the meaning that they were placed with. */
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

  /** Items with what is known of their meaning now. */
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
