import type { Settings } from '../settings.ts'
import type { Source } from '../source/types.ts'
import type { Store } from '../store/types.ts'
import { whileCatalogueSettled } from './import-journal.ts'

/**
 * Reads the catalogue in force and stores it, in one step: a source that another process adds in between would be switched off again.
 *
 * @returns the catalogue
 */
export function storeCatalogue(
  settings: Pick<Settings, 'data'>,
  store: Store,
  read: () => readonly Source[],
): Promise<readonly Source[]> {
  return whileCatalogueSettled(settings, store, async () => {
    const catalogue = read()
    await syncSources(store, catalogue)
    return catalogue
  })
}

/** Stores the catalogue in force; sources that it no longer has are disabled, but kept for the items they published. */
export async function syncSources(store: Store, catalogue: readonly Source[]): Promise<void> {
  const ids = new Set(catalogue.map((source) => source.id))
  const gone = (await store.sources()).filter((source) => source.isEnabled && !ids.has(source.id))
  await store.saveSources([...catalogue, ...gone.map((source) => ({ ...source, isEnabled: false }))])
}
