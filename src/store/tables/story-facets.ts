import { sql } from 'kysely'
import { foundAs } from '../../lib/expected-language.ts'
import type { Instant } from '../../lib/instant.ts'
import { chunks } from '../chunks.ts'
import type { Db, Facet, Tx } from '../schema.ts'
import type { StoryRecord } from '../story-types.ts'

interface FacetRow {
  readonly facet: Facet
  readonly value: string
  readonly story_id: number
}

const keyOf = (row: FacetRow) => `${row.story_id} ${row.facet} ${row.value}`

/** Replaces the facets of stories; only rows that differ are written. */
export async function replaceFacets(
  tx: Tx,
  stories: readonly Pick<StoryRecord, 'id' | 'entityIds' | 'hubs' | 'coverage' | 'rulings'>[],
): Promise<void> {
  const wanted = new Map(
    stories
      .flatMap((story) => facetsOf(story).map((each) => ({ ...each, story_id: story.id })))
      .map((row) => [keyOf(row), row]),
  )
  for (const some of chunks(stories, 500)) {
    const ids = some.map((story) => story.id)
    const stored = await tx.selectFrom('story_facets').selectAll().where('story_id', 'in', ids).execute()
    for (const row of stored) {
      if (wanted.delete(keyOf(row))) continue
      await tx
        .deleteFrom('story_facets')
        .where('facet', '=', row.facet)
        .where('value', '=', row.value)
        .where('story_id', '=', row.story_id)
        .execute()
    }
  }
  for (const some of chunks([...wanted.values()], 500)) await tx.insertInto('story_facets').values(some).execute()
}

/** Returns the values by which filters find a story. */
export function facetsOf(
  story: Pick<StoryRecord, 'entityIds' | 'hubs' | 'coverage' | 'rulings'>,
): readonly { readonly facet: Facet; readonly value: string }[] {
  const rows = (facet: Facet, values: readonly string[]) => values.map((value) => ({ facet, value }))
  return [
    ...rows('entity', story.entityIds),
    ...rows('hub', story.hubs),
    ...rows('language', [...new Set(story.coverage.languages.flatMap(foundAs))]),
    ...rows('pinned', story.rulings?.pinned === undefined ? [] : ['']),
  ]
}

export async function deleteFacets(tx: Tx, storyIds: readonly number[]): Promise<void> {
  for (const some of chunks(storyIds, 500)) await tx.deleteFrom('story_facets').where('story_id', 'in', some).execute()
}

/** Stories whose facets are counted per query, which takes about 3 ms. */
const COUNTED_AT_ONCE = 1_000

/** Cursor in the stories ordered by update, latest first. */
interface Place {
  readonly updated_at: Instant
  readonly id: number
}

/** Counts, for each entity and each hub, the published stories updated since. */
export async function countNamed(
  db: Db,
  since: Instant,
): Promise<Readonly<Record<'entity' | 'hub', ReadonlyMap<string, number>>>> {
  const counts = { entity: new Map<string, number>(), hub: new Map<string, number>() }
  for (const isCommunity of [0, 1]) {
    for (let from: Place | undefined, isLast = false; !isLast; ) {
      const until = await placeAfter(db, isCommunity, since, from)
      for (const { facet, value, stories } of await countBetween(db, isCommunity, since, from, until)) {
        const known = counts[facet as 'entity' | 'hub']
        known.set(value, (known.get(value) ?? 0) + stories)
      }
      from = until
      isLast = until === undefined
    }
  }
  return counts
}

function publishedSince(db: Db, isCommunity: number, since: Instant, from: Place | undefined) {
  const stories = db
    .selectFrom('stories')
    .where('state', '=', 'published')
    .where('is_community', '=', isCommunity)
    .where('updated_at', '>=', since)
  return from === undefined
    ? stories
    : stories.where(sql<boolean>`(updated_at, id) <= (${from.updated_at}, ${from.id})`)
}

/** @returns where the next batch starts; undefined if the rest fits into this one */
function placeAfter(db: Db, isCommunity: number, since: Instant, from: Place | undefined): Promise<Place | undefined> {
  return publishedSince(db, isCommunity, since, from)
    .select(['updated_at', 'id'])
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .offset(COUNTED_AT_ONCE)
    .limit(1)
    .executeTakeFirst()
}

function countBetween(db: Db, isCommunity: number, since: Instant, from: Place | undefined, until: Place | undefined) {
  let stories = publishedSince(db, isCommunity, since, from)
  if (until !== undefined) stories = stories.where(sql<boolean>`(updated_at, id) > (${until.updated_at}, ${until.id})`)
  return (
    stories
      // `CROSS` makes SQLite start from the few stories of the batch (2 ms), not from every entity (49 ms).
      .crossJoin('story_facets')
      .whereRef('story_facets.story_id', '=', 'stories.id')
      .where('story_facets.facet', 'in', ['entity', 'hub'])
      .select(({ fn }) => ['story_facets.facet', 'story_facets.value', fn.countAll<number>().as('stories')])
      .groupBy(['story_facets.facet', 'story_facets.value'])
      .execute()
  )
}
