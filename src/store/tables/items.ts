import { type Selectable, sql } from 'kysely'
import { STORY_TEXT_LENGTH } from '../../item/story-text.ts'
import type { ItemForm, NewItem } from '../../item/types.ts'
import type { Instant } from '../../lib/instant.ts'
import { endTurnIfLong, mapInTurns } from '../../lib/turn.ts'
import { chunks } from '../chunks.ts'
import type { ItemDraft, StoredItem } from '../item-types.ts'
import type { Db, ItemRow, Tx } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { itemIdentity } from './known-items.ts'

/** Rows per INSERT. */
const CHUNK = 50

type ColumnField =
  | 'sourceId'
  | 'contentHash'
  | 'language'
  | 'form'
  | 'publishedAt'
  | 'updatedAt'
  | 'fetchedAt'
  | 'points'
  | 'comments'
  | 'title'
  | 'url'
  | 'text'
  | 'html'
/** Fields that no query filters by; stored as JSON. */
type Details = Omit<NewItem, ColumnField> & Pick<StoredItem, 'mentions'>

export async function insertItems(
  tx: Tx,
  items: readonly { readonly id: number; readonly draft: ItemDraft }[],
): Promise<void> {
  for (const some of chunks(items, CHUNK)) {
    // The transaction stays open across the yield; other callers queue for the connection.
    await endTurnIfLong()
    await tx
      .insertInto('items')
      .values(
        some.map(({ id, draft }) => ({
          id,
          source_id: draft.item.sourceId,
          key_hash: itemIdentity(draft.item).keyHash,
          first_seen_at: draft.item.fetchedAt,
          revision: 1,
          ...contentColumns(draft),
        })),
      )
      .execute()
  }
}

/** Replaces an item's content with its next revision; its key hash stays that of the first. */
export async function reviseItem(tx: Tx, id: number, revision: number, draft: ItemDraft): Promise<void> {
  await tx
    .updateTable('items')
    .set({ revision, ...contentColumns(draft) })
    .where('id', '=', id)
    .execute()
}

export async function setReactions(tx: Tx, id: number, points?: number, comments?: number): Promise<void> {
  await tx
    .updateTable('items')
    .set({ points: points ?? null, comments: comments ?? null })
    .where('id', '=', id)
    .execute()
}

function contentColumns({ item, mentions }: ItemDraft) {
  const {
    sourceId: _sourceId,
    contentHash,
    language,
    form,
    publishedAt,
    updatedAt,
    fetchedAt,
    points,
    comments,
    title,
    url,
    text,
    html: _html,
    ...rest
  } = item
  const details: Details = { ...rest, mentions }
  return {
    url_hash: itemIdentity(item).urlHash ?? null,
    content_hash: contentHash,
    language: storableText(language),
    form,
    published_at: publishedAt,
    updated_at: updatedAt ?? null,
    fetched_at: fetchedAt,
    points: points ?? null,
    comments: comments ?? null,
    title: storableText(title),
    url: url === undefined ? null : storableText(url),
    details: JSON.stringify(details),
    text: storableText(text),
  }
}

/** Erases an item's content. Key, address hash and dates stay, so that the item is recognised if it is published again. */
export async function eraseItem(tx: Tx, id: number, revision: number, at: Instant): Promise<void> {
  const nothing = { authors: [], hashtags: [], links: [], categories: [], fingerprint: [], mentions: [] }
  const row = await tx.selectFrom('items').select('details').where('id', '=', id).executeTakeFirstOrThrow()
  const { feedUrl, key } = JSON.parse(row.details) as Details
  await tx
    .updateTable('items')
    .set({
      ...{ revision, withdrawn_at: at, fetched_at: at, title: '', text: '', content_hash: '' },
      ...{ points: null, comments: null, url: null, details: JSON.stringify({ ...nothing, feedUrl, key }) },
    })
    .where('id', '=', id)
    .execute()
}

export function readItem(row: Selectable<ItemRow>): StoredItem {
  const details = JSON.parse(row.details) as Details
  return {
    id: row.id,
    revision: row.revision,
    firstSeenAt: row.first_seen_at,
    sourceId: row.source_id,
    ...(row.url === null ? {} : { url: row.url }),
    title: row.title,
    text: row.text,
    language: row.language,
    publishedAt: row.published_at,
    ...(row.updated_at === null ? {} : { updatedAt: row.updated_at }),
    fetchedAt: row.fetched_at,
    form: row.form as ItemForm,
    ...(row.points === null ? {} : { points: row.points }),
    ...(row.comments === null ? {} : { comments: row.comments }),
    contentHash: row.content_hash,
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
    ...details,
  }
}

/** Columns that `readItem` needs. The text is cut: it may have 100,000 characters, and a thousand such items exceed a thread's memory. */
export const READ_COLUMNS = [
  'items.id',
  'items.source_id',
  'items.key_hash',
  'items.url_hash',
  'items.content_hash',
  'items.revision',
  'items.language',
  'items.form',
  'items.published_at',
  'items.updated_at',
  'items.fetched_at',
  'items.first_seen_at',
  'items.points',
  'items.comments',
  'items.title',
  'items.url',
  'items.details',
  'items.withdrawn_at',
  sql<string>`substr(items.text, 1, ${sql.lit(STORY_TEXT_LENGTH)})`.as('text'),
] as const

/** Returns items with their whole texts in the order of `ids`; unknown and withdrawn ones are omitted. */
export async function itemsById(db: Db, ids: readonly number[]): Promise<readonly StoredItem[]> {
  const found = new Map<number, StoredItem>()
  for (const some of chunks([...new Set(ids)], 500)) {
    const rows = await db
      .selectFrom('items')
      .selectAll()
      .where('id', 'in', some)
      .where('withdrawn_at', 'is', null)
      .execute()
    for (const item of await mapInTurns(rows, readItem)) found.set(item.id, item)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Returns a source's items, latest `publishedAt` first, each with its story. */
export async function itemsOfSource(
  db: Db,
  sourceId: string,
  limit: number,
): Promise<readonly (StoredItem & { readonly storyId?: number })[]> {
  const rows = await db
    .selectFrom('items')
    .leftJoin('story_members', 'story_members.item_id', 'items.id')
    .select([...READ_COLUMNS, 'story_members.story_id'])
    .where('items.source_id', '=', storableText(sourceId))
    .where('items.withdrawn_at', 'is', null)
    .orderBy('items.published_at', 'desc')
    .orderBy('items.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...readItem(row), ...(row.story_id === null ? {} : { storyId: row.story_id }) }))
}
