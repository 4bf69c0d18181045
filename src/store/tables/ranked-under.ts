import type { Db, Tx } from '../schema.ts'

/** Kept beside the series of numbers, as one number too. */
const NAME = 'ranked-under'

export async function rankedUnder(db: Db): Promise<number | undefined> {
  const row = await db.selectFrom('counters').select('last').where('name', '=', NAME).executeTakeFirst()
  return row?.last
}

export async function noteRankedUnder(tx: Tx, mark: number | undefined): Promise<void> {
  await tx.deleteFrom('counters').where('name', '=', NAME).execute()
  if (mark !== undefined) await tx.insertInto('counters').values({ name: NAME, last: mark }).execute()
}
