import type { Instant } from '../lib/instant.ts'
import { dayNumber } from '../lib/instant.ts'
import type { SourceRecord } from './feed-types.ts'
import type { Db, Tx } from './schema.ts'
import { storableText } from './storable-text.ts'
import type { StoryRecord } from './story-types.ts'
import { daysOfSource, KEPT_DAYS, pollsOfSource } from './tables/poll-history.ts'
import { reading } from './transaction.ts'

/** Newest items of a source that are counted: enough for meaningful shares, few enough to read for one page. */
const LOOKED_AT = 500

/** Returns a source's track record in stories and the poll history of its feeds. */
export async function sourceRecord(db: Db, sourceId: string, now: Instant): Promise<SourceRecord> {
  return reading(db, async (tx) => {
    const id = storableText(sourceId)
    return {
      polls: await pollsOfSource(tx, id),
      days: await daysOfSource(tx, id, dayNumber(now) - KEPT_DAYS + 1),
      ...(await shares(tx, id)),
    }
  })
}

async function shares(tx: Tx, sourceId: string): Promise<Pick<SourceRecord, 'members' | 'copies' | 'led' | 'first'>> {
  const members = await tx
    .selectFrom('story_members')
    .select(['item_id', 'story_id', 'role'])
    .where('source_id', '=', sourceId)
    .orderBy('item_id', 'desc')
    .limit(LOOKED_AT)
    .execute()
  const ids = [...new Set(members.map((member) => member.story_id))]
  const stories =
    ids.length === 0
      ? []
      : await tx.selectFrom('stories').select(['id', 'details', 'independent']).where('id', 'in', ids).execute()
  const leads = new Map(
    stories.map(({ id, details }) => [
      id,
      (JSON.parse(details) as Pick<StoryRecord, 'coverage'>).coverage.originalItemId,
    ]),
  )
  const shared = stories.filter(({ independent }) => independent > 1).map(({ id }) => id)
  return {
    members: members.length,
    copies: members.filter(({ role }) => role === 'copy').length,
    led: members.filter((member) => leads.get(member.story_id) === member.item_id).length,
    first: await firstReports(tx, sourceId, shared),
  }
}

/** Counts the stories in which the source's report is the earliest. */
async function firstReports(tx: Tx, sourceId: string, storyIds: readonly number[]): Promise<number> {
  if (storyIds.length === 0) return 0
  const rows = await tx
    .selectFrom('story_members')
    .innerJoin('items', 'items.id', 'story_members.item_id')
    .select(['story_members.story_id', 'story_members.source_id', 'items.published_at'])
    .where('story_members.story_id', 'in', storyIds)
    .where('story_members.role', '=', 'report')
    .execute()
  const earliest = new Map<number, { readonly at: number; readonly sourceId: string }>()
  for (const row of rows) {
    const known = earliest.get(row.story_id)
    if (known === undefined || row.published_at < known.at) {
      earliest.set(row.story_id, { at: row.published_at, sourceId: row.source_id })
    }
  }
  return [...earliest.values()].filter((report) => report.sourceId === sourceId).length
}
