import type { Selectable } from 'kysely'
import type { Instant } from '../../lib/instant.ts'
import { mapInTurns } from '../../lib/turn.ts'
import type { Explanation } from '../../rank/types.ts'
import type { StoryKind } from '../../story/types.ts'
import { chunks } from '../chunks.ts'
import type { Db, StoryRow, Tx } from '../schema.ts'
import type { StoryRecord } from '../story-types.ts'

type ColumnField =
  | 'id'
  | 'state'
  | 'isCommunity'
  | 'kind'
  | 'score'
  | 'createdAt'
  | 'updatedAt'
  | 'rankedAt'
  | 'revision'
  | 'explanation'
/** Rows per query: each has 3 KB of details, which parse to ten times that. */
const STORIES_AT_ONCE = 200

/** Fields that no query filters by; stored as JSON. */
type Details = Omit<StoryRecord, ColumnField>

/** @returns story id → revision; unknown stories are omitted */
export async function storyRevisions(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const revisions = new Map<number, number>()
  for (const some of chunks(ids, 500)) {
    const rows = await tx.selectFrom('stories').select(['id', 'revision']).where('id', 'in', some).execute()
    for (const row of rows) revisions.set(row.id, row.revision)
  }
  return revisions
}

/** Counts the published stories among `ids`. */
export async function publishedAmong(tx: Tx, ids: readonly number[]): Promise<number> {
  let published = 0
  for (const some of chunks(ids, 500)) {
    // Selected by id alone: with the state in the condition SQLite scans all published stories.
    const rows = await tx.selectFrom('stories').select('state').where('id', 'in', some).execute()
    published += rows.filter((row) => row.state === 'published').length
  }
  return published
}

/** Inserts or replaces stories. */
export async function saveStories(tx: Tx, stories: readonly StoryRecord[]): Promise<void> {
  for (const some of chunks(stories, 100)) {
    await tx
      .insertInto('stories')
      .values(some.map(storyRow))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          state: row.ref('excluded.state'),
          is_community: row.ref('excluded.is_community'),
          kind: row.ref('excluded.kind'),
          score: row.ref('excluded.score'),
          best_tier: row.ref('excluded.best_tier'),
          independent: row.ref('excluded.independent'),
          created_at: row.ref('excluded.created_at'),
          updated_at: row.ref('excluded.updated_at'),
          ranked_at: row.ref('excluded.ranked_at'),
          revision: row.ref('excluded.revision'),
          explanation: row.ref('excluded.explanation'),
          details: row.ref('excluded.details'),
        })),
      )
      .execute()
  }
}

export async function setRevision(tx: Tx, id: number, revision: number): Promise<void> {
  await tx.updateTable('stories').set({ revision }).where('id', '=', id).execute()
}

export async function setRank(
  tx: Tx,
  rank: { id: number; score: number; explanation: Explanation; rankedAt: Instant },
): Promise<void> {
  await tx
    .updateTable('stories')
    .set({ score: rank.score, explanation: JSON.stringify(rank.explanation), ranked_at: rank.rankedAt })
    .where('id', '=', rank.id)
    .execute()
}

export async function deleteStories(tx: Tx, ids: readonly number[]): Promise<void> {
  for (const some of chunks(ids, 500)) await tx.deleteFrom('stories').where('id', 'in', some).execute()
}

export async function storyById(db: Db, id: number): Promise<StoryRecord | undefined> {
  const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst()
  return row && storyRecord(row)
}

/** Yields stories ordered by id; those deleted meanwhile are omitted. Ids come from an index, so rows of older stories are not read. */
export async function* storiesSince(db: Db, updatedSince: Instant): AsyncGenerator<StoryRecord> {
  const rows = await db.selectFrom('stories').select('id').where('updated_at', '>=', updatedSince).execute()
  const ids = rows.map((row) => row.id).sort((a, b) => a - b)
  for (const some of chunks(ids, STORIES_AT_ONCE)) yield* await storiesById(db, some)
}

/** Returns stories in the order of `ids`; unknown ones are omitted. */
export async function storiesById(db: Db, ids: readonly number[]): Promise<readonly StoryRecord[]> {
  const found = new Map<number, StoryRecord>()
  for (const some of chunks(ids, 500)) {
    const rows = await db.selectFrom('stories').selectAll().where('id', 'in', some).execute()
    for (const story of await mapInTurns(rows, storyRecord)) found.set(story.id, story)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

function storyRow(story: StoryRecord) {
  const { id, state, isCommunity, kind, score, createdAt, updatedAt, rankedAt, revision, explanation, ...rest } = story
  const details: Details = rest
  return {
    id,
    state,
    is_community: isCommunity ? 1 : 0,
    kind,
    score,
    best_tier: details.coverage.bestTier,
    independent: details.coverage.independent,
    created_at: createdAt,
    updated_at: updatedAt,
    ranked_at: rankedAt,
    revision,
    explanation: JSON.stringify(explanation),
    details: JSON.stringify(details),
  }
}

export function storyRecord(row: Selectable<StoryRow>): StoryRecord {
  // Parsed lazily: it is two thirds of the cost of reading a story, and few callers need it.
  const written = row.explanation
  let explanation: Explanation | undefined
  return {
    id: row.id,
    kind: row.kind as StoryKind,
    state: row.state as StoryRecord['state'],
    score: row.score,
    get explanation() {
      explanation ??= JSON.parse(written) as Explanation
      return explanation
    },
    rankedAt: row.ranked_at,
    isCommunity: row.is_community === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
    ...(JSON.parse(row.details) as Details),
  }
}
