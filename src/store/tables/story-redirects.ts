import { chunks } from '../chunks.ts'
import type { Db, Tx } from '../schema.ts'

/** What became of an id that is no longer a story: merged into another, or gone, by retention or because it lost its last item. */
export type Retired = { readonly type: 'moved'; readonly into: number } | { readonly type: 'gone' }

export async function retired(db: Db, id: number): Promise<Retired | undefined> {
  const row = await db.selectFrom('story_redirects').select('into_id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  return row.into_id === null ? { type: 'gone' } : { type: 'moved', into: row.into_id }
}

/** @returns id → target for those of `ids` that were merged into another story; a redirect is always one step */
export async function redirectsOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>()
  for (const some of chunks(ids, 500)) {
    const rows = await db.selectFrom('story_redirects').select(['id', 'into_id']).where('id', 'in', some).execute()
    for (const row of rows) if (row.into_id !== null) found.set(row.id, row.into_id)
  }
  return found
}

/** @returns those of `ids` that are retired */
export async function retiredAmong(db: Db, ids: readonly number[]): Promise<readonly number[]> {
  const found: number[] = []
  for (const some of chunks(ids, 500)) {
    const rows = await db.selectFrom('story_redirects').select('id').where('id', 'in', some).execute()
    found.push(...rows.map((row) => row.id))
  }
  return found
}

/** Redirects `from`, and every id that redirected to it, to `into`: a redirect is always one step. */
export async function redirectStory(tx: Tx, from: number, into: number): Promise<void> {
  await tx.updateTable('story_redirects').set({ into_id: into }).where('into_id', '=', from).execute()
  await tx.insertInto('story_redirects').values({ id: from, into_id: into }).execute()
}

/**
 * Undoes a redirect: frees the id for its story, and redirects those of `ledHere` that are still merged to it.
 *
 * @returns false if the id did not redirect to a story
 */
export async function reviveStory(tx: Tx, id: number, ledHere: readonly number[]): Promise<boolean> {
  const rows = await tx
    .deleteFrom('story_redirects')
    .where('id', '=', id)
    .where('into_id', 'is not', null)
    .returning('id')
    .execute()
  for (const some of chunks(ledHere, 500)) {
    await tx
      .updateTable('story_redirects')
      .set({ into_id: id })
      .where('id', 'in', some)
      .where('into_id', 'is not', null)
      .execute()
  }
  return rows.length > 0
}

/** Marks these ids, and those that redirected to them, as gone. */
export async function retireStories(tx: Tx, ids: readonly number[]): Promise<void> {
  for (const some of chunks(ids, 500)) {
    await tx.updateTable('story_redirects').set({ into_id: null }).where('into_id', 'in', some).execute()
    await tx
      .insertInto('story_redirects')
      .values(some.map((id) => ({ id, into_id: null })))
      .execute()
  }
}
