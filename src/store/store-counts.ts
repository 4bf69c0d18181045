import { DAY_MS, type Instant } from '../lib/instant.ts'
import type { Db } from './schema.ts'
import { lastSeq } from './tables/arrivals.ts'
import { engineState } from './tables/engine-state.ts'
import { countFeeds, lastPollAt } from './tables/feeds.ts'
import { countItems } from './tables/source-items.ts'
import { reading } from './transaction.ts'
import type { StoreCounts } from './types.ts'

/** Feeds are polled at least every 12 hours, so a working one has answered within a day. */
const ANSWERING_MS = DAY_MS

export async function storeCounts(db: Db, now: Instant): Promise<StoreCounts> {
  return reading(db, async (tx) => {
    const sources = await tx
      .selectFrom('sources')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    const { feeds, answering } = await countFeeds(tx, now - ANSWERING_MS)
    const polledAt = await lastPollAt(tx)
    const state = await engineState(tx)
    return {
      items: await countItems(tx),
      stories: state.published_stories,
      sources: sources.rows,
      feeds,
      feedsAnswering: answering,
      lastEventSeq: state.last_event_seq,
      backlog: (await lastSeq(tx)) - state.cursor,
      ...(polledAt === undefined ? {} : { lastPollAt: polledAt }),
    }
  })
}
