import { endTurnIfLong } from '../lib/turn.ts'
import type { Engine } from './engine.ts'
import type { FeedOutcome, FeedUpdate } from './feed-types.ts'
import type { ItemDraft } from './item-types.ts'
import { isEdited, matchWithStored } from './match-with-stored.ts'
import type { Tx } from './schema.ts'
import { searchTokens } from './search-tokens.ts'
import { lockArrivals, setArrivals } from './tables/arrivals.ts'
import { saveFeedState } from './tables/feeds.ts'
import { insertRevisions, keepCurrentText, type NewRevision } from './tables/item-revisions.ts'
import { insertItems, reviseItem, setReactions } from './tables/items.ts'
import { savePoll } from './tables/poll-history.ts'
import { addToSourceItems } from './tables/source-items.ts'
import { writing } from './transaction.ts'
import { withdrawItems } from './withdraw-items.ts'

const NOTHING_SAVED = { inserted: [], revised: [], unchanged: 0 }

/**
 * Stores the result of one poll together with the feed's state.
 *
 * @throws RangeError if a draft belongs to another source than the feed
 */
export async function saveFeed(engine: Engine, update: FeedUpdate): Promise<FeedOutcome> {
  const { state, stateIfUnchanged, drafts, withdrawn = [] } = update
  for (const { item } of drafts) {
    if (item.sourceId !== state.sourceId) {
      throw new RangeError(`An item of source ${item.sourceId} came with a feed of ${state.sourceId}`)
    }
  }
  // Tokenised before the transaction: it is the longest step and needs no lock.
  const tokens = new Map<ItemDraft, readonly string[]>()
  for (const draft of drafts) {
    await endTurnIfLong()
    tokens.set(draft, searchTokens(`${draft.item.title}\n${draft.item.text}`))
  }
  return writing(engine.db, async (tx) => {
    const saved = drafts.length === 0 ? NOTHING_SAVED : await saveDrafts(tx, engine, state.sourceId, drafts, tokens)
    const gone = withdrawn.length === 0 ? [] : await withdrawItems(tx, engine, state, withdrawn)
    const outcome = { ...saved, withdrawn: gone }
    const isChanged = outcome.inserted.length + outcome.revised.length > 0
    const kept = isChanged ? state : (stateIfUnchanged ?? state)
    await saveFeedState(tx, kept)
    if (update.poll !== undefined) {
      const counts = { inserted: outcome.inserted.length, revised: outcome.revised.length }
      await savePoll(tx, kept, kept.polls ?? 0, { ...update.poll, ...counts })
    }
    return outcome
  })
}

async function saveDrafts(
  tx: Tx,
  engine: Engine,
  sourceId: string,
  drafts: readonly ItemDraft[],
  tokens: ReadonlyMap<ItemDraft, readonly string[]>,
): Promise<Omit<FeedOutcome, 'withdrawn'>> {
  const { lastItemId, lastSeq } = await lockArrivals(tx)
  const matched = await matchWithStored(tx, sourceId, drafts)
  const created = matched.created.map((draft, index) => ({ id: lastItemId + 1 + index, draft }))
  const revised = matched.known.filter(isEdited)

  await insertItems(tx, created)
  if (created.length > 0) await addToSourceItems(tx, new Map([[sourceId, created.length]]))
  for (const each of matched.known) {
    const { draft, item } = each
    if (isEdited(each)) {
      await keepCurrentText(tx, item.id, item.revision)
      await reviseItem(tx, item.id, item.revision + 1, draft)
    } else if (draft.item.points !== item.points || draft.item.comments !== item.comments) {
      await setReactions(tx, item.id, draft.item.points, draft.item.comments)
    }
  }

  const changes = [
    ...created.map(({ id, draft }) => ({ itemId: id, revision: 1, draft })),
    ...revised.map(({ draft, item }) => ({ itemId: item.id, revision: item.revision + 1, draft })),
  ]
  if (changes.length > 0) {
    await insertRevisions(tx, changes.map(newRevision(lastSeq)))
    await engine.fullText.index(
      tx,
      changes.map(({ itemId, draft }) => ({ itemId, tokens: tokens.get(draft)! })),
    )
    await setArrivals(tx, { lastItemId: lastItemId + created.length, lastSeq: lastSeq + changes.length })
  }
  return {
    inserted: created.map(({ id }) => id),
    revised: revised.map(({ item }) => item.id),
    unchanged: drafts.length - changes.length,
  }
}

const newRevision =
  (lastSeq: number) =>
  (
    { itemId, revision, draft }: { itemId: number; revision: number; draft: ItemDraft },
    index: number,
  ): NewRevision => ({
    seq: lastSeq + 1 + index,
    itemId,
    revision,
    at: draft.item.fetchedAt,
  })
