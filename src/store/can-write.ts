import { sql } from 'kysely'
import { StoreReadonlyError } from './errors/store-readonly-error.ts'
import type { Db } from './schema.ts'

/** SQLSTATEs of PostgreSQL: read-only transaction, as on a standby; insufficient privilege. */
const REFUSED = new Set(['25006', '42501'])

/**
 * Returns whether the open database can be written, by an update that matches no row. SQLite opens a file without write permission
 * silently and fails only at the first write.
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
