import type { Selectable } from 'kysely'
import type { Db, EngineStateRow, Tx } from '../schema.ts'

/** Reads the clusterer's row and locks out other commits until this transaction ends, so that event numbers stay gap-free. */
export async function lockEngineState(tx: Tx): Promise<Selectable<EngineStateRow>> {
  return tx
    .updateTable('engine_state')
    .set((current) => ({ cursor: current.ref('cursor') }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function setEngineState(
  tx: Tx,
  state: {
    readonly cursor: number
    readonly lastStoryId: number
    readonly lastEventSeq: number
    readonly publishedStories: number
  },
): Promise<void> {
  await tx
    .updateTable('engine_state')
    .set({
      ...{ cursor: state.cursor, last_story_id: state.lastStoryId, last_event_seq: state.lastEventSeq },
      published_stories: state.publishedStories,
    })
    .execute()
}

export async function setPublishedStories(tx: Tx, published: number): Promise<void> {
  await tx.updateTable('engine_state').set({ published_stories: published }).execute()
}

/** Starts the epoch of a new active clusterer. @returns the epoch; commits with earlier ones are refused from now on */
export async function nextEpoch(db: Db): Promise<number> {
  const row = await db
    .updateTable('engine_state')
    .set((current) => ({ epoch: current('epoch', '+', 1) }))
    .returning('epoch')
    .executeTakeFirstOrThrow()
  return row.epoch
}

/** Replaces the snapshot, part by part: as one value, 30 MB would be in memory four times until written. */
export async function saveSnapshot(tx: Tx, cursor: number, parts: Iterable<Uint8Array>): Promise<void> {
  await tx.deleteFrom('engine_snapshots').execute()
  let id = 0
  for (const snapshot of parts) await tx.insertInto('engine_snapshots').values({ id: ++id, cursor, snapshot }).execute()
}

export async function engineState(db: Db): Promise<Selectable<EngineStateRow>> {
  return db.selectFrom('engine_state').selectAll().executeTakeFirstOrThrow()
}

export async function snapshot(db: Db): Promise<{ cursor: number; parts: Uint8Array[] } | undefined> {
  const rows = await db.selectFrom('engine_snapshots').select(['cursor', 'snapshot']).orderBy('id').execute()
  const [first] = rows
  return first && { cursor: first.cursor, parts: rows.map((row) => plainBytes(row.snapshot)) }
}

/** Converts pg's Buffer to the plain Uint8Array of the contract. SQLite's is plain already: a copy would take 100 MB more at start-up. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return Buffer.isBuffer(bytes) ? new Uint8Array(bytes) : bytes
}
