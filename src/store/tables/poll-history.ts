import { sql } from 'kysely'
import { dayNumber } from '../../lib/instant.ts'
import type { FeedDay, FeedPoll } from '../feed-types.ts'
import type { Db, Tx } from '../schema.ts'

/** Polls kept per feed. */
const KEPT_POLLS = 30
/** Days of sums kept per feed. */
export const KEPT_DAYS = 31

interface FeedKey {
  readonly sourceId: string
  readonly feedUrl: string
}

/** Stores one poll, overwriting the one `KEPT_POLLS` earlier, and adds it to the sums of its day (UTC). */
export async function savePoll(tx: Tx, feed: FeedKey, number: number, poll: FeedPoll): Promise<void> {
  const day = dayNumber(poll.at)
  const key = { source_id: feed.sourceId, feed_url: feed.feedUrl }
  await tx
    .insertInto('feed_polls')
    .values({ ...key, slot: number % KEPT_POLLS, poll: JSON.stringify(poll) })
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'feed_url', 'slot']).doUpdateSet((row) => ({ poll: row.ref('excluded.poll') })),
    )
    .execute()
  const sums = {
    polls: poll.isDelivered ? 0 : 1,
    failures: poll.outcome === 'failed' ? 1 : 0,
    latency_ms: Math.round(poll.latencyMs),
    inserted: poll.inserted,
    revised: poll.revised,
    body_bytes: poll.bodyBytes,
  }
  const grown = (column: keyof typeof sums) => sql<number>`CASE WHEN feed_days.day = excluded.day
    THEN ${sql.ref(`feed_days.${column}`)} + ${sql.ref(`excluded.${column}`)} ELSE ${sql.ref(`excluded.${column}`)} END`
  await tx
    .insertInto('feed_days')
    .values({ ...key, slot: day % KEPT_DAYS, day, ...sums })
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'feed_url', 'slot']).doUpdateSet((row) => ({
        day: row.ref('excluded.day'),
        polls: grown('polls'),
        failures: grown('failures'),
        latency_ms: grown('latency_ms'),
        inserted: grown('inserted'),
        revised: grown('revised'),
        body_bytes: grown('body_bytes'),
      })),
    )
    .execute()
}

/** Returns the polls kept of all feeds of a source, newest first. */
export async function pollsOfSource(db: Db, sourceId: string): Promise<readonly (FeedPoll & FeedKey)[]> {
  const rows = await db
    .selectFrom('feed_polls')
    .select(['feed_url', 'poll'])
    .where('source_id', '=', sourceId)
    .execute()
  return rows
    .map((row) => ({ sourceId, feedUrl: row.feed_url, ...(JSON.parse(row.poll) as FeedPoll) }))
    .sort((a, b) => b.at - a.at)
}

/** Returns daily sums over all feeds of a source, oldest day first. @param firstDay days since 1970 */
export async function daysOfSource(db: Db, sourceId: string, firstDay: number): Promise<readonly FeedDay[]> {
  const rows = await db
    .selectFrom('feed_days')
    .select(({ fn }) => [
      'day',
      fn.sum<number>('polls').as('polls'),
      fn.sum<number>('failures').as('failures'),
      fn.sum<number>('latency_ms').as('latency_ms'),
      fn.sum<number>('inserted').as('inserted'),
      fn.sum<number>('revised').as('revised'),
      fn.sum<number>('body_bytes').as('body_bytes'),
    ])
    .where('source_id', '=', sourceId)
    .where('day', '>=', firstDay)
    .groupBy('day')
    .orderBy('day')
    .execute()
  return rows.map((row) => ({
    day: row.day,
    polls: Number(row.polls),
    failures: Number(row.failures),
    latencyMs: Number(row.latency_ms),
    inserted: Number(row.inserted),
    revised: Number(row.revised),
    bodyBytes: Number(row.body_bytes),
  }))
}

/** Returns the bytes that all feeds received on a day. */
export async function bytesOfDay(db: Db, day: number): Promise<number> {
  const row = await db
    .selectFrom('feed_days')
    .select(({ fn }) => fn.sum<number>('body_bytes').as('body_bytes'))
    .where('day', '=', day)
    .executeTakeFirst()
  return Number(row?.body_bytes ?? 0)
}

/** Returns, ascending, the days since 1970 on which any feed was polled: of the last `KEPT_DAYS`, and older ones not yet overwritten. */
export async function polledDays(db: Db): Promise<readonly number[]> {
  const rows = await db.selectFrom('feed_days').select('day').distinct().orderBy('day').execute()
  return rows.map(({ day }) => day)
}
