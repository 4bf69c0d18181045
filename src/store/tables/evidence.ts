import type { Claim } from '../../hub/claims/types.ts'
import type { ToldEvidence } from '../../hub/evidence/same-said.ts'
import type { Evidence } from '../../hub/evidence/types.ts'
import { chunks } from '../chunks.ts'
import type { EvidenceRecords, StoredClaim, StoredEvidence, StoryObservation } from '../evidence-types.ts'
import type { Db, Tx } from '../schema.ts'

/** Replaces the evidence and claims of each story. Most stories have none: for 500 of them that costs two deletions of no rows. */
export async function replaceEvidence(tx: Tx, observations: readonly StoryObservation[]): Promise<void> {
  await deleteEvidence(
    tx,
    observations.map(({ storyId }) => storyId),
  )
  const rows = observations.flatMap(({ storyId, evidence }) =>
    evidence.map((each, place) => ({ story_id: storyId, place, hub: each.hub, facet: each.facet, ...rowOf(each) })),
  )
  const claims = observations.flatMap(({ storyId, claims: of }) =>
    of.map((each, place) => ({ story_id: storyId, place, hub: each.hub, ...rowOf(each) })),
  )
  for (const some of chunks(rows, 200)) await tx.insertInto('evidence').values(some).execute()
  for (const some of chunks(claims, 200)) await tx.insertInto('claims').values(some).execute()
}

function rowOf(each: Evidence | Claim): { readonly at: number; readonly details: string } {
  return { at: each.at, details: JSON.stringify(each) }
}

export async function deleteEvidence(tx: Tx, storyIds: readonly number[]): Promise<void> {
  for (const some of chunks(storyIds, 500)) {
    await tx.deleteFrom('evidence').where('story_id', 'in', some).execute()
    await tx.deleteFrom('claims').where('story_id', 'in', some).execute()
  }
}

export function evidenceRecords(db: Db): EvidenceRecords {
  return {
    ofHub: ({ hub, facet, limit, offset = 0 }) => {
      const places = newestFirst(db).where('evidence.hub', '=', hub).limit(limit).offset(offset)
      return told(db, facet === undefined ? places : places.where('evidence.facet', '=', facet))
    },
    ofHubs: async ({ hubs, facets, limit }) => {
      if (hubs.length === 0 || facets.length === 0) return []
      return told(
        db,
        newestFirst(db).where('evidence.hub', 'in', hubs).where('evidence.facet', 'in', facets).limit(limit),
      )
    },
    counts: async (hub) => {
      const rows = await db
        .selectFrom('evidence')
        .crossJoin('stories')
        .whereRef('stories.id', '=', 'evidence.story_id')
        .select(({ fn }) => [
          'evidence.facet as facet',
          fn.countAll<number>().as('evidence'),
          fn.count<number>('evidence.story_id').distinct().as('stories'),
          fn.max<number>('evidence.at').as('newestAt'),
        ])
        .where('evidence.hub', '=', hub)
        .where('stories.state', '=', 'published')
        .groupBy('evidence.facet')
        .orderBy('facet')
        .execute()
      return rows
    },
    ofStory: async (storyId) => {
      const rows = await db
        .selectFrom('evidence')
        .select(['story_id', 'details'])
        .where('story_id', '=', storyId)
        .orderBy('place')
        .execute()
      return rows.map((row) => stored<StoredEvidence>(row))
    },
    claimsOfStory: async (storyId) => {
      const rows = await db
        .selectFrom('claims')
        .select(['story_id', 'details'])
        .where('story_id', '=', storyId)
        .orderBy('place')
        .execute()
      return rows.map((row) => stored<StoredClaim>(row))
    },
    claimsOfHub: async ({ hub, limit, offset = 0 }) => {
      const rows = await db
        .selectFrom('claims')
        .crossJoin('stories')
        .whereRef('stories.id', '=', 'claims.story_id')
        .select(['claims.story_id', 'claims.details'])
        .where('claims.hub', '=', hub)
        .where('stories.state', '=', 'published')
        .orderBy('claims.at', 'desc')
        .orderBy('claims.story_id', 'desc')
        .orderBy('claims.place')
        .limit(limit)
        .offset(offset)
        .execute()
      return rows.map((row) => stored<StoredClaim>(row))
    },
  }
}

/** Selects the keys of the evidence of published stories, latest first. */
function newestFirst(db: Db) {
  return (
    db
      .selectFrom('evidence')
      // `CROSS` makes SQLite start from the evidence; otherwise it would scan all published stories.
      .crossJoin('stories')
      .whereRef('stories.id', '=', 'evidence.story_id')
      .where('stories.state', '=', 'published')
      .select(['evidence.story_id', 'evidence.place'])
      .orderBy('evidence.at', 'desc')
      .orderBy('evidence.story_id', 'desc')
      .orderBy('evidence.place')
  )
}

/** Reads the evidence with these keys, each with the entities that its story is about. Sorting and paging use the keys alone. */
async function told(db: Db, places: ReturnType<typeof newestFirst>): Promise<readonly ToldEvidence[]> {
  const rows = await db
    .selectFrom(places.as('page'))
    .innerJoin('evidence', (join) =>
      join.onRef('evidence.story_id', '=', 'page.story_id').onRef('evidence.place', '=', 'page.place'),
    )
    .select(['evidence.story_id', 'evidence.details'])
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.story_id', 'desc')
    .orderBy('evidence.place')
    .execute()
  const about = await entitiesOf(db, [...new Set(rows.map((row) => row.story_id))])
  return rows.map((row) => ({ ...stored<StoredEvidence>(row), about: about.get(row.story_id) ?? [] }))
}

/** Returns story id → entities that the story is about. */
async function entitiesOf(db: Db, storyIds: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const entities = new Map<number, string[]>()
  for (const some of chunks(storyIds, 500)) {
    const rows = await db
      .selectFrom('story_facets')
      .select(['story_id', 'value'])
      .where('facet', '=', 'entity')
      .where('story_id', 'in', some)
      // Ordered by value alone, SQLite uses the index by value and reads the entities of every story (44 ms for 48,000 stories, else 1 ms).
      .orderBy('story_id')
      .orderBy('value')
      .execute()
    for (const { story_id: id, value } of rows) {
      const known = entities.get(id)
      if (known) known.push(value)
      else entities.set(id, [value])
    }
  }
  return entities
}

function stored<T>({ story_id, details }: { readonly story_id: number; readonly details: string }): T {
  return { storyId: story_id, ...JSON.parse(details) } as T
}
