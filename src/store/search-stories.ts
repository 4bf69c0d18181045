import { soughtLanguage } from '../lib/expected-language.ts'
import type { Instant } from '../lib/instant.ts'
import type { Role } from '../story/types.ts'
import type { Engine } from './engine.ts'
import { fillPage } from './fill-page.ts'
import { readCursor, writeCursor } from './page-cursor.ts'
import type { FoundStories, SearchFilter } from './query-types.ts'
import type { Db } from './schema.ts'
import { type SearchPhrase, searchPhrases } from './search-phrases.ts'
import { storableText } from './storable-text.ts'
import type { StoryRecord } from './story-types.ts'
import { storiesById } from './tables/stories.ts'
import { reading } from './transaction.ts'

const MAX_LIMIT = 200
/** Matching items read per block, newest first. Stories are sorted by time within a block, since the full-text index is not. */
const BLOCK_ITEMS = 500
/**
 * Block size for queries with phrases of several tokens: if common words are rarely adjacent, many items are examined per match.
 * With 100,000 items, three such words take 9 ms (23 ms in blocks of 500), a common word 2.6 ms.
 */
const BLOCK_ITEMS_IN_A_ROW = 100
/** Blocks that one page examines at most; if few stories match the filter, the next page continues from there. */
const MOST_BLOCKS = 20

/** Roles by preference for the item shown as the match, best first: an echo only points to the content searched for. */
const ROLES: readonly string[] = ['report', 'copy', 'echo', 'mention'] satisfies readonly Role[]

/** A story with a matching item. */
interface FoundStory {
  readonly storyId: number
  readonly updatedAt: Instant
  /** The item of it that is shown as the match. */
  readonly itemId: number
}

/** A found story with its block, which begins below item `below`. */
interface Hit extends FoundStory {
  readonly below: number
}

/** Cursor: the newest matching item when the first page was read (`top`), and the last hit of the page. */
interface Place extends Omit<Hit, 'itemId'> {
  readonly top: number
}

/**
 * Searches for published stories with an item that contains all of the query's phrases, latest update first. If many items
 * match, this order holds per block: first the stories of the latest 500 matching items (100 if a phrase has several
 * tokens), then those of the 500 before, and so on.
 * Items that arrive between two pages do not affect the second, since the cursor contains the newest item of the first.
 *
 * @param request.blockItems overrides the block size
 * @throws BadCursorError if `request.after` is not a cursor of a search
 */
export async function searchStories(
  engine: Engine,
  query: string,
  wanted: number,
  {
    after,
    filter = {},
    blockItems,
  }: { readonly after?: string; readonly filter?: SearchFilter; readonly blockItems?: number } = {},
): Promise<FoundStories> {
  const limit = Math.min(Math.max(1, wanted), MAX_LIMIT)
  const place = after === undefined ? undefined : readPlace(after)
  const phrases = searchPhrases(query)
  if (phrases.length === 0) return { stories: [], itemOf: new Map() }
  return reading(engine.db, async (tx) => {
    const isInARow = phrases.some((tokens) => tokens.length > 1)
    const block = blockItems ?? (isInARow ? BLOCK_ITEMS_IN_A_ROW : BLOCK_ITEMS)
    let top = place?.top
    let goesOnBelow: number | undefined
    const { rows, isMore } = await fillPage<ReadHit>(
      limit,
      filter.isShown ?? (() => true),
      async (last, count) => {
        const from = last ? { ...last.hit, top: top! } : place
        const found = await findHits(engine, tx, phrases, count, { place: from, filter, block })
        ;({ top, goesOnBelow } = found)
        const ids = found.hits.map((hit) => hit.storyId)
        const stories = new Map((await storiesById(tx, ids)).map((story) => [story.id, story]))
        const rows = found.hits.flatMap((hit) => {
          const story = stories.get(hit.storyId)
          return story ? [{ hit, story }] : []
        })
        return { rows, isMore: found.hits.length === count }
      },
      ({ story }) => story,
    )
    const page = {
      stories: rows.map(({ story }) => story),
      itemOf: new Map(rows.map(({ hit }) => [hit.storyId, hit.itemId])),
    }
    const end = isMore ? rows.at(-1)?.hit : goesOnBelow === undefined ? undefined : beforeBlock(goesOnBelow)
    if (end === undefined || top === undefined) return page
    return { ...page, next: writeCursor('search', [top, end.below, end.updatedAt, end.storyId]) }
  })
}

/** A hit with its story. */
interface ReadHit {
  readonly hit: Hit
  readonly story: StoryRecord
}

