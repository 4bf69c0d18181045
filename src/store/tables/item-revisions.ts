import type { Instant } from '../../lib/instant.ts'
import { chunks } from '../chunks.ts'
import type { ItemRevision } from '../item-types.ts'
import type { Db, Tx } from '../schema.ts'
import { READ_COLUMNS, readItem } from './items.ts'

export interface NewRevision {
  readonly seq: number
  readonly itemId: number
  readonly revision: number
  readonly at: Instant
}

export async function insertRevisions(tx: Tx, revisions: readonly NewRevision[]): Promise<void> {
  for (const some of chunks(revisions, 500)) {
    await tx
      .insertInto('item_revisions')
      .values(
        some.map(({ seq, itemId, revision, at }) => ({ seq, item_id: itemId, revision, at, title: null, text: null })),
      )
      .execute()
  }
}

/** Copies an item's current title and text to its revision; must be called before they are replaced. */
export async function keepCurrentText(tx: Tx, itemId: number, revision: number): Promise<void> {
  await tx
    .updateTable('item_revisions')
    .from('items')
    .set((row) => ({ title: row.ref('items.title'), text: row.ref('items.text') }))
    .whereRef('items.id', '=', 'item_revisions.item_id')
    .where('item_revisions.item_id', '=', itemId)
    .where('item_revisions.revision', '=', revision)
    .execute()
}

/** Erases the words of every revision so far: none of a withdrawn item's words are kept. */
export async function eraseRevisions(tx: Tx, itemId: number): Promise<void> {
  await tx.updateTable('item_revisions').set({ title: '', text: '' }).where('item_id', '=', itemId).execute()
}

/** Returns revisions in order of `seq`, each with its item's current state. */
export async function revisionsAfter(db: Db, seq: number, limit: number): Promise<readonly ItemRevision[]> {
  const rows = await db
    .selectFrom('item_revisions')
    .innerJoin('items', 'items.id', 'item_revisions.item_id')
    .select([...READ_COLUMNS, 'item_revisions.seq', 'item_revisions.revision as revision_then'])
    .where('item_revisions.seq', '>', seq)
    .orderBy('item_revisions.seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ seq: row.seq, isNew: row.revision_then === 1, item: readItem(row) }))
}

/** Returns every revision of an item, oldest first; the last one is its current state. */
export async function itemHistory(
  db: Db,
  itemId: number,
): Promise<readonly { revision: number; at: Instant; title: string; text: string }[]> {
  const rows = await db
    .selectFrom('item_revisions')
    .innerJoin('items', 'items.id', 'item_revisions.item_id')
    .select(({ fn }) => [
      'item_revisions.revision as revision',
      'item_revisions.at as at',
      fn.coalesce('item_revisions.title', 'items.title').as('title'),
      fn.coalesce('item_revisions.text', 'items.text').as('text'),
    ])
    .where('item_id', '=', itemId)
    .orderBy('item_revisions.revision')
    .execute()
  return rows.map(({ revision, at, title, text }) => ({ revision, at, title, text }))
}
