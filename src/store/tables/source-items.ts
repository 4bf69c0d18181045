import { sql } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Db, Tx } from '../schema.ts'

/** Keeps how many items each source has. To be called by whatever adds or removes items, which holds the lock on arrivals. */
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

/** Of all sources together. */
export async function countItems(db: Db): Promise<number> {
  const row = await db
    .selectFrom('source_items')
    .select(({ fn }) => fn.sum<number>('items').as('items'))
    .executeTakeFirst()
  return Number(row?.items ?? 0)
}
