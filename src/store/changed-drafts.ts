import type { ItemDraft } from './item-types.ts'
import { isEdited, matchWithStored } from './match-with-stored.ts'
import type { Db } from './schema.ts'
import { reading } from './transaction.ts'

/** @returns those of a poll's drafts that `saveFeed` would insert or revise */
export async function changedDrafts(
  db: Db,
  sourceId: string,
  drafts: readonly ItemDraft[],
): Promise<ReadonlySet<ItemDraft>> {
  if (drafts.length === 0) return new Set()
  const { created, known } = await reading(db, (tx) => matchWithStored(tx, sourceId, drafts))
  const edited = known.filter(isEdited)
  return new Set([...created, ...edited.map(({ draft }) => draft)])
}
