import { HOUR_MS } from '../lib/instant.ts'
import type { ItemDraft } from './item-types.ts'
import { type MatchedDrafts, matchDrafts } from './match-drafts.ts'
import type { Tx } from './schema.ts'
import { itemIdentity, knownItems } from './tables/known-items.ts'
import { prunedKeys } from './tables/pruned-items.ts'

/**
 * Matches a poll's drafts with the stored items of their source.
 *
 * @returns drafts of new items, and drafts of stored ones; items that retention removed or the source withdrew are in neither
 */
export async function matchWithStored(
  tx: Tx,
  sourceId: string,
  drafts: readonly ItemDraft[],
): Promise<Pick<MatchedDrafts, 'created' | 'known'>> {
  const identities = drafts.map((draft) => itemIdentity(draft.item))
  const { created, known } = matchDrafts(drafts, await knownItems(tx, sourceId, identities))
  const newKeys = created.map((draft) => itemIdentity(draft.item).keyHash)
  const pruned = newKeys.length === 0 ? new Set() : await prunedKeys(tx, sourceId, newKeys)
  return {
    created: created.filter((_, index) => !pruned.has(newKeys[index]!)),
    known: known.filter(({ item }) => !item.isWithdrawn),
  }
}

/** More than the clock skew between two machines that share a database. */
const AHEAD_MS = HOUR_MS

/**
 * Returns whether a draft changes its stored item: its content differs, or the stored date lies in the future. The latter happens to an
 * undated item fetched while our clock ran ahead; unless revised with the present date it would stay the newest item until then.
 */
export function isEdited({ draft, item }: MatchedDrafts['known'][number]): boolean {
  return draft.item.contentHash !== item.contentHash || item.publishedAt > draft.item.fetchedAt + AHEAD_MS
}
