import type { Engine } from './engine.ts'
import { readCursor, writeCursor } from './page-cursor.ts'
import type { StoryPage } from './query-types.ts'
import type { Db } from './schema.ts'
import { type SearchPhrase, searchPhrases } from './search-phrases.ts'
import { storiesById } from './tables/stories.ts'
import { reading } from './transaction.ts'

const MAX_LIMIT = 200

interface Hit {
  readonly storyId: number
  /** The story's newest item that matches. */
  readonly itemId: number
}

/**
 * Published stories with an item that holds all of the query's phrases, by their newest such item. Items that come
 * between two pages do not disturb the second: the cursor also holds the newest item of the first.
 *
 * @throws BadCursorError
 */
export async function searchStories(engine: Engine, query: string, wanted: number, after?: string): Promise<StoryPage> {
  const limit = Math.min(Math.max(1, wanted), MAX_LIMIT)
  const place = after === undefined ? undefined : readCursor(after, 'search', 2)
  const phrases = searchPhrases(query)
  if (phrases.length === 0) return { stories: [] }
  return reading(engine.db, async (tx) => {
    const [top, bottom] = place ?? [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
    const hits = await findHits(engine, tx, phrases, { top: top!, bottom: bottom!, count: limit + 1 })
    const shown = hits.slice(0, limit)
    const stories = await storiesById(
      tx,
      shown.map((hit) => hit.storyId),
    )
    if (hits.length <= limit) return { stories }
    const newest = place === undefined ? shown[0]!.itemId : top!
    return { stories, next: writeCursor('search', [newest, shown.at(-1)!.itemId]) }
  })
}

/** Walks the matching items from `bottom` down until `count` stories are found that were not on an earlier page. */
async function findHits(
  engine: Engine,
  db: Db,
  phrases: readonly SearchPhrase[],
  range: { readonly top: number; readonly bottom: number; readonly count: number },
): Promise<readonly Hit[]> {
  const hits = new Map<number, Hit>()
  let below = range.bottom
  for (let size = range.count * 3; hits.size < range.count; size *= 2) {
    const itemIds = await engine.fullText.find(db, phrases, below, size)
    const fresh = (await publishedStories(db, itemIds)).filter((hit) => !hits.has(hit.storyId))
    const firsts = new Map<number, Hit>()
    for (const hit of fresh) if (!firsts.has(hit.storyId)) firsts.set(hit.storyId, hit)
    const earlier = await shownEarlier(engine, db, phrases, [...firsts.keys()], range)
    for (const hit of firsts.values()) if (!earlier.has(hit.storyId)) hits.set(hit.storyId, hit)
    if (itemIds.length < size) break
    below = itemIds.at(-1)!
  }
  return [...hits.values()].slice(0, range.count)
}

/** @returns stories of the items, newest item first; held ones and items without a story are left out */
async function publishedStories(db: Db, itemIds: readonly number[]): Promise<readonly Hit[]> {
  if (itemIds.length === 0) return []
  const members = await db
    .selectFrom('story_members')
    .select(['item_id', 'story_id'])
    .where('item_id', 'in', itemIds)
    .orderBy('item_id', 'desc')
    .execute()
  if (members.length === 0) return []
  // Asked for by number alone: given the state too, SQLite walks all published stories instead (270 ms for 40,000).
  const stories = await db
    .selectFrom('stories')
    .select(['id', 'state'])
    .where('id', 'in', [...new Set(members.map((row) => row.story_id))])
    .execute()
  const published = new Set(stories.filter((row) => row.state === 'published').map((row) => row.id))
  return members
    .filter((row) => published.has(row.story_id))
    .map((row) => ({ storyId: row.story_id, itemId: row.item_id }))
}

/** @returns those of `storyIds` that have a matching item in the range of the earlier pages */
async function shownEarlier(
  engine: Engine,
  db: Db,
  phrases: readonly SearchPhrase[],
  storyIds: readonly number[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Promise<ReadonlySet<number>> {
  if (bottom === Number.MAX_SAFE_INTEGER || storyIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('story_members')
    .select(['item_id', 'story_id'])
    .where('story_id', 'in', storyIds)
    .where('item_id', '>=', bottom)
    .where('item_id', '<=', top)
    .execute()
  const storyOf = new Map(rows.map((row) => [row.item_id, row.story_id]))
  const matching = await engine.fullText.findAmong(db, phrases, [...storyOf.keys()])
  return new Set(matching.map((itemId) => storyOf.get(itemId)!))
}
