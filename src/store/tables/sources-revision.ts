import type { Db, Tx } from '../schema.ts'
import { nextNumber } from './counters.ts'

const SERIES = 'sources'

/** To be called by whatever changes a source, or what an operator decided on one. */
export async function noteSourceChange(tx: Tx): Promise<void> {
  await nextNumber(tx, SERIES)
}

/** Another number once a source was changed; 0 before the first. */
export async function sourcesRevision(db: Db): Promise<number> {
  const row = await db.selectFrom('counters').select('last').where('name', '=', SERIES).executeTakeFirst()
  return row?.last ?? 0
}
