import type { Instant } from '../lib/instant.ts'
import type { Engine } from './engine.ts'
import { readCursor, writeCursor } from './page-cursor.ts'
import type { StoryPage } from './query-types.ts'
import type { Db } from './schema.ts'
import { type SearchPhrase, searchPhrases } from './search-phrases.ts'
import { storiesById } from './tables/stories.ts'
import { reading } from './transaction.ts'

const MAX_LIMIT = 200
/**
 * Matching items that are read at a time, those that came last first; their stories are put in order of time. Words have no
 * index by time. With 100,000 items a common word takes 2.3 ms (1.8 in the order in which items came), three common words in a
 * row 22 (6).
 */
const BLOCK_ITEMS = 500

/** A story that was found, in the block of the items below `below`. */
interface Hit {
  readonly storyId: number
  readonly updatedAt: Instant
  readonly below: number
}

/** Where a page ended: the newest item of the first page, and its last hit. */
interface Place extends Hit {
  readonly top: number
}

/**
 * Published stories with an item that holds all of the query's phrases, the latest report first. Of a query that more than
 * 500 items match, the stories of the 500 that came last are first, in that order, then those of the 500 before.
 * Items that come between two pages do not disturb the second: the cursor also holds the newest item of the first.
 *
 * @throws BadCursorError
 */
export async function searchStories(engine: Engine, query: string, wanted: number, after?: string): Promise<StoryPage> {
  const limit = Math.min(Math.max(1, wanted), MAX_LIMIT)
  const place = after === undefined ? undefined : readPlace(after)
  const phrases = searchPhrases(query)
  if (phrases.length === 0) return { stories: [] }
  return reading(engine.db, async (tx) => {
    const { hits, top } = await findHits(engine, tx, phrases, limit + 1, place)
    const shown = hits.slice(0, limit)
    const stories = await storiesById(
      tx,
      shown.map((hit) => hit.storyId),
    )
    if (hits.length <= limit) return { stories }
    const { below, updatedAt, storyId } = shown.at(-1)!
    return { stories, next: writeCursor('search', [top, below, updatedAt, storyId]) }
  })
}

function readPlace(after: string): Place {
  const [top, below, updatedAt, storyId] = readCursor(after, 'search', 4)
  return { top: top!, below: below!, updatedAt: updatedAt!, storyId: storyId! }
}

/** @returns up to `count` hits after `place`, and the newest item of all pages */
async function findHits(
  engine: Engine,
  db: Db,
  phrases: readonly SearchPhrase[],
  count: number,
  place: Place | undefined,
): Promise<{ readonly hits: readonly Hit[]; readonly top: number }> {
  const hits: Hit[] = []
  let below = place?.below ?? Number.MAX_SAFE_INTEGER
  let top = place?.top
  let passed: Hit | undefined = place
  while (hits.length < count) {
    const itemIds = await engine.fullText.find(db, phrases, below, BLOCK_ITEMS)
    if (itemIds.length === 0) break
    if (top === undefined) {
      top = itemIds[0]!
      below = top + 1
    }
    const found = (await publishedStories(db, itemIds)).map((story) => ({ ...story, below }))
    const earlier = await shownEarlier(engine, db, phrases, found, { top, bottom: below })
    const fresh = found.filter((hit) => !earlier.has(hit.storyId)).sort(byTime)
    const last = passed
    hits.push(...(last ? fresh.filter((hit) => byTime(last, hit) < 0) : fresh))
    if (itemIds.length < BLOCK_ITEMS) break
    below = itemIds.at(-1)!
    passed = undefined
  }
  return { hits: hits.slice(0, count), top: top ?? 0 }
}

function byTime(one: Hit, other: Hit): number {
  return other.updatedAt - one.updatedAt || other.storyId - one.storyId
}

/** @returns stories of the items, each once; held ones and items without a story are left out */
async function publishedStories(
  db: Db,
  itemIds: readonly number[],
): Promise<readonly { readonly storyId: number; readonly updatedAt: Instant }[]> {
  const members = await db
    .selectFrom('story_members')
    .select('story_id')
    .distinct()
    .where('item_id', 'in', itemIds)
    .execute()
  if (members.length === 0) return []
  // Asked for by number alone: given the state too, SQLite walks all published stories instead (270 ms for 40,000).
  const stories = await db
    .selectFrom('stories')
    .select(['id', 'state', 'updated_at'])
    .where(
      'id',
      'in',
      members.map((row) => row.story_id),
    )
    .execute()
  return stories
    .filter((row) => row.state === 'published')
    .map((row) => ({ storyId: row.id, updatedAt: row.updated_at }))
}

/** @returns those of the stories that have a matching item in the range of the earlier blocks */
async function shownEarlier(
  engine: Engine,
  db: Db,
  phrases: readonly SearchPhrase[],
  found: readonly Hit[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Promise<ReadonlySet<number>> {
  if (bottom > top || found.length === 0) return new Set()
  const rows = await db
    .selectFrom('story_members')
    .select(['item_id', 'story_id'])
    .where(
      'story_id',
      'in',
      found.map((hit) => hit.storyId),
    )
    .where('item_id', '>=', bottom)
    .where('item_id', '<=', top)
    .execute()
  const storyOf = new Map(rows.map((row) => [row.item_id, row.story_id]))
  const matching = await engine.fullText.findAmong(db, phrases, [...storyOf.keys()])
  return new Set(matching.map((itemId) => storyOf.get(itemId)!))
}
