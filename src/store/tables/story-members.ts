import type { Selectable } from 'kysely'
import type { Instant } from '../../lib/instant.ts'
import { mapInTurns } from '../../lib/turn.ts'
import type { Receipt, Role } from '../../story/types.ts'
import { chunks } from '../chunks.ts'
import type { StoredItem } from '../item-types.ts'
import type { Db, MemberRow, Tx } from '../schema.ts'
import type { StoredMember } from '../story-types.ts'
import { READ_COLUMNS, readItem } from './items.ts'

const COLUMNS = ['item_id', 'story_id', 'source_id', 'role', 'of_item_id', 'tier', 'joined_at', 'receipt'] as const

/**
 * Replaces the members of every story named in `members`; only rows that differ are written.
 *
 * @throws RangeError if an item is not stored
 */
export async function replaceMembers(tx: Tx, members: readonly StoredMember[]): Promise<void> {
  const before = await membersOfStories(tx, [...new Set(members.map((member) => member.storyId))])
  const sources = await sourcesOfItems(tx, members)
  const rows = new Map(members.map((member) => [member.itemId, memberRow(member, sources)]))
  const stored = new Map(before.map((row) => [row.item_id, row]))
  const gone = before.filter((row) => !rows.has(row.item_id)).map((row) => row.item_id)
  for (const some of chunks(gone, 500)) await tx.deleteFrom('story_members').where('item_id', 'in', some).execute()
  const changed = [...rows.values()].filter((row) => !isSameRow(row, stored.get(row.item_id)))
  for (const some of chunks(changed, 200)) await upsertMembers(tx, some)
}

async function upsertMembers(tx: Tx, rows: readonly MemberRow[]): Promise<void> {
  await tx
    .insertInto('story_members')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('item_id').doUpdateSet((row) => ({
        story_id: row.ref('excluded.story_id'),
        role: row.ref('excluded.role'),
        of_item_id: row.ref('excluded.of_item_id'),
        tier: row.ref('excluded.tier'),
        joined_at: row.ref('excluded.joined_at'),
        receipt: row.ref('excluded.receipt'),
      })),
    )
    .execute()
}

async function membersOfStories(tx: Tx, storyIds: readonly number[]): Promise<Selectable<MemberRow>[]> {
  const rows: Selectable<MemberRow>[] = []
  for (const some of chunks(storyIds, 500)) {
    rows.push(...(await tx.selectFrom('story_members').select(COLUMNS).where('story_id', 'in', some).execute()))
  }
  return rows
}

async function sourcesOfItems(tx: Tx, members: readonly StoredMember[]): Promise<ReadonlyMap<number, string>> {
  const sources = new Map<number, string>()
  const ids = members.map((member) => member.itemId)
  for (const some of chunks(ids, 500)) {
    const rows = await tx.selectFrom('items').select(['id', 'source_id']).where('id', 'in', some).execute()
    for (const row of rows) sources.set(row.id, row.source_id)
  }
  return sources
}

function memberRow(member: StoredMember, sources: ReadonlyMap<number, string>): MemberRow {
  const sourceId = sources.get(member.itemId)
  if (sourceId === undefined) {
    throw new RangeError(`Story ${member.storyId} was given item ${member.itemId}, which is not stored`)
  }
  return {
    item_id: member.itemId,
    story_id: member.storyId,
    source_id: sourceId,
    role: member.role,
    of_item_id: member.of ?? null,
    tier: member.tier,
    joined_at: member.joinedAt,
    receipt: JSON.stringify(member.receipt),
  }
}

function isSameRow(row: MemberRow, stored: MemberRow | undefined): boolean {
  return stored !== undefined && COLUMNS.every((column) => row[column] === stored[column])
}

export async function moveMembers(tx: Tx, from: number, into: number): Promise<void> {
  await tx.updateTable('story_members').set({ story_id: into }).where('story_id', '=', from).execute()
}

export async function deleteMembers(tx: Tx, storyIds: readonly number[]): Promise<void> {
  for (const some of chunks(storyIds, 500)) {
    await tx.deleteFrom('story_members').where('story_id', 'in', some).execute()
  }
}

export async function storyOfItem(db: Db, itemId: number): Promise<number | undefined> {
  const row = await db.selectFrom('story_members').select('story_id').where('item_id', '=', itemId).executeTakeFirst()
  return row?.story_id
}

/** @returns item id → story id; items that are in no story are omitted */
export async function storiesOfItems(db: Db, itemIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const stories = new Map<number, number>()
  for (const some of chunks(itemIds, 500)) {
    const rows = await db
      .selectFrom('story_members')
      .select(['item_id', 'story_id'])
      .where('item_id', 'in', some)
      .execute()
    for (const row of rows) stories.set(row.item_id, row.story_id)
  }
  return stories
}

/** Returns a story's members with their items, ordered by item; withdrawn items are omitted. */
export async function membersWithItems(
  db: Db,
  storyId: number,
): Promise<readonly (StoredMember & { readonly item: StoredItem })[]> {
  const rows = await db
    .selectFrom('story_members')
    .innerJoin('items', 'items.id', 'story_members.item_id')
    .select([...READ_COLUMNS, 'item_id', 'story_id', 'role', 'of_item_id', 'tier', 'joined_at', 'receipt'])
    .where('story_id', '=', storyId)
    .where('items.withdrawn_at', 'is', null)
    .orderBy('story_members.item_id')
    .execute()
  return mapInTurns(rows, (row) => ({ ...storedMember(row), item: readItem(row) }))
}

/** Returns the members of stories updated since, ordered by story, then item. */
export async function membersSince(db: Db, updatedSince: Instant): Promise<readonly StoredMember[]> {
  const rows = await membersOfStoriesSince(db, updatedSince)
    .select(COLUMNS.map((column) => `story_members.${column}` as const))
    .execute()
  return rows.map(storedMember)
}

/** Returns the ids of members of stories updated since, ordered by story, then item. */
export async function placesSince(
  db: Db,
  updatedSince: Instant,
): Promise<readonly Pick<StoredMember, 'storyId' | 'itemId'>[]> {
  const rows = await membersOfStoriesSince(db, updatedSince)
    .select(['story_members.story_id', 'story_members.item_id'])
    .execute()
  return rows.map((row) => ({ storyId: row.story_id, itemId: row.item_id }))
}

function membersOfStoriesSince(db: Db, updatedSince: Instant) {
  return (
    db
      .selectFrom('stories')
      // `CROSS` makes SQLite start from the stories of the period (16 ms); to follow the sort order it would scan all members (250 ms for
      // 120,000).
      .crossJoin('story_members')
      .whereRef('story_members.story_id', '=', 'stories.id')
      .where('stories.updated_at', '>=', updatedSince)
      .orderBy('story_members.story_id')
      .orderBy('story_members.item_id')
  )
}

function storedMember(row: Omit<Selectable<MemberRow>, 'source_id'>): StoredMember {
  return {
    storyId: row.story_id,
    itemId: row.item_id,
    role: row.role as Role,
    ...(row.of_item_id === null ? {} : { of: row.of_item_id }),
    tier: row.tier as StoredMember['tier'],
    receipt: JSON.parse(row.receipt) as Receipt,
    joinedAt: row.joined_at,
  }
}
