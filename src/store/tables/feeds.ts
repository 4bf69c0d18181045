import type { FeedState } from '../../source/types.ts'
import type { Db, Tx } from '../schema.ts'

export async function saveFeedState(tx: Tx, state: FeedState): Promise<void> {
  await tx
    .insertInto('feeds')
    .values({
      source_id: state.sourceId,
      feed_url: state.feedUrl,
      state: JSON.stringify(state),
      is_failing: state.failuresInARow > 0 || state.error !== undefined ? 1 : 0,
      last_attempt_at: state.lastAttemptAt ?? null,
      last_success_at: state.lastSuccessAt ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'feed_url']).doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        is_failing: row.ref('excluded.is_failing'),
        last_attempt_at: row.ref('excluded.last_attempt_at'),
        last_success_at: row.ref('excluded.last_success_at'),
      })),
    )
    .execute()
}

/** By source, then address. */
export async function feedStates(db: Db): Promise<readonly FeedState[]> {
  const rows = await db.selectFrom('feeds').select('state').orderBy('source_id').orderBy('feed_url').execute()
  return rows.map((row) => JSON.parse(row.state) as FeedState)
}

/** @returns all feeds, those whose last poll succeeded since `since`, and the last poll of any */
export async function countFeeds(
  db: Db,
  since: number,
): Promise<{ feeds: number; answering: number; lastPollAt: number | undefined }> {
  const row = await db
    .selectFrom('feeds')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('feeds'),
      fn
        .countAll<number>()
        .filterWhere(eb.and([eb('is_failing', '=', 0), eb('last_success_at', '>=', since)]))
        .as('answering'),
      fn.max('last_attempt_at').as('last_poll_at'),
    ])
    .executeTakeFirstOrThrow()
  return { feeds: row.feeds, answering: row.answering, lastPollAt: row.last_poll_at ?? undefined }
}
