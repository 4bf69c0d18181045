import { sql } from 'kysely'
import type { Instant } from '../../lib/instant.ts'
import { mapInTurns } from '../../lib/turn.ts'
import type { FeedState, Reservation } from '../../source/types.ts'
import { chunks } from '../chunks.ts'
import type { Db, Tx } from '../schema.ts'
import { storableText } from '../storable-text.ts'

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

/** Feeds per query: their states are long and scattered over the database. */
const FEEDS_AT_ONCE = 1_000

/** Returns the states of all feeds, ordered by source, then address. */
export async function feedStates(db: Db): Promise<readonly FeedState[]> {
  const states: FeedState[] = []
  for (let last: FeedState | undefined; ; last = states.at(-1)) {
    let query = db.selectFrom('feeds').select('state').orderBy('source_id').orderBy('feed_url').limit(FEEDS_AT_ONCE)
    if (last) query = query.where(sql<boolean>`(source_id, feed_url) > (${last.sourceId}, ${last.feedUrl})`)
    const rows = await query.execute()
    states.push(...(await mapInTurns(rows, (row) => JSON.parse(row.state) as FeedState)))
    if (rows.length < FEEDS_AT_ONCE) return states
  }
}

/** Returns the states of one source's feeds, ordered by address. */
export async function feedStatesOf(db: Db, sourceId: string): Promise<readonly FeedState[]> {
  const rows = await db
    .selectFrom('feeds')
    .select('state')
    .where('source_id', '=', sourceId)
    .orderBy('feed_url')
    .execute()
  return rows.map((row) => JSON.parse(row.state) as FeedState)
}

/** Returns the states of these sources' feeds; one query per 500 sources. */
export async function feedStatesOfSources(db: Db, sourceIds: Iterable<string>): Promise<readonly FeedState[]> {
  const rows: { state: string }[] = []
  for (const some of chunks([...new Set(sourceIds)].map(storableText).sort(), 500)) {
    rows.push(
      ...(await db.selectFrom('feeds').select('state').where('source_id', 'in', some).orderBy('feed_url').execute()),
    )
  }
  return mapInTurns(rows, (row) => JSON.parse(row.state) as FeedState)
}

/** Returns the reservations of those of these sources that have one in at least one feed. If feeds differ, `noai` wins. */
export async function reservations(db: Db, sourceIds: Iterable<string>): Promise<ReadonlyMap<string, Reservation>> {
  const found = new Map<string, Reservation>()
  for (const some of chunks([...new Set(sourceIds)].map(storableText).sort(), 500)) {
    const rows = await db.selectFrom('feeds').select(['source_id', 'state']).where('source_id', 'in', some).execute()
    for (const { source_id, state } of rows) {
      const reserved = (JSON.parse(state) as FeedState).permission?.reserved
      if (reserved !== undefined && found.get(source_id) !== 'noai') found.set(source_id, reserved)
    }
  }
  return found
}

/** Returns when any feed was last polled; undefined before the first poll. */
export async function lastPollAt(db: Db): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('feeds')
    .select(({ fn }) => fn.max('last_attempt_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** Returns when any feed last answered; undefined if none has yet. Two index look-ups, whatever the number of feeds. */
export async function lastReadAt(db: Db): Promise<Instant | undefined> {
  const newest = async (isFailing: 0 | 1) => {
    const row = await db
      .selectFrom('feeds')
      .select(({ fn }) => fn.max('last_success_at').as('at'))
      .where('is_failing', '=', isFailing)
      .executeTakeFirst()
    return row?.at ?? 0
  }
  return Math.max(await newest(0), await newest(1)) || undefined
}

/** Counts all feeds, and those whose last poll succeeded and was at or after `since`. */
export async function countFeeds(db: Db, since: Instant): Promise<{ feeds: number; answering: number }> {
  const row = await db
    .selectFrom('feeds')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('feeds'),
      fn
        .countAll<number>()
        .filterWhere(eb.and([eb('is_failing', '=', 0), eb('last_success_at', '>=', since)]))
        .as('answering'),
    ])
    .executeTakeFirstOrThrow()
  return { feeds: row.feeds, answering: row.answering }
}
