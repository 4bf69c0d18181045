import type { Instant } from '../lib/instant.ts'
import { chunks } from './chunks.ts'
import type { Engine } from './engine.ts'
import type { Db, Tx } from './schema.ts'
import { lockArrivals } from './tables/arrivals.ts'
import { lockEngineState, setPublishedStories } from './tables/engine-state.ts'
import { deleteEvidence } from './tables/evidence.ts'
import { addToSourceItems } from './tables/source-items.ts'
import { deleteStories, publishedAmong } from './tables/stories.ts'
import { deleteFacets } from './tables/story-facets.ts'
import { retireStories } from './tables/story-redirects.ts'
import { deleteTranslations } from './tables/translations.ts'
import { writing } from './transaction.ts'

/** Stories removed per transaction. Other writers wait at most for one, about 50 ms. */
const CHUNK = 200
/** Range of story ids checked per query, which takes about 5 ms. */
const LOOKED_AT = 1_000

/**
 * Removes stories none of whose items was first seen at or after `before`, with their items. Their numbers stay
 * retired and their events stay in the log. Their items' keys are remembered, so that feeds do not bring them back.
 *
 * Old stories are searched for without a lock and checked again in the transaction that removes them: scanning 48,000 stories
 * takes 260 ms, during which every writer would wait.
 *
 * @returns number of stories removed
 */
export async function prune(engine: Engine, before: Instant): Promise<number> {
  let removed = 0
  for await (const ids of oldStories(engine.db, before)) {
    for (const some of chunks(ids, CHUNK)) {
      removed += await writing(engine.db, (tx) => pruneSome(tx, engine, before, some))
    }
  }
  return removed
}

/** Yields batches of ids of stories that appear to be old; batches may be empty. */
async function* oldStories(db: Db, before: Instant): AsyncGenerator<readonly number[]> {
  const { first, last } = await db
    .selectFrom('stories')
    .select(({ fn }) => [fn.min('id').as('first'), fn.max('id').as('last')])
    .executeTakeFirstOrThrow()
  for (let from = first ?? 0; from <= (last ?? -1); from += LOOKED_AT) {
    const rows = await withoutItemsSince(db, before)
      .where('stories.id', '>=', from)
      .where('stories.id', '<', from + LOOKED_AT)
      .execute()
    yield rows.map((row) => row.id)
  }
}

async function pruneSome(tx: Tx, engine: Engine, before: Instant, storyIds: readonly number[]): Promise<number> {
  // The same lock order everywhere prevents deadlocks.
  await lockArrivals(tx)
  const { published_stories: published } = await lockEngineState(tx)
  const old = await withoutItemsSince(tx, before).where('stories.id', 'in', storyIds).execute()
  if (old.length === 0) return 0
  const ids = old.map((row) => row.id)
  const rows = await tx.selectFrom('story_members').select('item_id').where('story_id', 'in', ids).execute()
  await tx.deleteFrom('story_members').where('story_id', 'in', ids).execute()
  for (const itemIds of chunks(
    rows.map((row) => row.item_id),
    500,
  )) {
    await engine.fullText.remove(tx, itemIds)
    await tx
      .insertInto('pruned_items')
      .columns(['source_id', 'key_hash'])
      .expression((eb) => eb.selectFrom('items').select(['source_id', 'key_hash']).where('id', 'in', itemIds))
      .execute()
    const gone = await tx.deleteFrom('items').where('id', 'in', itemIds).returning('source_id').execute()
    await addToSourceItems(tx, taken(gone))
  }
  await deleteFacets(tx, ids)
  await deleteEvidence(tx, ids)
  await deleteTranslations(tx, ids)
  await setPublishedStories(tx, published - (await publishedAmong(tx, ids)))
  await deleteStories(tx, ids)
  await retireStories(tx, ids)
  return ids.length
}

/** Counts removed items by source, as negative numbers. */
function taken(rows: readonly { readonly source_id: string }[]): ReadonlyMap<string, number> {
  const bySource = new Map<string, number>()
  for (const { source_id: id } of rows) bySource.set(id, (bySource.get(id) ?? 0) - 1)
  return bySource
}

/** Selects stories none of whose items was first seen at or after `before`, ordered by id. */
function withoutItemsSince(db: Db, before: Instant) {
  return db
    .selectFrom('stories')
    .select('stories.id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('story_members')
            .innerJoin('items', 'items.id', 'story_members.item_id')
            .select('items.id')
            .whereRef('story_members.story_id', '=', 'stories.id')
            .where('items.first_seen_at', '>=', before),
        ),
      ),
    )
    .orderBy('stories.id')
}
