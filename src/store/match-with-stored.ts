import { HOUR_MS } from '../lib/instant.ts'
import type { ItemDraft } from './item-types.ts'
import { type MatchedDrafts, matchDrafts } from './match-drafts.ts'
import type { Tx } from './schema.ts'
import { itemIdentity, knownItems } from './tables/known-items.ts'
import { prunedKeys } from './tables/pruned-items.ts'

/**
 * Holds a poll's drafts against what is stored of their source.
 *
 * @returns drafts of items that are not stored, and those whose items are; what retention removed, and what the source took back, is in
 *   neither: it stays as it is
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

/** More than clocks of two machines on one database differ by. */
const AHEAD_MS = HOUR_MS

/**
 * Whether a draft says something else than its item. An item from the future, which has no date of its own and was read while our clock ran
 * ahead, would be the newest until then: it gets the date of now.
 */
export function isEdited({ draft, item }: MatchedDrafts['known'][number]): boolean {
  return draft.item.contentHash !== item.contentHash || item.publishedAt > draft.item.fetchedAt + AHEAD_MS
}
