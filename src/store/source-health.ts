import { DAY_MS, type Instant } from '../lib/instant.ts'
import { endTurnIfLong } from '../lib/turn.ts'
import type { FeedState, Source } from '../source/types.ts'
import { chunks } from './chunks.ts'
import type { SourceHealth } from './feed-types.ts'
import type { Db } from './schema.ts'
import { feedStatesOf, feedStatesOfSources } from './tables/feeds.ts'
import { type ItemsOfSource, itemsPerSource } from './tables/source-items.ts'
import { sourcesById } from './tables/sources.ts'
import { reading } from './transaction.ts'

const WINDOW_DAYS = 7
/** Sources per query; other work gets its turn between two queries. */
const COUNTED_AT_ONCE = 50

/** Returns the health of these sources, ordered by id; unknown ones are omitted. */
export async function healthOfSources(
  db: Db,
  sourceIds: readonly string[],
  now: Instant,
): Promise<readonly SourceHealth[]> {
  // Not in a transaction: it yields between queries, and a transaction would block every other caller meanwhile.
  return healthOfEach(db, await sourcesById(db, sourceIds), await feedStatesOfSources(db, sourceIds), now)
}

async function healthOfEach(
  db: Db,
  sources: readonly Source[],
  states: readonly FeedState[],
  now: Instant,
): Promise<readonly SourceHealth[]> {
  const items = new Map<string, ItemsOfSource>()
  for (const some of chunks(sources, COUNTED_AT_ONCE)) {
    await endTurnIfLong()
    const ids = some.map(({ id }) => id)
    for (const [id, found] of await itemsPerSource(db, ids, windowStart(now))) items.set(id, found)
  }
  const feeds = new Map<string, FeedState[]>()
  for (const state of states) {
    const known = feeds.get(state.sourceId)
    if (known) known.push(state)
    else feeds.set(state.sourceId, [state])
  }
  return sources.map((source) => healthOf(source, feeds.get(source.id) ?? [], items.get(source.id), now))
}

/** Returns the health of one source; undefined if it is unknown. */
export async function healthOfSource(db: Db, sourceId: string, now: Instant): Promise<SourceHealth | undefined> {
  return reading(db, async (tx) => {
    const [source] = await sourcesById(tx, [sourceId])
    if (source === undefined) return undefined
    const items = await itemsPerSource(tx, [source.id], windowStart(now))
    return healthOf(source, await feedStatesOf(tx, source.id), items.get(source.id), now)
  })
}

function windowStart(now: Instant): Instant {
  return now - WINDOW_DAYS * DAY_MS
}

function healthOf(
  source: Source,
  feeds: readonly FeedState[],
  items: ItemsOfSource | undefined,
  now: Instant,
): SourceHealth {
  if (items === undefined) return { source, feeds, items: 0, itemsPerDay: 0, weekItems: 0 }
  const days = (now - items.firstItemAt) / DAY_MS
  return {
    source,
    feeds,
    items: items.items,
    itemsPerDay: items.recent / Math.min(WINDOW_DAYS, Math.max(1, days)),
    weekItems: items.recent,
    lastItemAt: items.lastItemAt,
  }
}
