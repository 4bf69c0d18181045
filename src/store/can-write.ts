import { sql } from 'kysely'
import { StoreReadonlyError } from './errors/store-readonly-error.ts'
import type { Db } from './schema.ts'

/** PostgreSQL: a transaction that only reads, as on a standby; a role that may not write. */
const REFUSED = new Set(['25006', '42501'])

/**
 * Whether what is opened can be written. SQLite opens a file that this user may only read without a word, and says so at the first write; this
 * one changes nothing.
 */
export async function canWrite(db: Db): Promise<boolean> {
  try {
    await db
      .updateTable('counters')
      .set((eb) => ({ last: eb.ref('last') }))
      .where(sql<boolean>`1 = 0`)
      .execute()
    return true
  } catch (error) {
    if (error instanceof StoreReadonlyError || REFUSED.has((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}
