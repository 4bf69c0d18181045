import type { Db, Tx } from '../schema.ts'

export interface Arrivals {
  readonly lastItemId: number
  readonly lastSeq: number
}

/**
 * Reads the last numbers assigned to items and revisions, and locks out other writers of items until this transaction
 * ends. Numbers therefore become visible in the order assigned, and a reader's cursor never skips one.
 */
export async function lockArrivals(tx: Tx): Promise<Arrivals> {
  // An UPDATE locks the row on PostgreSQL; SQLite has only one writer anyway.
  const row = await tx
    .updateTable('arrivals')
    .set((current) => ({ last_seq: current.ref('last_seq') }))
    .returning(['last_item_id', 'last_seq'])
    .executeTakeFirstOrThrow()
  return { lastItemId: row.last_item_id, lastSeq: row.last_seq }
}

export async function setArrivals(tx: Tx, { lastItemId, lastSeq }: Arrivals): Promise<void> {
  await tx.updateTable('arrivals').set({ last_item_id: lastItemId, last_seq: lastSeq }).execute()
}

export async function lastSeq(db: Db): Promise<number> {
  return (await db.selectFrom('arrivals').select('last_seq').executeTakeFirstOrThrow()).last_seq
}
