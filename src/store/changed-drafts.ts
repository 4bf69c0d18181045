import type { ItemDraft } from './item-types.ts'
import { matchDrafts } from './match-drafts.ts'
import type { Db } from './schema.ts'
import { itemIdentity, knownItems } from './tables/items.ts'
import { reading } from './transaction.ts'

/** @returns those of a poll's drafts that `saveFeed` would take for new or edited */
export async function changedDrafts(
  db: Db,
  sourceId: string,
  drafts: readonly ItemDraft[],
): Promise<ReadonlySet<ItemDraft>> {
  if (drafts.length === 0) return new Set()
  const identities = drafts.map((draft) => itemIdentity(draft.item))
  const candidates = await reading(db, (tx) => knownItems(tx, sourceId, identities))
  const { created, known } = matchDrafts(drafts, candidates)
  const edited = known.filter(({ draft, item }) => !item.isWithdrawn && draft.item.contentHash !== item.contentHash)
  return new Set([...created, ...edited.map(({ draft }) => draft)])
}
