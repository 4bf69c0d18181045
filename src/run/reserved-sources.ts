import type { Store } from '../store/types.ts'

/**
 * Returns the ids of sources with a feed that, at its last poll, reserved text and data mining or refused use by AI. Their texts are not
 * sent to a model. Linear in the number of feeds.
 */
export async function reservedSources(store: Pick<Store, 'feedStates'>): Promise<ReadonlySet<string>> {
  const states = await store.feedStates()
  return new Set(states.filter(({ permission }) => permission?.reserved !== undefined).map(({ sourceId }) => sourceId))
}
