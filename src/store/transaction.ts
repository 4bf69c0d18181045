import type { Db, Tx } from './schema.ts'

/** Runs `work` in one write transaction: all of it is committed, or nothing. */
export function writing<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

/** Runs several reads on one snapshot: commits by others in between are not visible. */
export function reading<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work)
}
