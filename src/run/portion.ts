import type { FetchOutcome } from '../source/fetch-feed.ts'
import type { ItemDraft } from '../store/item-types.ts'
import type { Store } from '../store/types.ts'

/**
 * New or edited items of one poll. The longest feed of the bench holds 372 entries; who shows 10,000 new ones at every poll would fill the
 * disk within days, and each poll's transaction keeps all others waiting.
 */
export const MOST_CHANGES_AT_ONCE = 1_000

/** What is stored of a poll now, and what is left to the next ones. */
export interface Portion {
  readonly drafts: readonly ItemDraft[]
  /** How many new or edited items are not among them. */
  readonly left: number
}

/**
 * Takes of a poll what one transaction is to store: in the order of the feed, and what did not change in any case. Nothing is lost as long as
 * the feed still shows it, and is read again though it says that nothing has changed.
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

/** @returns whether the next poll of the feed shows again what this one does not take: a client that goes on from a cursor never looks back */
export function isShownAgain(outcome: FetchOutcome): boolean {
  return outcome.type === 'changed' || (outcome.type === 'read' && outcome.cursor === undefined)
}

/** An answer of which a part is left to the next polls. It loses its validators, by which the server would say that nothing has changed. */
export function leaving(left: number, outcome: FetchOutcome): FetchOutcome {
  if (left === 0 || outcome.type === 'unchanged' || outcome.type === 'failed') return outcome
  const error = `${left} new entries more than are taken at once: the next polls take them`
  return { ...outcome, etag: undefined, lastModified: undefined, unread: { error, retryAfterMs: 0 } }
}