function readPlace(after: string): Place {
  const [top, below, updatedAt, storyId] = readCursor(after, 'search', ['whole', 'whole', 'whole', 'whole'])
  return { top: top!, below: below!, updatedAt: updatedAt!, storyId: storyId! }
}

/** Returns the position before the first hit of a block. */
function beforeBlock(below: number): Omit<Hit, 'itemId'> {
  return { below, updatedAt: Number.MAX_SAFE_INTEGER, storyId: Number.MAX_SAFE_INTEGER }
}

/**
 * Collects hits block by block.
 *
 * @returns up to `count` hits after `place`; the newest matching item of all pages; and, if the search stopped at `MOST_BLOCKS`, the
 *   item below which it continues
 */
async function findHits(
  engine: Engine,
  db: Db,
  phrases: readonly SearchPhrase[],
  count: number,
  {
    place,
    filter,
    block: blockItems,
  }: { readonly place: Place | undefined; readonly filter: SearchFilter; readonly block: number },
): Promise<{ readonly hits: readonly Hit[]; readonly top: number; readonly goesOnBelow?: number }> {
  const hits: Hit[] = []
  let blocks = 0
  let below = place?.below ?? Number.MAX_SAFE_INTEGER
  let top = place?.top
  let passed: Place | undefined = place
  while (hits.length < count) {
    if (blocks++ === MOST_BLOCKS) return { hits, top: top!, goesOnBelow: below }
    const itemIds = await engine.fullText.find(db, phrases, below, blockItems)
    if (itemIds.length === 0) break
    if (top === undefined) {
      top = itemIds[0]!
      below = top + 1
    }
    const found = (await publishedStories(db, itemIds, filter)).map((story) => ({ ...story, below }))
    const earlier = await shownEarlier(engine, db, phrases, found, { top, bottom: below })
    const fresh = found.filter((hit) => !earlier.has(hit.storyId)).sort(byTime)
    const last = passed
    hits.push(...(last ? fresh.filter((hit) => byTime(last, hit) < 0) : fresh))
    if (itemIds.length < blockItems) break
    below = itemIds.at(-1)!
    passed = undefined
  }
  return { hits: hits.slice(0, count), top: top ?? 0 }
}

function byTime(one: Pick<Hit, 'updatedAt' | 'storyId'>, other: Pick<Hit, 'updatedAt' | 'storyId'>): number {
  return other.updatedAt - one.updatedAt || other.storyId - one.storyId
}

/** @returns the published stories of the items that match the filter, each once */
async function publishedStories(
  db: Db,
  itemIds: readonly number[],
  filter: SearchFilter,
): Promise<readonly FoundStory[]> {
  const members = await db
    .selectFrom('story_members')
    .select(['story_id', 'item_id', 'role'])
    .where('item_id', 'in', itemIds)
    .execute()
  if (members.length === 0) return []
  const worstFirst = members.sort((a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role) || a.item_id - b.item_id)
  const itemOf = new Map(worstFirst.map((row) => [row.story_id, row.item_id]))
  // Selected by id alone: with the state in the condition SQLite scans all published stories (270 ms for 40,000).
  const stories = await db
    .selectFrom('stories')
    .select(['id', 'state', 'updated_at', 'kind', 'best_tier'])
    .where('id', 'in', [...itemOf.keys()])
    .execute()
  const { kind, maxTier = 4, language, since = 0 } = filter
  const fitting = stories.filter(
    (row) =>
      row.state === 'published' &&
      (kind === undefined || row.kind === kind) &&
      row.best_tier <= maxTier &&
      row.updated_at >= since,
  )
  const spoken = language === undefined || fitting.length === 0 ? undefined : await inLanguage(db, fitting, language)
  return fitting
    .filter((row) => spoken?.has(row.id) ?? true)
    .map((row) => ({ storyId: row.id, updatedAt: row.updated_at, itemId: itemOf.get(row.id)! }))
}

/** @returns ids of those stories that have an item in the language */
async function inLanguage(
  db: Db,
  stories: readonly { readonly id: number }[],
  language: string,
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('story_facets')
    .select('story_id')
    .where('facet', '=', 'language')
    .where('value', '=', storableText(soughtLanguage(language)))
    .where(
      'story_id',
      'in',
      stories.map(({ id }) => id),
    )
    .execute()
  return new Set(rows.map((row) => row.story_id))
}

/** @returns ids of those stories that also have a matching item in an earlier block, and so were already found there */
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
