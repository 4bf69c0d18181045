import type { Db, Tx } from '../schema.ts'
import { nextNumber } from './counters.ts'

const SERIES = 'sources'

/** Increments the revision of the sources. Must be called wherever a source, or an operator's ruling on one, changes. */
export async function noteSourceChange(tx: Tx): Promise<void> {
  await nextNumber(tx, SERIES)
}

/** Returns a number that increases with every change of a source; 0 before the first. */
export async function sourcesRevision(db: Db): Promise<number> {
  const row = await db.selectFrom('counters').select('last').where('name', '=', SERIES).executeTakeFirst()
  return row?.last ?? 0
}
