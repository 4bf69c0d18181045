import type { FeedState } from '../source/types.ts'
import type { Engine } from './engine.ts'
import { identityHash } from './identity-hash.ts'
import type { Tx } from './schema.ts'
import { lockArrivals, setArrivals } from './tables/arrivals.ts'
import { eraseRevisions, insertRevisions } from './tables/item-revisions.ts'
import { eraseItem } from './tables/items.ts'
import { knownItems } from './tables/known-items.ts'

/**
 * Erases items that their source withdrew, and queues each for the story step.
 *
 * @param keys `NewItem.key` of each
 * @returns ids of the items that were stored, each once
 */
export async function withdrawItems(
  tx: Tx,
  engine: Engine,
  { sourceId, lastAttemptAt = 0 }: Pick<FeedState, 'sourceId' | 'lastAttemptAt'>,
  keys: readonly string[],
): Promise<readonly number[]> {
  const { lastItemId, lastSeq } = await lockArrivals(tx)
  const identities = [...new Set(keys)].map((key) => ({ keyHash: identityHash(key), urlHash: undefined }))
  const items = (await knownItems(tx, sourceId, identities)).filter((item) => !item.isWithdrawn)
  if (items.length === 0) return []
  const ids = items.map((item) => item.id)
  await engine.fullText.remove(tx, ids)
  for (const { id, revision } of items) {
    await eraseItem(tx, id, revision + 1, lastAttemptAt)
    await eraseRevisions(tx, id)
  }
  await insertRevisions(
    tx,
    items.map(({ id, revision }, index) => ({
      ...{ seq: lastSeq + 1 + index, itemId: id, revision: revision + 1, at: lastAttemptAt },
    })),
  )
  await setArrivals(tx, { lastItemId, lastSeq: lastSeq + items.length })
  return ids
}
