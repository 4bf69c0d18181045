import type { FetchOutcome } from '../source/fetch-feed.ts'
import type { ItemDraft } from '../store/item-types.ts'
import type { Store } from '../store/types.ts'

/**
 * Maximum number of new or edited items stored from one poll. The longest feed of the bench holds 372 entries; a feed with 10,000 new ones at
 * every poll would fill the disk within days, and each poll's transaction blocks all others.
 */
export const MOST_CHANGES_AT_ONCE = 1_000

/** The part of a poll that is stored now, and how much is left to the next polls. */
export interface Portion {
  readonly drafts: readonly ItemDraft[]
  /** Number of new or edited items that are not among `drafts`. */
  readonly left: number
}

/**
 * Selects the drafts of a poll to be stored in one transaction: the first new or edited ones in the order of the feed, and all unchanged
 * ones. The rest is not lost if the feed still shows it at the next poll, which `leaving` makes unconditional.
 */
export async function portionOf(
  store: Pick<Store, 'changedDrafts'>,
  sourceId: string,
  drafts: readonly ItemDraft[],
): Promise<Portion> {
  if (drafts.length <= MOST_CHANGES_AT_ONCE) return { drafts, left: 0 }
  const changed = await store.changedDrafts(sourceId, drafts)
  if (changed.size <= MOST_CHANGES_AT_ONCE) return { drafts, left: 0 }
  let room = MOST_CHANGES_AT_ONCE
  const taken = drafts.filter((draft) => !changed.has(draft) || room-- > 0)
  return { drafts: taken, left: changed.size - MOST_CHANGES_AT_ONCE }
}

/** Whether the next poll shows again what this one leaves; with a cursor it does not, as the client only moves forward. */
export function isShownAgain(outcome: FetchOutcome): boolean {
  return outcome.type === 'changed' || (outcome.type === 'read' && outcome.cursor === undefined)
}

/** Marks an answer as partly read and removes its validators, with which the server would answer that nothing has changed. */
export function leaving(left: number, outcome: FetchOutcome): FetchOutcome {
  if (left === 0 || outcome.type === 'unchanged' || outcome.type === 'failed') return outcome
  const error = `${left} new entries more than are taken at once: the next polls take them`
  return { ...outcome, etag: undefined, lastModified: undefined, unread: { error, retryAfterMs: 0 } }
}
