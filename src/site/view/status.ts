import { dayNumber, type Instant } from '../../lib/instant.ts'
import type { FeedState, Source } from '../../source/types.ts'
import type { ModelHealth, Spending } from '../../store/model-types.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { Store, StoreCounts } from '../../store/types.ts'
import type { PipelineStatus, SiteDeps } from '../deps.ts'

const MOST_LISTED = 100

export interface StatusView {
  readonly page: 'status'
  readonly status: PipelineStatus
  readonly counts: StoreCounts
  readonly engine: Store['engine']
  /** Feeds whose last attempt failed, most failures in a row first. */
  readonly failing: readonly { readonly feed: FeedState; readonly source?: Source }[]
  /** Bytes fetched by polls today (UTC), and their daily budget if there is one. */
  readonly fetched: { readonly bytes: number; readonly budgetBytes?: number }
  /** Stories below the coherence threshold, not published. */
  readonly held: readonly StoryRecord[]
  /** Undefined if none is configured. */
  readonly model?: { readonly name: string; readonly health?: ModelHealth; readonly today: Spending }
  /** Undefined if none is configured. */
  readonly embedding?: { readonly name: string; readonly health?: ModelHealth }
}

export async function statusView({ store, status, settings }: SiteDeps, now: Instant): Promise<StatusView> {
  const [counts, feeds, sources, held, bytes] = await Promise.all([
    store.counts(now),
    store.feedStates(),
    store.sources(),
    store.listStories({ state: 'held', order: 'newest', limit: MOST_LISTED }),
    store.bytesToday(now),
  ])
  const byId = new Map(sources.map((source) => [source.id, source]))
  return {
    page: 'status',
    status: status(),
    counts,
    engine: store.engine,
    fetched: { bytes, budgetBytes: settings.dailyBudgetBytes || undefined },
    failing: feeds
      .filter(({ failuresInARow }) => failuresInARow > 0)
      .sort((a, b) => b.failuresInARow - a.failuresInARow)
      .slice(0, MOST_LISTED)
      .map((feed) => ({ feed, source: byId.get(feed.sourceId) })),
    held: held.stories,
    ...(settings.model && { model: await modelStatus(store, settings.model, now) }),
    ...(settings.embedding && {
      embedding: {
        name: settings.embedding.name,
        health: await store.models.health(settings.embedding.healthKey),
      },
    }),
  }
}

async function modelStatus({ models }: Store, name: string, now: Instant): Promise<StatusView['model'] & {}> {
  const day = dayNumber(now)
  const [health, today] = await Promise.all([models.health(name), models.spending(day, day)])
  return { name, ...(health && { health }), today }
}
