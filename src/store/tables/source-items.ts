import { sql } from 'kysely'
import type { Instant } from '../../lib/instant.ts'
import { chunks } from '../chunks.ts'
import type { Db, Tx } from '../schema.ts'

/** Adjusts the number of items per source. Must be called wherever items are added or removed, under the lock on arrivals. */
export async function addToSourceItems(tx: Tx, added: ReadonlyMap<string, number>): Promise<void> {
  for (const some of chunks([...added], 200)) {
    await tx
      .insertInto('source_items')
      .values(some.map(([source_id, items]) => ({ source_id, items })))
      .onConflict((conflict) =>
        conflict.column('source_id').doUpdateSet({ items: sql<number>`source_items.items + excluded.items` }),
      )
      .execute()
  }
}

/** Returns the number of items of all sources. */
export async function countItems(db: Db): Promise<number> {
  const row = await db
    .selectFrom('source_items')
    .select(({ fn }) => fn.sum<number>('items').as('items'))
    .executeTakeFirst()
  return Number(row?.items ?? 0)
}

/** Number of items of a source, and when they were published. */
export interface ItemsOfSource {
  readonly items: number
  /** Items published after the requested time. */
  readonly recent: number
  /** Oldest and newest `publishedAt`. */
  readonly firstItemAt: Instant
  readonly lastItemAt: Instant
}

/** Counts items by source; sources without items are omitted. Reads index entries of the items published since, and no others but the ends. */
export async function itemsPerSource(
  db: Db,
  sourceIds: readonly string[],
  since: Instant,
): Promise<ReadonlyMap<string, ItemsOfSource>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('source_items')
    .select(({ selectFrom }) => {
      const own = selectFrom('items').whereRef('items.source_id', '=', 'source_items.source_id')
      return [
        'source_items.source_id',
        'source_items.items',
        own
          .select(({ fn }) => fn.countAll<number>().as('recent'))
          .where('published_at', '>', since)
          .as('recent'),
        own.select(({ fn }) => fn.min('published_at').as('at')).as('first_item_at'),
        own.select(({ fn }) => fn.max('published_at').as('at')).as('last_item_at'),
      ]
    })
    .where('source_items.source_id', 'in', sourceIds)
    .where('source_items.items', '>', 0)
    .execute()
  return new Map(
    rows.map((row) => [
      row.source_id,
      {
        ...{ items: row.items, recent: row.recent ?? 0 },
        ...{ firstItemAt: row.first_item_at ?? since, lastItemAt: row.last_item_at ?? since },
      },
    ]),
  )
}
