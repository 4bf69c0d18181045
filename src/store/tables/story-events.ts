import { sql } from 'kysely'
import { chunks } from '../chunks.ts'
import type { EventsRequest } from '../query-types.ts'
import type { Db, Tx } from '../schema.ts'
import type { NewStoryEvent, StoryEvent, StoryEventType } from '../story-types.ts'

export async function insertEvents(tx: Tx, events: readonly StoryEvent[]): Promise<void> {
  for (const some of chunks(events, 500)) {
    await tx
      .insertInto('story_events')
      .values(
        some.map(({ seq, storyId, type, at, data }) => ({
          seq,
          story_id: storyId,
          type,
          at,
          details: JSON.stringify(data),
        })),
      )
      .execute()
  }
}

export async function countEvents(tx: Tx, storyId: number): Promise<number> {
  const { count } = await tx
    .selectFrom('story_events')
    .select((row) => row.fn.countAll().as('count'))
    .where('story_id', '=', storyId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Replaces the data of logged events. */
export async function redactEvents(tx: Tx, redactions: readonly Pick<StoryEvent, 'seq' | 'data'>[]): Promise<void> {
  for (const { seq, data } of redactions) {
    await tx
      .updateTable('story_events')
      .set({ details: JSON.stringify(data) })
      .where('seq', '=', seq)
      .execute()
  }
}

/** Returns events in order of `seq`, descending if `newestFirst`. */
export async function events(db: Db, options: EventsRequest): Promise<readonly StoryEvent[]> {
  let query = db.selectFrom('story_events').selectAll()
  if (options.afterSeq !== undefined) query = query.where('seq', '>', options.afterSeq)
  if (options.storyId !== undefined) query = query.where('story_id', '=', options.storyId)
  if (options.storyIds !== undefined) query = query.where('story_id', 'in', options.storyIds)
  if (options.types !== undefined) query = query.where('type', 'in', options.types)
  // Literals, not parameters: otherwise SQLite does not recognise that its partial index applies.
  if (options.isCorrecting) query = query.where(sql<boolean>`type IN ('corrected', 'retracted', 'reinstated')`)
  if (options.since !== undefined) query = query.where('at', '>=', options.since)
  if (options.until !== undefined) query = query.where('at', '<', options.until)
  const rows = await query
    .orderBy('seq', options.newestFirst ? 'desc' : 'asc')
    .limit(options.limit)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    storyId: row.story_id,
    type: row.type as StoryEventType,
    at: row.at,
    data: JSON.parse(row.details) as NewStoryEvent['data'],
  }))
}
