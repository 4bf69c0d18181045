import type { Store } from '../../store/types.ts'

/** Names of sources by id. */
export type SourceNames = Readonly<Record<string, string>>

/** @returns the names of these sources, without those no longer in the catalogue */
export async function sourceNames(store: Pick<Store, 'sourcesById'>, ids: Iterable<string>): Promise<SourceNames> {
  const known = await store.sourcesById(ids)
  return Object.fromEntries(known.map(({ id, name }) => [id, name]))
}
