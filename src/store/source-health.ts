import { DAY_MS, type Instant } from '../lib/instant.ts'
import type { FeedState } from '../source/types.ts'
import type { SourceHealth } from './feed-types.ts'
import type { Db } from './schema.ts'
import { feedStates } from './tables/feeds.ts'
import { itemsPerSource } from './tables/items.ts'
import { allSources } from './tables/sources.ts'
import { reading } from './transaction.ts'

const WINDOW_DAYS = 7

/** By source. A source younger than a day counts as one day old. */
export async function sourceHealth(db: Db, now: Instant): Promise<readonly SourceHealth[]> {
  return reading(db, async (tx) => {
    const [sources, states] = [await allSources(tx), await feedStates(tx)]
    const perSource = await itemsPerSource(tx, now - WINDOW_DAYS * DAY_MS)
    const feeds = new Map<string, FeedState[]>()
    for (const state of states) {
      const list = feeds.get(state.sourceId) ?? []
      list.push(state)
      feeds.set(state.sourceId, list)
    }
    return sources.map((source) => {
      const found = perSource.get(source.id)
      const ageDays = found === undefined ? 1 : (now - found.firstSeenAt) / DAY_MS
      return {
        source,
        feeds: feeds.get(source.id) ?? [],
        items: found?.items ?? 0,
        itemsPerDay: (found?.recent ?? 0) / Math.min(WINDOW_DAYS, Math.max(1, ageDays)),
        ...(found === undefined ? {} : { lastItemAt: found.lastItemAt }),
      }
    })
  })
}
