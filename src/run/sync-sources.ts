import type { Source } from '../source/types.ts'
import type { Store } from '../store/types.ts'

/** Stores the catalogue in force; sources that it no longer has are disabled, but kept for the items they published. */
export async function syncSources(store: Store, catalogue: readonly Source[]): Promise<void> {
  const ids = new Set(catalogue.map((source) => source.id))
  const gone = (await store.sources()).filter((source) => source.isEnabled && !ids.has(source.id))
  await store.saveSources([...catalogue, ...gone.map((source) => ({ ...source, isEnabled: false }))])
}
