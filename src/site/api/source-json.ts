import type { z } from '@hono/zod-openapi'
import { isoInstant } from '../../lib/instant.ts'
import { withoutCredentials } from '../../lib/without-credentials.ts'
import type { SourceHealth } from '../../store/feed-types.ts'
import type { sourceSchema } from './schemas.ts'

/** Converts a source to JSON, with its tier and the health of its feeds. */
export function sourceJson(health: SourceHealth): z.infer<typeof sourceSchema> {
  const { id, name, homepage, type, language, country, family, tier, tierReason } = health.source
  const { countsAsIndependent, isMirror, isEnabled, licence } = health.source
  return {
    ...{ id, name, homepage, type, language, country, family, tier, tierReason },
    ...{ countsAsIndependent, isMirror, isEnabled, licence },
    items: health.items,
    // Unrounded, it would change every second.
    itemsPerDay: Math.round(health.itemsPerDay * 100) / 100,
    lastItemAt: isoInstant(health.lastItemAt),
    feeds: health.feeds.map((feed) => ({
      url: withoutCredentials(feed.feedUrl),
      lastAttemptAt: isoInstant(feed.lastAttemptAt),
      lastSuccessAt: isoInstant(feed.lastSuccessAt),
      nextPollAt: isoInstant(feed.nextPollAt),
      error: feed.error,
      failuresInARow: feed.failuresInARow,
      latencyMs: feed.latencyMs,
    })),
  }
}
