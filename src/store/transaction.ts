import type { Db, Tx } from './schema.ts'

/** Runs `work` in one transaction that writes: all of it is kept, or nothing. */
export function writing<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

/** Runs several reads on one snapshot: what others commit in between is not seen. */
export function reading<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work)
}
