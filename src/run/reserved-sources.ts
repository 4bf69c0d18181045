import type { Store } from '../store/types.ts'

/**
 * Sources whose feeds reserve text and data mining, or refuse use by AI, as last heard: their texts are not sent to a model.
 *
 * @returns their ids. Linear in the number of feeds.
 */
export async function reservedSources(store: Pick<Store, 'feedStates'>): Promise<ReadonlySet<string>> {
  const states = await store.feedStates()
  return new Set(states.filter(({ permission }) => permission?.reserved !== undefined).map(({ sourceId }) => sourceId))
}
