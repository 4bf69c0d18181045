import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely'
import { soughtLanguage } from '../lib/expected-language.ts'
import { mapInTurns } from '../lib/turn.ts'
import { fillPage } from './fill-page.ts'
import { type PlaceNumber, readCursor, writeCursor } from './page-cursor.ts'
import type { StoryFilter, StoryOrder, StoryPage, StoryPageRequest } from './query-types.ts'
import type { Db, Facet, StoryRow, Tables } from './schema.ts'
import { storableText } from './storable-text.ts'
import type { StoryRecord } from './story-types.ts'
import { storyRecord } from './tables/stories.ts'

type SortKey = readonly [column: 'score' | 'updated_at' | 'independent' | 'id', direction: 'asc' | 'desc']

/** Sort columns of each order. The last is always the id, which makes every cursor position unique. */
const SORTS: Readonly<Record<StoryOrder, readonly SortKey[]>> = {
  score: [
    ['score', 'desc'],
    ['id', 'asc'],
  ],
  newest: [
    ['updated_at', 'desc'],
    ['id', 'desc'],
  ],
  independent: [
    ['independent', 'desc'],
    ['updated_at', 'desc'],
    ['id', 'desc'],
  ],
}

/** Largest page size, not counting hidden stories; also the rows that `publishedIds` reads at a time. */
const MAX_LIMIT = 1_000

/**
 * Returns a page of stories. It starts after the position where the previous page ended (keyset pagination), so stories
 * that arrive between two pages do not shift the second.
 *
 * @throws BadCursorError if `request.after` is not a cursor of this order
 */
export async function listStories(db: Db, request: StoryPageRequest): Promise<StoryPage> {
  const limit = Math.min(Math.max(1, request.limit), MAX_LIMIT)
  const sort = SORTS[request.order]
  const numbers = sort.map(([column]): PlaceNumber => (column === 'score' ? 'real' : 'whole'))
  const from = request.after === undefined ? undefined : readCursor(request.after, request.order, numbers)
  const placeOf = ({ row }: ReadStory) => sort.map(([column]) => row[column])

  const { rows, isMore } = await fillPage<ReadStory>(
    limit,
    request.isShown ?? (() => true),
    async (after, count) => {
      const read = await storyRows(db, request, sort, after ? placeOf(after) : from, count)
      return {
        rows: await mapInTurns(read, (row) => ({ row, story: storyRecord(row) })),
        isMore: read.length === count,
      }
    },
    ({ story }) => story,
  )
  const last = rows.at(-1)
  return {
    stories: rows.map(({ story }) => story),
    ...(isMore && last && { next: writeCursor(request.order, placeOf(last)) }),
  }
}

interface ReadStory {
  readonly row: Selectable<StoryRow>
  readonly story: StoryRecord
}

function storyRows(
  db: Db,
  filter: StoryFilter,
  sort: readonly SortKey[],
  place: readonly number[] | undefined,
  count: number,
): Promise<Selectable<StoryRow>[]> {
  // The subquery selects ids from the index alone; full rows are read only for the page.
  let ids = db
    .selectFrom('stories')
    .select('id')
    .where((eb) => matching(eb, filter))
    .limit(count)
  if (place !== undefined) ids = ids.where((eb) => beyond(eb, sort, place))
  for (const [column, direction] of sort) ids = ids.orderBy(column, direction)
  let query = db.selectFrom(ids.as('page')).innerJoin('stories', 'stories.id', 'page.id').selectAll('stories')
  for (const [column, direction] of sort) query = query.orderBy(`stories.${column}`, direction)
  return query.execute()
}

/**
 * Returns ids of published stories, community stories included, in ascending order above `after`. Selects by id alone: with the state
 * in the condition SQLite would scan all published stories.
 */
export async function publishedIds(db: Db, after: number, limit: number): Promise<readonly number[]> {
  const ids: number[] = []
  for (let last = after; ids.length < limit; ) {
    const rows = await db
      .selectFrom('stories')
      .select(['id', 'state'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(MAX_LIMIT)
      .execute()
    ids.push(...rows.filter(({ state }) => state === 'published').map(({ id }) => id))
    last = rows.at(-1)?.id ?? last
    if (rows.length < MAX_LIMIT) break
  }
  return ids.slice(0, limit)
}

export async function countStories(db: Db, filter: StoryFilter): Promise<number> {
  const row = await db
    .selectFrom('stories')
    .select(({ fn }) => fn.countAll<number>().as('stories'))
    .where((eb) => matching(eb, filter))
    .executeTakeFirstOrThrow()
  return row.stories
}

function matching(eb: ExpressionBuilder<Tables, 'stories'>, filter: StoryFilter): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [
    eb('state', '=', filter.state ?? 'published'),
    eb('is_community', '=', filter.community ? 1 : 0),
  ]
  if (filter.kind !== undefined) conditions.push(eb('kind', '=', filter.kind))
  if (filter.maxTier !== undefined) conditions.push(eb('best_tier', '<=', filter.maxTier))
  if (filter.since !== undefined) conditions.push(eb('updated_at', '>=', filter.since))
  if (filter.until !== undefined) conditions.push(eb('updated_at', '<=', filter.until))
  const withFacet = (facet: Facet, value: string) =>
    conditions.push(
      eb(
        'id',
        'in',
        eb
          .selectFrom('story_facets')
          .select('story_id')
          .where('facet', '=', facet)
          .where('value', '=', storableText(value)),
      ),
    )
  if (filter.language !== undefined) withFacet('language', soughtLanguage(filter.language))
  if (filter.entityId !== undefined) withFacet('entity', filter.entityId)
  if (filter.hub !== undefined) withFacet('hub', filter.hub)
  if (filter.isPinned) withFacet('pinned', '')
  if (filter.sourceId !== undefined) {
    conditions.push(
      eb(
        'id',
        'in',
        eb.selectFrom('story_members').select('story_id').where('source_id', '=', storableText(filter.sourceId)),
      ),
    )
  }
  return eb.and(conditions)
}

/** Builds the keyset condition that a row (a, b, …) sorts after the place (x, y, …): a < x, or a = x and (b < y, or …). */
function beyond(
  eb: ExpressionBuilder<Tables, 'stories'>,
  sort: readonly SortKey[],
  place: readonly number[],
): Expression<SqlBool> {
  const [column, direction] = sort[0]!
  const further = eb(column, direction === 'asc' ? '>' : '<', place[0]!)
  if (sort.length === 1) return further
  return eb.or([further, eb.and([eb(column, '=', place[0]!), beyond(eb, sort.slice(1), place.slice(1))])])
}
